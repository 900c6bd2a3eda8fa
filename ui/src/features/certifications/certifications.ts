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
  /** `missed`: an attempt that was not passed and is behind. */
  state: 'done' | 'now' | 'ahead' | 'missed';
  on?: string | null;
  score?: string;
}

const PASSED: CertificationStage[] = ['passed', 'held', 'expiring', 'expired', 'renewed'];
export const isPassed = (stage: CertificationStage): boolean => PASSED.includes(stage);

type OnRoad = Pick<CertificationView, 'stage' | 'record' | 'known'>;

/** The road from the wish to the renewal. Where nothing expires, it ends with the certificate. */
export function road(view: OnRoad): Step[] {
  const { stage, record } = view;
  const ends = Boolean(record.expires ?? view.known?.validity_months) || ['expiring', 'expired', 'renewed'].includes(stage);
  const last: CertificationStage = stage === 'renewed' ? 'renewed' : stage === 'expired' ? 'expired' : 'expiring';
  const stages: CertificationStage[] = ['wished', 'planned', 'booked', stage === 'failed' ? 'failed' : 'passed', 'held'];
  if (ends) stages.push(last);
  const at = stages.indexOf(stage);
  return stages.map((one, i) => ({ stage: one, state: i < at ? 'done' : i === at ? 'now' : 'ahead' }));
}

/** The same with the days that are known, and every attempt in its place. */
export function longRoad(view: OnRoad): Step[] {
  const { record, stage } = view;
  const attempts: Step[] = record.attempts.map((one) => ({ stage: 'failed', state: 'missed', on: one.on, score: one.score }));
  const steps = road(view).map((step) => ({ ...step, on: dayOf(step, view), score: '' }));
  const before = steps.filter((one) => one.stage === 'wished' || one.stage === 'planned');
  const after = steps.slice(before.length);
  if (stage !== 'failed' || attempts.length === 0) return [...before, ...attempts, ...after];
  const ahead = (one: CertificationStage): Step => ({ stage: one, state: 'ahead' });
  const last = attempts.pop();
  const now: Step[] = last ? [{ ...last, state: 'now' }] : [];
  return [...before, ...attempts, ...now, ahead('booked'), ahead('passed'), ...after.slice(2)];
}

/** The day of a step, where it is known. */
function dayOf(step: Step, { record, stage }: OnRoad): string | null {
  switch (step.stage) {
    case 'planned':
      return isPassed(stage) ? null : record.wanted_by;
    case 'booked':
      return stage === 'booked' ? record.exam_on : null;
    case 'passed':
      return isPassed(stage) ? record.exam_on : null;
    case 'failed':
      return record.exam_on;
    case 'held':
      return record.periods[0]?.issued ?? (isPassed(stage) ? record.issued : null);
    case 'renewed':
      return record.issued;
    case 'expiring':
    case 'expired':
      return record.expires;
    default:
      return null;
  }
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
  reschedule_by: string;
  score: string;
  attempt: number | null;
  retry_from: string;
  issued: string;
  expires: string;
  credential_id: string;
  url: string;
  note: string;
  keep_up: boolean;
  performance_based: boolean;
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
    reschedule_by: record?.reschedule_by ?? '',
    score: record?.score ?? '',
    attempt: record?.attempt ?? 1,
    retry_from: record?.retry_from ?? '',
    issued: record?.issued ?? '',
    expires: record?.expires ?? '',
    credential_id: record?.credential_id ?? '',
    url: record?.url ?? '',
    note: record?.note ?? '',
    keep_up: record?.keep_up ?? true,
    performance_based: record?.performance_based ?? false,
    supports: (record?.supports ?? []).map((one) => ({ ...one })),
  };
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
    reschedule_by: draft.reschedule_by || null,
    retry_from: draft.retry_from || null,
    issued: draft.issued || null,
    expires: draft.expires || null,
    performance_based: own && draft.performance_based,
    supports: own ? supports.filter((one) => one.skill) : [],
  };
}

const FIELD_OF: Record<string, string> = {
  'certification.booked_without_date': 'exam_on',
  'certification.booked_already': 'exam_on',
  'certification.exam_clash': 'exam_on',
  'certification.exam_in_past': 'exam_on',
  'certification.retired_by_then': 'exam_on',
  'certification.skipped_time': 'exam_at',
  'certification.reschedule_after_exam': 'reschedule_by',
  'certification.result_in_future': 'on',
  'certification.renewed_before_issue': 'on',
  'certification.renewed_not_longer': 'expires',
  'certification.issued_in_future': 'issued',
  'certification.expires_before_issue': 'expires',
  'certification.derived_stage': 'stage',
  'certification.supports_level': 'supports',
  'certification.credits': 'credits',
  'input.time': 'exam_at',
  'input.zone': 'exam_zone',
  'input.amount': 'cost',
  'input.currency': 'currency',
};

/** The field that a refusal speaks of; none when it speaks of the whole. */
export const fieldOf = (error: { code: string; args: Record<string, string> }): string | null =>
  (error.code.startsWith('input.') ? error.args.field : null) ?? FIELD_OF[error.code] ?? null;

const PART_OF: Record<string, string[]> = {
  own: ['name', 'provider', 'supports'],
  stage: ['stage', 'wanted_by'],
  exam: ['exam_on', 'exam_at', 'exam_zone', 'place', 'cost', 'currency', 'reschedule_by', 'attempt', 'retry_from'],
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
  /** Only what would raise a skill that the target asks. */
  helps: boolean;
  /** Only what the person has a record of. */
  mine: boolean;
}

export const NO_FILTER: Filter = {
  query: '',
  provider: '',
  level: '',
  status: '',
  cost: '',
  skill: '',
  helps: false,
  mine: false,
};

export function filterRows(rows: CatalogueRow[], filter: Filter): CatalogueRow[] {
  const query = fold(filter.query).trim();
  return rows.filter(({ known, supports, would_help, mine }) => {
    if (filter.helps && would_help === 0) return false;
    if (filter.mine && mine === null) return false;
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

export type SortKey = 'name' | 'provider' | 'level' | 'status' | 'validity' | 'price' | 'helps';
const STATUSES = ['active', 'announced', 'doubtful', 'retired', 'historic'];

/** What never expires stands after the longest; what nobody could tell is none. */
const monthsOf = (known: Certification): number | null =>
  known.validity_months ?? (known.renewal?.kind === 'none' ? Infinity : null);

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
      case 'status':
        return sign * (STATUSES.indexOf(a.known.status) - STATUSES.indexOf(b.known.status));
      case 'validity': {
        const [p, q] = [monthsOf(a.known), monthsOf(b.known)];
        if (p === null || q === null) return Number(p === null) - Number(q === null);
        return p === q ? 0 : sign * (p < q ? -1 : 1);
      }
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
