import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { addShortcuts, startKeyboard, stroke } from './keyboard.svelte';

let stops: (() => void)[] = [];
const undo = vi.fn();
const skills = vi.fn();
const find = vi.fn();
const press = (key: string, more: KeyboardEventInit = {}, target: EventTarget = document.body) =>
  target.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...more }));

beforeEach(() => {
  vi.clearAllMocks();
  stops = [
    startKeyboard(),
    addShortcuts({
      title: () => '',
      shortcuts: [
        { keys: 'Mod+Z', label: () => '', run: undo },
        { keys: 'g s', label: () => '', run: skills },
        { keys: 'Mod+K', label: () => '', run: find, inFields: true },
      ],
    }),
  ];
});
afterEach(() => {
  stops.forEach((stop) => stop());
  document.body.replaceChildren();
  vi.useRealTimers();
});

it('undoes with Ctrl and Z', () => {
  press('z', { ctrlKey: true });
  expect(undo).toHaveBeenCalledOnce();
});

it('goes to an area with g and its letter, within a moment', () => {
  vi.useFakeTimers();
  press('g');
  press('s');
  expect(skills).toHaveBeenCalledOnce();
  press('g');
  vi.advanceTimersByTime(2000);
  press('s');
  expect(skills).toHaveBeenCalledOnce();
});

it('leaves a field its own keys, but for the palette', () => {
  const field = document.body.appendChild(document.createElement('input'));
  press('z', { ctrlKey: true }, field);
  press('k', { ctrlKey: true }, field);
  expect(undo).not.toHaveBeenCalled();
  expect(find).toHaveBeenCalledOnce();
});

it('is silent behind a dialog', () => {
  const dialog = document.body.appendChild(document.createElement('div'));
  dialog.setAttribute('role', 'dialog');
  dialog.dataset.modal = '';
  press('z', { ctrlKey: true });
  expect(undo).not.toHaveBeenCalled();
});

it('names strokes in one way', () => {
  const event = (key: string, more: KeyboardEventInit = {}) => stroke(new KeyboardEvent('keydown', { key, ...more }));
  expect(event('Z', { ctrlKey: true, shiftKey: true })).toBe('Mod+Shift+Z');
  expect(event('?', { shiftKey: true })).toBe('?');
  expect(event('N', { shiftKey: true })).toBe('Shift+N');
  expect(event('ArrowLeft', { altKey: true })).toBe('Alt+ArrowLeft');
});
