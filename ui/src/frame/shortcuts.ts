import { backend } from '../backend/backend';
import { redo, undo } from '../lib/history.svelte';
import { inspector } from '../lib/inspector.svelte';
import type { ShortcutGroup } from '../lib/keyboard.svelte';
import { go } from '../lib/router.svelte';
import { startTimer, stopTimer, timer, toggleTimer } from '../lib/timer.svelte';
import { m } from '../paraglide/messages';
import { areas } from './areas';

/** Starts the timer on what comes next in the plan; where there is nothing, asks on what. */
async function begin(): Promise<void> {
  const today = await backend()
    .call('today.show', {})
    .catch(() => null);
  const item = today?.value.now?.key;
  if (item) await startTimer({ item });
  else timer.asks = { what: 'start' };
}

/** The keys that work everywhere. */
export function frameShortcuts(open: { palette: () => void; help: () => void }): ShortcutGroup[] {
  const search = () => {
    const field = document.querySelector<HTMLInputElement>('main [data-search]');
    if (!field) return open.palette();
    field.focus();
    field.select();
  };
  return [
    {
      title: m.frame_shortcuts_everywhere,
      shortcuts: [
        { keys: 'Mod+K', label: m.frame_keys_palette, run: open.palette, inFields: true },
        { keys: '/', label: m.frame_keys_search, run: search },
        { keys: 'Mod+Z', label: m.frame_keys_undo, run: () => void undo() },
        { keys: 'Mod+Shift+Z', label: m.frame_keys_redo, run: () => void redo() },
        { keys: 'Mod+Y', label: m.frame_keys_redo, run: () => void redo(), hidden: true },
        { keys: '?', label: m.frame_keys_help, run: open.help },
        { keys: 'Escape', label: m.frame_keys_close, run: () => inspector.close() },
      ],
    },
    {
      title: m.timer_keys,
      shortcuts: [
        {
          keys: 'Alt+S',
          label: m.timer_key_start_stop,
          run: () => void (timer.view ? stopTimer() : begin()),
          inFields: true,
        },
        { keys: 'Alt+P', label: m.timer_key_pause, run: () => void (timer.view && toggleTimer()), inFields: true },
        { keys: 'Alt+L', label: m.timer_key_log, run: () => (timer.asks = { what: 'log' }) },
      ],
    },
    {
      title: m.frame_shortcuts_go,
      shortcuts: areas
        .filter((area) => area.letter)
        .map((area) => ({ keys: `g ${area.letter}`, label: area.label, run: () => go(area.id) })),
    },
  ];
}

/** Said in the list of keys; the kit's lists do it. */
export const listKeys = (): { keys: string; label: string }[] => [
  { keys: 'ArrowUp ArrowDown', label: m.frame_keys_move() },
  { keys: 'Home End', label: m.frame_keys_ends() },
  { keys: 'Enter', label: m.frame_keys_open() },
];
