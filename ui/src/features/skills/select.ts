// Which skill is open stands in the address (#/skills/postgresql), so that any page can lead to it.
import { href, route } from '../../lib/router.svelte';

/** Opens a skill beside the page, or none; without a step in the back history. */
export function select(id: string | null): void {
  const next = href('skills', id ? [id] : [], Object.fromEntries(route.params));
  history.replaceState(null, '', next);
  route.hash = next;
}
