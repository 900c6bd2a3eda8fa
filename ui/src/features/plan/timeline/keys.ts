// What a key does on a row of the timeline; the keys that change an item are the page's.
export type Does = { kind: 'row'; at: number } | { kind: 'open' } | { kind: 'menu' } | { kind: 'aside'; by: 1 | -1 };
type Pressed = Pick<KeyboardEvent, 'key' | 'defaultPrevented' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey' | 'target'>;

/** `at` is the row with the focus, `page` how many rows a page is. Keys in a row's menu are not the row's. */
export function keyDoes(event: Pressed, at: number, rows: number, page: number): Does | null {
  const bare = !event.ctrlKey && !event.metaKey && !event.altKey && !event.shiftKey;
  if (event.defaultPrevented || !bare || !(event.target as HTMLElement).dataset.row) return null;
  const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: rows - 1, PageDown: at + page, PageUp: at - page }[event.key];
  if (to !== undefined) return { kind: 'row', at: Math.max(0, Math.min(rows - 1, to)) };
  if (event.key === 'Enter') return { kind: 'open' };
  if (event.key === 'ContextMenu') return { kind: 'menu' };
  if (event.key === 'ArrowLeft') return { kind: 'aside', by: -1 };
  return event.key === 'ArrowRight' ? { kind: 'aside', by: 1 } : null;
}
