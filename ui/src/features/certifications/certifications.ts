// What the certifications page reckons: the road of a record, what a form sends, which rows a filter leaves.
import type {
  CatalogueRow,
  Certification,
  CertificationParams,
  CertificationRecord,
  CertificationStage,
  CertificationView,
  SkillLevel,
} from '../../backend/generated/commands';
import { isIsoDate } from '../../lib/format';
import { fold, matches } from '../../lib/text';

export interface Step {
  stage: CertificationStage;
  state: 'done' | 'now' | 'ahead';
}

const PASSED: CertificationStage[] = ['passed', 'held', 'expiring', 'expired', 'renewed'];
export const isPassed = (stage: CertificationStage): boolean => PASSED.includes(stage);

/** The road from the wish to the renewal. Where nothing expires, it ends with the certificate. */
export function road(view: Pick<CertificationView, 'stage' | 'record' | 'known'>): Step[] {
  const { stage } = view;
  const ends = Boolean(view.record.expires ?? view.known?.validity_months) || ['expiring', 'expired', 'renewed'].includes(stage);
  const last: CertificationStage = stage === 'renewed' ? 'renewed' : stage === 'expired' ? 'expired' : 'expiring';
  const stages: CertificationStage[] = ['wished', 'planned', 'booked', stage === 'failed' ? 'failed' : 'passed', 'held'];
  if (ends) stages.push(last);
  const at = stages.indexOf(stage);
  return stages.map((one, i) => ({ stage: one, state: i < at ? 'done' : i === at ? 'now' : 'ahead' }));
}

export type Intent = 'edit' | 'own' | 'plan' | 'book' | 'passed' | 'failed' | 'held' | 'renew';

/** What can be done next, the likeliest first. */
export function nextIntents(view: Pick<CertificationView, 'stage' | 'known' | 'record'>): Intent[] {
  switch (view.stage) {
    case 'wished':
      return ['plan', 'book'];
    case 'planned':
      return ['book'];
    case 'booked':
      return ['passed', 'failed'];
    case 'failed':
      return ['book'];
    case 'passed':
      return ['held'];
    default:
      return renewable(view) ? ['renew'] : [];
  }
}

function renewable(view: Pick<CertificationView, 'known' | 'record'>): boolean {
  const kind = view.known?.renewal?.kind;
  if (kind === 'none' || kind === 'retired') return false;
  return Boolean(view.record.expires ?? view.known?.validity_months);
}

/** The day some months later; the last day of a shorter month. */
export function addMonths(iso: string, months: number): string {
  const [year = 0, month = 1, day = 1] = iso.split('-').map(Number);
  const total = year * 12 + (month - 1) + months;
  const y = Math.floor(total / 12);
  const m = total % 12;
  const end = new Date(Date.UTC(y, m + 1, 0)).getUTCDate();
  const two = (n: number) => String(n).padStart(2, '0');
  return `${y}-${two(m + 1)}-${two(Math.min(day, end))}`;
}

/** The day it would expire by the provider's rule; none when that is unknown or already so. */
export function proposedExpiry(issued: string | null, expires: string | null, known: Certification | null): string | null {
  if (!issued || !isIsoDate(issued) || !known?.validity_months) return null;
  const day = addMonths(issued, known.validity_months);
  return day === expires ? null : day;
}

export const ONLINE = 'online';
export const isOnline = (place: string): boolean => /^(online|en ligne)$/i.test(place.trim());

/** What the form holds: no nulls, so that fields can be bound. */
export interface Draft {
  certification: string | null;
  name: string;
  provider: string;
  stage: CertificationStage;
  wanted_by: string;
  exam_on: string;
  exam_at: string;
  exam_zone: string;
  where: '' | 'online' | 'place';
  place: string;
  cost: number | null;
  currency: string;
  score: string;
  attempt: number | null;
  issued: string;
  expires: string;
  credential_id: string;
  url: string;
  note: string;
  supports: SkillLevel[];
}

