// The lists of a record: past attempts, other costs, credits. Each line is written by itself.
import type {
  Attempt,
  CertificationParams,
  CertificationView,
  Cost,
  CostKind,
  Credit,
} from '../../../backend/generated/commands';
import { draftOf, paramsOf } from '../certifications';
import type { LineKind } from '../form.svelte';

/** A line as its form holds it. */
export interface LineDraft {
  on: string;
  score: string;
  note: string;
  what: CostKind;
  amount: number | null;
  currency: string;
  credits: number | null;
  title: string;
}

export const COST_KINDS: CostKind[] = ['course', 'material', 'renewal', 'travel', 'other'];

export function lineDraft(view: CertificationView, kind: LineKind, at: number | null, today: string): LineDraft {
  const { record, known } = view;
  const currency = record.currency ?? known?.price?.currency ?? 'EUR';
  const blank: LineDraft = { on: today, score: '', note: '', what: 'course', amount: null, currency, credits: null, title: '' };
  if (at === null) return blank;
  if (kind === 'attempt') {
    const one = record.attempts[at];
    return one
      ? { ...blank, on: one.on, score: one.score, note: one.note, amount: one.cost, currency: one.currency ?? currency }
      : blank;
  }
  if (kind === 'cost') return { ...blank, ...record.costs[at] };
  return { ...blank, ...record.credits[at] };
}

/** What a line cannot do without; none when all is there. */
export function emptyField(kind: LineKind, draft: LineDraft): string | null {
  if (!draft.on) return 'on';
  if (kind === 'cost' && draft.amount === null) return 'amount';
  if (kind === 'credit' && draft.credits === null) return 'credits';
  return null;
}

const byDay = <T extends { on: string }>(all: T[]): T[] => [...all].sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
const put = <T extends { on: string }>(all: T[], at: number | null, line: T): T[] =>
  byDay(at === null ? [...all, line] : all.map((one, i) => (i === at ? line : one)));
const without = <T>(all: T[], at: number): T[] => all.filter((_, i) => i !== at);

/** The whole record, with one of its lists changed. */
function withList(view: CertificationView, lists: Partial<CertificationParams>): CertificationParams {
  const { record } = view;
  const params = paramsOf(draftOf(record, view.known), record.id);
  // The attempt at hand is counted anew, unless the person numbered it otherwise.
  const counted = lists.attempts && record.attempt === record.attempts.length + 1 ? { attempt: null } : {};
  return { ...params, ...counted, ...lists };
}

export function savedLine(view: CertificationView, kind: LineKind, at: number | null, draft: LineDraft): CertificationParams {
  const { record } = view;
  if (kind === 'attempt') {
    const cost = draft.amount;
    const line: Attempt = {
      on: draft.on,
      score: draft.score,
      cost,
      currency: cost === null ? null : draft.currency,
      note: draft.note,
    };
    return withList(view, { attempts: put(record.attempts, at, line) });
  }
  if (kind === 'cost') {
    const line: Cost = {
      on: draft.on,
      what: draft.what,
      amount: draft.amount ?? 0,
      currency: draft.currency,
      note: draft.note,
    };
    return withList(view, { costs: put(record.costs, at, line) });
  }
  const line: Credit = { on: draft.on, credits: draft.credits ?? 0, title: draft.title };
  return withList(view, { credits: put(record.credits, at, line) });
}

export function removedLine(view: CertificationView, kind: LineKind, at: number): CertificationParams {
  const { record } = view;
  if (kind === 'attempt') return withList(view, { attempts: without(record.attempts, at) });
  if (kind === 'cost') return withList(view, { costs: without(record.costs, at) });
  return withList(view, { credits: without(record.credits, at) });
}
