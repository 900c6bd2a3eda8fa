import '@testing-library/jest-dom/vitest';
import { beforeEach } from 'vitest';
import { locale } from '../lib/locale.svelte';
import { forgetAll } from '../lib/query.svelte';
import { toasts } from '../lib/toast.svelte';

// jsdom draws nothing: what measures and scrolls is given empty hands.
Element.prototype.scrollIntoView ??= () => {};
globalThis.ResizeObserver ??= class {
  observe() {}
  unobserve() {}
  disconnect() {}
};
globalThis.matchMedia ??= ((query: string) => ({
  matches: false,
  media: query,
  addEventListener() {},
  removeEventListener() {},
})) as unknown as typeof matchMedia;

beforeEach(() => {
  locale.current = 'en';
  forgetAll();
  toasts.clear();
});
