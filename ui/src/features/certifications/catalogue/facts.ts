// The facts of a certification in words: what the catalogue says, what the person knows better, how sure it is.
import type { CatalogueRow, Certification, CorrectionView, Fact, Price } from '../../../backend/generated/commands';
import { date, hours, hoursOnly, money, number, tx } from '../../../lib/format';
import { m } from '../../../paraglide/messages';
import { isUnverified } from '../certifications';
import { asOf, levelWord, minutesWord, priceWord, renewalWord, statusWord, validityWord } from '../words';

/** The facts that the person can correct, as the core names them, and those that stand as they were gathered. */
export type FactKey = Fact | 'level' | 'performance_based' | 'prerequisites';

/** The name under which the catalogue marks a fact as unverified. */
const MARK: Partial<Record<FactKey, string>> = {
  retired_on: 'status',
  renewal_opens_days: 'renewal',
  renewal_credits: 'renewal',
  retake_days: 'retake',
  reschedule_hours: 'reschedule',
};
// The core marks the day it ends by `status`; some rows of the catalogue name the day itself.
export const factUnverified = (known: Certification, fact: FactKey): boolean =>
  isUnverified(known, MARK[fact] ?? fact) || isUnverified(known, fact);

const LABEL: Record<FactKey, () => string> = {
  status: m.certifications_status,
  retired_on: m.catalogue_retired_on,
  level: m.certifications_level,
  price: m.certifications_price,
  performance_based: m.certifications_format,
  minutes: m.certifications_duration,
  questions: m.certifications_questions,
  pass_mark: m.certifications_pass_mark,
  validity_months: m.certifications_validity,
  renewal: m.certifications_renewal,
  renewal_opens_days: m.catalogue_renewal_opens,
  renewal_credits: m.catalogue_renewal_credits,
  retake_days: m.catalogue_retake,
  reschedule_hours: m.catalogue_reschedule,
  prerequisites: m.certifications_prerequisites,
  exam_hours: m.catalogue_exam_hours,
  url: m.catalogue_page,
};
export const factLabel = (fact: FactKey): string => LABEL[fact]();

const dayCount = (n: number): string => m.catalogue_days({ n, shown: number(n) });
const amount = (price: Price): string => money(price.amount, price.currency);

/** 1 day, then 14 days */
function retakeWord(known: Certification): string | null {
  const days = known.retake?.days;
  if (!days?.length) return null;
  const words = days.map((n) => (n === 0 ? m.catalogue_retake_at_once() : dayCount(n)));
  return words.reduce((first, next) => m.catalogue_retake_then({ first, next }));
}

function opensWord(known: Certification): string | null {
  const rule = known.renewal;
  if (rule?.opens_months) return m.catalogue_months_before({ n: rule.opens_months, shown: number(rule.opens_months) });
  return rule?.opens_days ? m.catalogue_days_before({ n: rule.opens_days, shown: number(rule.opens_days) }) : null;
}

const movesWord = (known: Certification): string | null =>
  known.reschedule_hours === null
    ? null
    : known.reschedule_hours === 0
      ? m.catalogue_reschedule_until()
      : m.catalogue_reschedule_before({ hours: hours(known.reschedule_hours * 60) });

export const formatWord = (known: Certification): string =>
  known.performance_based ? m.certifications_format_performance() : m.certifications_format_choice();

/** A fact in words; null where nobody knows it, or there is none. */
export function factValue(known: Certification, fact: FactKey): string | null {
  switch (fact) {
    case 'status':
      return statusWord(known.status);
    case 'retired_on':
      return known.retired_on ? date(known.retired_on) : null;
    case 'level':
      return levelWord(known.level);
    case 'price':
      return priceWord(known);
    case 'performance_based':
      return formatWord(known);
    case 'minutes':
      return minutesWord(known);
    case 'questions':
      return known.questions;
    case 'pass_mark':
      return known.pass_mark;
    case 'validity_months':
      return validityWord(known);
    case 'renewal':
      return renewalWord(known);
    case 'renewal_opens_days':
      return opensWord(known);
    case 'renewal_credits':
      return known.renewal?.credits === null || !known.renewal ? null : number(known.renewal.credits);
    case 'retake_days':
      return retakeWord(known);
    case 'reschedule_hours':
      return movesWord(known);
    case 'prerequisites':
      return tx(known.prerequisites) || null;
    case 'exam_hours':
      return known.exam_hours === null ? null : hoursOnly(known.exam_hours * 60);
    case 'url':
      return known.url?.replace(/^https?:\/\/(www\.)?/, '').replace(/\/$/, '') ?? null;
  }
}

