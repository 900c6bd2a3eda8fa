// The dialog that corrects a fact: which field it has, what it begins with, what it sends, where a refusal belongs.
import type { CatalogueRow, Certification, CorrectParams, Fact } from '../../../backend/generated/commands';

export type Kind = 'text' | 'number' | 'price' | 'date' | 'status' | 'renewal' | 'days' | 'address';

const KIND: Record<Fact, Kind> = {
  status: 'status',
  retired_on: 'date',
  price: 'price',
  minutes: 'number',
  questions: 'text',
  pass_mark: 'text',
  validity_months: 'number',
  renewal: 'renewal',
  renewal_opens_days: 'number',
  renewal_credits: 'number',
  retake_days: 'days',
  reschedule_hours: 'number',
  exam_hours: 'number',
  url: 'address',
};
export const kindOf = (fact: Fact): Kind => KIND[fact];

/** The most that the core takes. */
const MOST: Partial<Record<Fact, number>> = {
  minutes: 2880,
  validity_months: 600,
  renewal_opens_days: 3660,
  renewal_credits: 10_000,
  reschedule_hours: 8784,
  exam_hours: 2000,
};
export const mostOf = (fact: Fact): number => MOST[fact] ?? 1_000_000;

export interface Draft {
  /** A text, a date, a word. */
  text: string;
  number: number | null;
  currency: string;
  as_of: string;
  source: string;
}

const valueOf = (known: Certification, fact: Fact): string | number | null => {
  switch (fact) {
    case 'status':
      return known.status;
    case 'retired_on':
      return known.retired_on;
    case 'price':
      return known.price?.amount ?? null;
    case 'renewal':
      return known.renewal?.kind ?? null;
    case 'renewal_opens_days':
      return known.renewal?.opens_days ?? null;
    case 'renewal_credits':
      return known.renewal?.credits ?? null;
    case 'retake_days':
      return known.retake?.days.join(', ') ?? null;
    default:
      return known[fact];
  }
};

/** The dialog as it opens: the fact as it stands, seen today unless the person saw it before. */
export function draftOf(row: CatalogueRow, fact: Fact, today: string): Draft {
  const value = valueOf(row.known, fact);
  const own = row.corrections.find((one) => one.correction.fact === fact)?.correction;
  return {
    text: typeof value === 'string' ? value : '',
    number: typeof value === 'number' ? value : null,
    currency: row.known.price?.currency ?? row.shipped?.price?.currency ?? 'EUR',
    as_of: own?.as_of ?? today,
    source: own?.source ?? '',
  };
}

/** What the core is asked to keep; empty where the person left the field empty: not known, or none. */
export function paramsOf(certification: string, fact: Fact, draft: Draft): CorrectParams {
  const kind = kindOf(fact);
  const number = draft.number === null ? '' : String(draft.number);
  const value = kind === 'number' ? number : kind === 'price' ? number && `${number} ${currencyOf(draft)}` : draft.text.trim();
  return { certification, fact, value, as_of: draft.as_of || null, source: draft.source };
}
const currencyOf = (draft: Draft): string => draft.currency.trim().toUpperCase();

/** The field that a refusal speaks of; none when it speaks of the whole. */
export function fieldOf(error: { code: string; args: Record<string, string> }): 'value' | 'as_of' | 'source' | null {
  if (error.code === 'certification.fact_value') return 'value';
  if (error.code === 'certification.seen_in_future') return 'as_of';
  const field = error.args.field ?? error.args.path;
  return field === 'value' || field === 'as_of' || field === 'source' ? field : null;
}
