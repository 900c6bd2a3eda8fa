const mac = typeof navigator !== 'undefined' && /Mac|iPhone|iPad/.test(navigator.platform ?? '');

const NAMES: Record<string, string> = {
  Mod: mac ? '⌘' : 'Ctrl',
  Alt: mac ? '⌥' : 'Alt',
  Shift: mac ? '⇧' : 'Shift',
  ArrowUp: '↑',
  ArrowDown: '↓',
  ArrowLeft: '←',
  ArrowRight: '→',
  Escape: 'Esc',
};

/** The strokes of a shortcut as they stand on the keys: "Mod+K" → ["Ctrl K"], "g s" → ["G", "S"]. */
export const keyNames = (keys: string): string[] =>
  keys
    .split(' ')
    .map((one) =>
      (one === '+' ? ['+'] : one.split('+')).map((key) => NAMES[key] ?? (key.length === 1 ? key.toUpperCase() : key)).join(' '),
    );
