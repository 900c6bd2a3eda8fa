import { tick } from 'svelte';
import { inspector } from '../../lib/inspector.svelte';
import { m } from '../../paraglide/messages';
import type { RoleIndex } from './role';
import StatementInspector from './StatementInspector.svelte';

/** What the sections share while the page is read: the index, what a search leaves, which line is open. */
export class Reading {
  index: () => RoleIndex;
  found: () => Set<string> | null;

  constructor(index: () => RoleIndex, found: () => Set<string> | null) {
    this.index = index;
    this.found = found;
  }

  shows(id: string): boolean {
    return this.found()?.has(id) ?? true;
  }

  /** Whether anything is left of an entry. */
  showsEntry(key: string): boolean {
    const found = this.found();
    return !found || (this.index().byEntry.get(key) ?? []).some((line) => found.has(line.id));
  }

  /** Nothing is searched or filtered: headings and introductions stand too. */
  get whole(): boolean {
    return this.found() === null;
  }

  /** Opens a line; what was clicked stays where it is, although the pane takes room. */
  open(id: string, row: HTMLElement): void {
    keepInPlace(row, () => openLine(id));
  }
}

export function openLine(id: string): void {
  inspector.open(StatementInspector, { id }, { key: `role:${id}`, label: m.role_inspector() });
}

function keepInPlace(row: HTMLElement, run: () => void): void {
  const main = row.closest('main');
  const before = row.getBoundingClientRect().top;
  run();
  void tick().then(() => {
    if (main) main.scrollTop += row.getBoundingClientRect().top - before;
  });
}

/** Shows the line on the page, when it is there. */
export function scrollToLine(id: string, block: ScrollLogicalPosition = 'nearest'): void {
  document.querySelector<HTMLElement>(`[data-line="${CSS.escape(id)}"]`)?.scrollIntoView?.({ block });
}