export const ownZone = (): string => Intl.DateTimeFormat().resolvedOptions().timeZone || 'Europe/Paris';

export function draftOf(record: CertificationRecord | null, known: Certification | null): Draft {
  const place = record?.place ?? '';
  return {
    certification: record?.certification ?? known?.id ?? null,
    name: record?.name ?? '',
    provider: record?.provider ?? '',
    // `expiring` and `expired` are never kept, but a view may hold them.
    stage: record?.stage ?? 'wished',
    wanted_by: record?.wanted_by ?? '',
    exam_on: record?.exam_on ?? '',
    exam_at: record?.exam_at ?? '',
    exam_zone: record?.exam_zone ?? ownZone(),
    where: isOnline(place) ? 'online' : place ? 'place' : '',
    place: isOnline(place) ? '' : place,
    cost: record?.cost ?? null,
    currency: record?.currency ?? known?.price?.currency ?? 'EUR',
    score: record?.score ?? '',
    attempt: record?.attempt ?? 1,
    issued: record?.issued ?? '',
    expires: record?.expires ?? '',
    credential_id: record?.credential_id ?? '',
    url: record?.url ?? '',
    note: record?.note ?? '',
    supports: (record?.supports ?? []).map((one) => ({ ...one })),
  };
}

/** The form as it opens for one step of the road. */
export function prepare(draft: Draft, intent: Intent, known: Certification | null, today: string): Draft {
  switch (intent) {
    case 'plan':
      return { ...draft, stage: 'planned' };
    case 'book': {
      const price = draft.cost === null && known?.price ? { cost: known.price.amount, currency: known.price.currency } : {};
      const again = draft.stage === 'failed' ? { exam_on: '', exam_at: '', score: '', attempt: (draft.attempt ?? 1) + 1 } : {};
      return { ...draft, ...price, ...again, stage: 'booked' };
    }
    case 'passed':
    case 'failed':
      return { ...draft, stage: intent, exam_on: draft.exam_on && draft.exam_on <= today ? draft.exam_on : today };
    case 'held':
      return {
        ...draft,
        stage: 'held',
        issued: draft.issued || (draft.exam_on && draft.exam_on <= today ? draft.exam_on : today),
      };
    case 'renew':
      return { ...draft, stage: 'renewed', issued: today, expires: '' };
    default:
      return draft;
  }
}

/** 9:30, 9h30, 9 h or 0930 as the core wants it; what is no time is left for the core to refuse. */
export function timeOf(text: string): string {
  const found = /^(\d{1,2})\s*(?:[:h.]\s*(\d{2})?|(\d{2}))$/i.exec(text.trim());
  return found ? `${(found[1] ?? '').padStart(2, '0')}:${found[2] ?? found[3] ?? '00'}` : text.trim();
}

export function paramsOf(draft: Draft, id: string | null): CertificationParams {
  const { where, place, supports, ...rest } = draft;
  const own = draft.certification === null;
  return {
    ...rest,
    id,
    name: own ? draft.name : '',
    provider: own ? draft.provider : '',
    wanted_by: draft.wanted_by || null,
    exam_on: draft.exam_on || null,
    exam_at: timeOf(draft.exam_at) || null,
    exam_zone: draft.exam_at.trim() ? draft.exam_zone : null,
    place: where === 'online' ? ONLINE : where === 'place' ? place : '',
    currency: draft.cost === null ? null : draft.currency,
    issued: draft.issued || null,
    expires: draft.expires || null,
    supports: own ? supports.filter((one) => one.skill) : [],
  };
}

const FIELD_OF: Record<string, string> = {
  'certification.booked_without_date': 'exam_on',
  'certification.issued_in_future': 'issued',
  'certification.expires_before_issue': 'expires',
  'certification.derived_stage': 'stage',
  'certification.supports_level': 'supports',
  'input.time': 'exam_at',
  'input.zone': 'exam_zone',
  'input.amount': 'cost',
  'input.currency': 'cost',
};