/** What there is to know beside the fact itself. */
export function factMore(known: Certification, fact: FactKey): string[] {
  if (fact === 'retake_days') return [tx(known.retake?.note)].filter(Boolean);
  if (fact !== 'renewal') return [];
  const rule = known.renewal;
  return [
    tx(rule?.note),
    rule?.months ? m.catalogue_renewal_months({ n: rule.months, shown: number(rule.months) }) : '',
    rule?.fee ? m.catalogue_renewal_fee({ price: amount(rule.fee) }) : '',
  ].filter(Boolean);
}

export interface FactLine {
  fact: FactKey;
  label: string;
  value: string | null;
  more: string[];
  /** Nobody could check it, and the person did not. */
  unverified: boolean;
  /** June 2026: when the catalogue's fact was seen. */
  as: string;
  /** The person's own fact, where it stands in the place of the catalogue's. */
  own: CorrectionView | null;
  /** What the catalogue says, where the person's stands in its place. */
  shipped: { value: string | null; as: string; unverified: boolean } | null;
  correctable: Fact | null;
}

const FIXED: FactKey[] = ['level', 'performance_based', 'prerequisites'];
export const correctable = (fact: FactKey): Fact | null => (FIXED.includes(fact) ? null : (fact as Fact));

/** When a fact of the catalogue was seen: the price carries its own day. */
const seen = (known: Certification, fact: FactKey): string =>
  asOf((fact === 'price' ? known.price?.as_of : null) ?? known.facts_as_of);

export function factLine(row: CatalogueRow, fact: FactKey): FactLine {
  const { known, shipped } = row;
  const own = row.corrections.find((one) => one.correction.fact === fact) ?? null;
  return {
    fact,
    label: factLabel(fact),
    value: factValue(known, fact),
    more: factMore(known, fact),
    unverified: !own?.applies && factUnverified(known, fact),
    as: seen(known, fact),
    own,
    shipped:
      own?.applies && shipped
        ? { value: factValue(shipped, fact), as: seen(shipped, fact), unverified: factUnverified(shipped, fact) }
        : null,
    correctable: correctable(fact),
  };
}

const ORDER: FactKey[] = [
  'price',
  'performance_based',
  'level',
  'status',
  'retired_on',
  'minutes',
  'questions',
  'pass_mark',
  'validity_months',
  'renewal',
  'renewal_opens_days',
  'renewal_credits',
  'retake_days',
  'reschedule_hours',
  'prerequisites',
  'exam_hours',
  'url',
];
const RENEWED = ['retake', 'free_assessment', 'credits_and_fee', 'higher_cert'];

/** The facts of one certification. Those that do not concern it are left out: credits where none are counted, a last day that is not set. */
export function factLines(row: CatalogueRow): FactLine[] {
  const kind = row.known.renewal?.kind ?? '';
  const concerns = (fact: FactKey): boolean => {
    if (row.corrections.some((one) => one.correction.fact === fact)) return true;
    if (fact === 'retired_on') return row.known.retired_on !== null || row.known.status === 'retired';
    if (fact === 'renewal_opens_days') return RENEWED.includes(kind);
    if (fact === 'renewal_credits') return kind === 'credits_and_fee' || Boolean(row.known.renewal?.credits);
    return true;
  };
  return ORDER.filter(concerns).map((fact) => factLine(row, fact));
}

/** The person's fact as words: you, 20 November 2026, the provider’s page. */
export const ownWords = ({ correction }: CorrectionView): string =>
  [m.catalogue_you(), date(correction.as_of), correction.source].filter(Boolean).join(', ');
