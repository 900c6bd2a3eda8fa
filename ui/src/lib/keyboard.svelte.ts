import { untrack } from 'svelte';

export interface Shortcut {
  /** "n", "Shift+N", "Mod+Enter", "ArrowLeft", or two in a row: "g s". Mod is Ctrl, or ⌘ on a Mac. */
  keys: string;
  label: () => string;
  run: (event: KeyboardEvent) => void;
  /** Also while a field has the focus. */
  inFields?: boolean;
  /** Not listed under `?`. */
  hidden?: boolean;
}

export interface ShortcutGroup {
  title: () => string;
  shortcuts: Shortcut[];
}

export const isMac = /Mac|iPhone|iPad/.test(navigator.platform ?? '');

class Keyboard {
  groups = $state.raw<ShortcutGroup[]>([]);
}
export const keyboard = new Keyboard();

const inField = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable ||
    target.matches('textarea, select, input:not([type=checkbox], [type=radio], [type=button], [type=range])'));

const inDialog = (): boolean => document.querySelector('[role=dialog][data-modal], [role=alertdialog]') !== null;

/** One stroke as text: "Mod+Shift+Z", "?", "g". */
export function stroke(event: KeyboardEvent): string {
  const mod = isMac ? event.metaKey : event.ctrlKey;
  // On a Mac, Option and a letter write another character: the key itself counts.
  const typed = event.altKey && isMac && /^Key[A-Z]$/.test(event.code) ? event.code.slice(3) : event.key;
  const letter = typed.length === 1;
  const shifted = event.shiftKey && (!letter || /[a-z]/i.test(typed));
  const key = letter ? (mod || event.altKey || shifted ? typed.toUpperCase() : typed) : typed;
  return [mod && 'Mod', event.altKey && 'Alt', shifted && 'Shift', key === ' ' ? 'Space' : key].filter(Boolean).join('+');
}

let pending = '';
let pendingTimer: ReturnType<typeof setTimeout> | undefined;

function handle(event: KeyboardEvent): void {
  if (event.defaultPrevented || event.isComposing || ['Control', 'Shift', 'Alt', 'Meta'].includes(event.key)) return;
  const pressed = stroke(event);
  const sequence = pending ? `${pending} ${pressed}` : pressed;
  clearTimeout(pendingTimer);
  pending = '';
  const field = inField(event.target);
  const dialog = inDialog();
  const all = keyboard.groups.flatMap((group) => group.shortcuts).reverse();
  const usable = (one: Shortcut) => one.inFields || (!field && !dialog);
  const found = all.find((one) => one.keys === sequence && usable(one));
  if (found) {
    event.preventDefault();
    found.run(event);
    return;
  }
  if (all.some((one) => one.keys.startsWith(`${sequence} `) && usable(one))) {
    pending = sequence;
    pendingTimer = setTimeout(() => (pending = ''), 1200);
  }
}

/** Starts listening; the frame does it once. */
export function startKeyboard(): () => void {
  addEventListener('keydown', handle);
  return () => removeEventListener('keydown', handle);
}

/** Adds a group of shortcuts; returns the way to take it back. */
export function addShortcuts(group: ShortcutGroup): () => void {
  keyboard.groups = [...keyboard.groups, group];
  return () => (keyboard.groups = keyboard.groups.filter((one) => one !== group));
}

/** In a component: shortcuts that live while it is mounted. */
export function useKeys(shortcuts: Shortcut[], title: () => string = () => ''): void {
  // Untracked: adding reads the list that it writes.
  $effect(() => untrack(() => addShortcuts({ title, shortcuts })));
}