/** The field that a refusal speaks of; none when it speaks of the whole. */
export const fieldOf = (error: { code: string; args: Record<string, string> }): string | null =>
  FIELD_OF[error.code] ?? (error.code.startsWith('input.') ? (error.args.field ?? null) : null);

const PART_OF: Record<string, string[]> = {
  own: ['name', 'provider', 'supports'],
  stage: ['stage', 'wanted_by'],
  exam: ['exam_on', 'exam_at', 'exam_zone', 'place', 'cost', 'currency', 'attempt'],
  result: ['score'],
  held: ['issued', 'expires', 'credential_id', 'url'],
  note: ['note'],
};
/** The part of the form that holds a field; none for what is not a field of it. */
export const partOf = (field: string): string | null =>
  Object.keys(PART_OF).find((part) => PART_OF[part]?.includes(field)) ?? null;

export type CostBand = 'free' | 'low' | 'high' | 'unknown';
export const LOW_COST = 150;

/** Amounts stay in their own currency: a band is about the figure as written. */
export const costBand = (known: Certification): CostBand =>
  !known.price ? 'unknown' : known.price.amount === 0 ? 'free' : known.price.amount <= LOW_COST ? 'low' : 'high';

export interface Filter {
  query: string;
  provider: string;
  level: string;
  status: string;
  cost: string;
  skill: string;
}

export const NO_FILTER: Filter = { query: '', provider: '', level: '', status: '', cost: '', skill: '' };

export function filterRows(rows: CatalogueRow[], filter: Filter): CatalogueRow[] {
  const query = fold(filter.query).trim();
  return rows.filter(({ known, supports }) => {
    if (filter.provider && known.provider !== filter.provider) return false;
    if (filter.level && known.level !== filter.level) return false;
    if (filter.status && known.status !== filter.status) return false;
    if (filter.cost && costBand(known) !== filter.cost) return false;
    if (filter.skill && !supports.some((one) => one.level.skill === filter.skill)) return false;
    const words = [known.name, known.code, known.provider, ...supports.flatMap((one) => [one.name.en, one.name.fr])].join(' ');
    return !query || matches(query, words);
  });
}

const LEVELS = ['entry', 'fundamentals', 'associate', 'practitioner', 'intermediate', 'professional', 'expert', 'specialist'];
/** From the first step to the last; what is unknown comes at the end. */
export const levelOrder = (level: string): number => (LEVELS.indexOf(level) + LEVELS.length + 1) % (LEVELS.length + 1);

export type SortKey = 'name' | 'provider' | 'level' | 'price' | 'helps';

/** Sorted copies; equal rows by name. Prices of one currency stand together, for they cannot be compared across. */
export function sortRows(
  rows: CatalogueRow[],
  key: string,
  descending: boolean,
  compare: (a: string, b: string) => number,
): CatalogueRow[] {
  const sign = descending ? -1 : 1;
  const dead = (row: CatalogueRow) => Number(row.known.status !== 'active');
  const by = (a: CatalogueRow, b: CatalogueRow): number => {
    switch (key as SortKey) {
      case 'helps':
        return sign * (a.would_help - b.would_help) || dead(a) - dead(b);
      case 'provider':
        return sign * compare(a.known.provider, b.known.provider);
      case 'level':
        return sign * (levelOrder(a.known.level) - levelOrder(b.known.level));
      case 'price': {
        const [p, q] = [a.known.price, b.known.price];
        if (!p || !q) return Number(!p) - Number(!q);
        return compare(p.currency, q.currency) || sign * (p.amount - q.amount);
      }
      default:
        return sign * compare(a.known.name, b.known.name);
    }
  };
  return [...rows].sort((a, b) => by(a, b) || compare(a.known.name, b.known.name));
}

/** Whether nobody checked a fact on the provider's own page. */
export const isUnverified = (known: Certification, fact: string): boolean =>
  known.unverified.includes('all') || known.unverified.includes(fact);
