// The checklist of a project: which lines are open, planned, spoken for by the audit.
import type { AuditView, Carry, ChecklistMark, CheckView, LineSuggestion } from '../../../backend/generated/commands';
import { tx } from '../../../lib/format';
import { m } from '../../../paraglide/messages';
import { href } from '../../../lib/router.svelte';

export const MARKS: ChecklistMark[] = ['open', 'done', 'not_applicable'];

export function markText(mark: ChecklistMark): string {
  switch (mark) {
    case 'open':
      return m.portfolio_mark_open();
    case 'done':
      return m.portfolio_mark_done();
    case 'not_applicable':
      return m.portfolio_mark_not_applicable();
  }
}

export const isOpen = (line: CheckView): boolean => line.state.mark === 'open';
/** A line stands in the plan only while it is open. */
export const isPlanned = (line: CheckView): boolean => isOpen(line) && line.state.planned;

export interface Counts {
  open: CheckView[];
  planned: CheckView[];
}
export const countsOf = (lines: CheckView[]): Counts => ({ open: lines.filter(isOpen), planned: lines.filter(isPlanned) });

/** What the newest audit says for the open lines, by line. */
export const suggestionsOf = (audit: AuditView | null | undefined): Map<string, LineSuggestion> =>
  new Map(audit?.lines.map((one) => [one.line, one]));

/** The first two findings in one line. */
export const firstNames = (carries: Carry[]): string[] => [...new Set(carries.map((one) => tx(one.name)))];

/** The item of the plan that a line is. */
export const planHref = (project: string, line: string): string => href('plan', [], { item: `line:${project}:${line}` });
