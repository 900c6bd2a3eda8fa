import type { Component } from 'svelte';
import { fuzzy } from './text';

export interface PaletteEntry {
  id: string;
  title: string;
  run: () => void;
  /** Said beside the title: a group, a state. */
  hint?: string;
  /** The heading it stands under; actions have none. */
  kind?: string;
  icon?: Component;
  keys?: string;
  /** Other words that find it. */
  keywords?: string;
}

/** What an area gives the palette: the default export of `features/<area>/palette.ts`. */
export interface PaletteSource {
  commands?: () => PaletteEntry[];
  records?: () => Promise<PaletteEntry[]>;
}

/** The entries that fit the query, the best first; all in their order when the query is empty. */
export function rank(query: string, entries: PaletteEntry[], most = 60): PaletteEntry[] {
  if (!query.trim()) return entries.slice(0, most);
  const scored: { entry: PaletteEntry; score: number }[] = [];
  for (const entry of entries) {
    const own = fuzzy(query, entry.title);
    const other = fuzzy(query, `${entry.title} ${entry.keywords ?? ''} ${entry.hint ?? ''}`);
    const score = Math.max(own ?? -1, other === null ? -1 : other * 0.6);
    if (score > 0) scored.push({ entry, score });
  }
  const best = scored
    .sort((a, b) => b.score - a.score)
    .slice(0, most)
    .map(({ entry }) => entry);
  // Each heading once, where its best entry stands.
  const kinds = [...new Set(best.map((entry) => entry.kind))];
  return kinds.flatMap((kind) => best.filter((entry) => entry.kind === kind));
}
