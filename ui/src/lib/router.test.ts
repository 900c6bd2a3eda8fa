import { afterEach, beforeEach, expect, it } from 'vitest';
import { inspector } from './inspector.svelte';
import { go, href, route, setParams, startRouter } from './router.svelte';

let stop = () => {};
beforeEach(() => {
  history.replaceState(null, '', '#');
  stop = startRouter('today');
});
afterEach(() => stop());
const arrived = () => new Promise((resolve) => addEventListener('hashchange', () => setTimeout(resolve), { once: true }));

it('starts on the first page when the address names none', () => {
  expect(route.area).toBe('today');
  expect(location.hash).toBe('#/today');
});

it('goes to a record and reads its view', async () => {
  const done = arrived();
  go('skills', ['c#/net'], { view: 'map', empty: null });
  await done;
  expect(location.hash).toBe('#/skills/c%23%2Fnet?view=map');
  expect(route.area).toBe('skills');
  expect(route.rest).toEqual(['c#/net']);
  expect(route.params.get('view')).toBe('map');
});

it('changes the view without a step back', () => {
  const before = history.length;
  setParams({ view: 'radar', filter: 'gaps' });
  expect(route.params.get('filter')).toBe('gaps');
  setParams({ filter: null });
  expect(route.params.get('filter')).toBeNull();
  expect(history.length).toBe(before);
});

it('closes the inspector when the person goes elsewhere, not when a record of the same page opens', async () => {
  const nothing = (() => {}) as never;
  inspector.open(nothing, {}, { key: 'a', label: 'A' });
  let done = arrived();
  go('today', ['x']);
  await done;
  expect(inspector.key).toBe('a');
  done = arrived();
  go('plan');
  await done;
  expect(inspector.key).toBeNull();
});

it('survives an address that is no address', () => {
  expect(href('skills', ['é'])).toBe('#/skills/%C3%A9');
  route.hash = '#/%E0%A4%A';
  expect(route.area).toBe('%E0%A4%A');
});
