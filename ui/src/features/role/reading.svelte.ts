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

  open(id: string): void {
    openLine(id);
  }
}

export function openLine(id: string): void {
  inspector.open(StatementInspector, { id }, { key: `role:${id}`, label: m.role_inspector() });
}

/** Shows the line on the page, when it is there. */
export function scrollToLine(id: string): void {
  document.querySelector<HTMLElement>(`[data-line="${CSS.escape(id)}"]`)?.scrollIntoView?.({ block: 'nearest' });
}
