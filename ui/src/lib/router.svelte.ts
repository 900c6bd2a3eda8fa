import { inspector } from './inspector.svelte';

/** Where the window is: `#/skills/postgresql?view=map`. */
class Route {
  hash = $state(location.hash);
  private parts = $derived(read(this.hash));

  get area(): string {
    return this.parts.area;
  }
  get rest(): string[] {
    return this.parts.rest;
  }
  get params(): URLSearchParams {
    return this.parts.params;
  }
}

function read(hash: string): { area: string; rest: string[]; params: URLSearchParams } {
  const [path = '', search = ''] = hash.replace(/^#\/?/, '').split('?');
  const [area = '', ...rest] = path.split('/').map((part) => {
    try {
      return decodeURIComponent(part);
    } catch {
      return part;
    }
  });
  return { area, rest: rest.filter(Boolean), params: new URLSearchParams(search) };
}

export const route = new Route();

type ParamMap = Record<string, string | null | undefined>;

function search(params: ParamMap): string {
  const kept = Object.entries(params).filter((pair): pair is [string, string] => Boolean(pair[1]));
  return kept.length ? `?${new URLSearchParams(kept)}` : '';
}

/** The address of a page, for `<a href>`. */
export const href = (area: string, rest: string[] = [], params: ParamMap = {}): string =>
  `#/${[area, ...rest].map(encodeURIComponent).join('/')}${search(params)}`;

/** Goes to a page. */
export function go(area: string, rest: string[] = [], params: ParamMap = {}): void {
  location.hash = href(area, rest, params);
}

/** Changes the view of the page at hand (a tab, a filter) without a step in the back history. */
export function setParams(changes: ParamMap): void {
  const all = { ...Object.fromEntries(route.params), ...changes };
  const next = href(route.area, route.rest, all);
  history.replaceState(null, '', next);
  route.hash = next;
}

/** Follows the address. Returns the way to stop. */
export function startRouter(first: string): () => void {
  const follow = () => {
    const before = route.area;
    route.hash = location.hash;
    if (route.area !== before) inspector.close();
  };
  if (!read(location.hash).area) history.replaceState(null, '', href(first));
  route.hash = location.hash;
  addEventListener('hashchange', follow);
  return () => removeEventListener('hashchange', follow);
}
