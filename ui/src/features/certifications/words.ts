import type { Certification, CertificationStage, CertificationView, SpentFor } from '../../backend/generated/commands';
import type { Tone } from '../../kit/types';
import { dateMedium, hours, isIsoDate, money, moment, month, number, relativeDays } from '../../lib/format';
import { m } from '../../paraglide/messages';
import type { LineKind } from './form.svelte';
import { isOnline, isPassed, ownZone, type CostBand } from './certifications';

const STAGE: Record<CertificationStage, () => string> = {
  wished: m.certifications_stage_wished,
  planned: m.certifications_stage_planned,
  booked: m.certifications_stage_booked,
  passed: m.certifications_stage_passed,
  failed: m.certifications_stage_failed,
  held: m.certifications_stage_held,
  expiring: m.certifications_stage_expiring,
  expired: m.certifications_stage_expired,
  renewed: m.certifications_stage_renewed,
};
export const stageWord = (stage: CertificationStage): string => STAGE[stage]();

const TONES: Partial<Record<CertificationStage, Tone>> = {
  booked: 'sky',
  passed: 'moss',
  held: 'moss',
  renewed: 'moss',
  expiring: 'amber',
  expired: 'brick',
  failed: 'amber',
};
export const stageTone = (stage: CertificationStage): Tone => TONES[stage] ?? 'neutral';

const LEVEL: Record<string, () => string> = {
  entry: m.certifications_level_entry,
  fundamentals: m.certifications_level_fundamentals,
  associate: m.certifications_level_associate,
  practitioner: m.certifications_level_practitioner,
  intermediate: m.certifications_level_intermediate,
  professional: m.certifications_level_professional,
  expert: m.certifications_level_expert,
  specialist: m.certifications_level_specialist,
};
export const levelWord = (level: string): string => LEVEL[level]?.() ?? level;

const STATUS: Record<string, () => string> = {
  active: m.certifications_status_active,
  retired: m.certifications_status_retired,
  announced: m.certifications_status_announced,
  doubtful: m.certifications_status_doubtful,
  historic: m.certifications_status_historic,
};
export const statusWord = (status: string): string => STATUS[status]?.() ?? status;
export const statusTone = (status: string): Tone => (status === 'active' ? 'moss' : status === 'announced' ? 'sky' : 'amber');

const BAND: Record<CostBand, () => string> = {
  free: m.certifications_cost_free,
  low: m.certifications_cost_low,
  high: m.certifications_cost_high,
  unknown: m.certifications_cost_unknown,
};
export const bandWord = (band: CostBand): string => BAND[band]();

const RENEWAL: Record<string, () => string> = {
  retake: m.certifications_renewal_retake,
  free_assessment: m.certifications_renewal_free_assessment,
  credits_and_fee: m.certifications_renewal_credits_and_fee,
  higher_cert: m.certifications_renewal_higher_cert,
  none: m.certifications_renewal_none,
  retired: m.certifications_renewal_retired,
};
export const renewalKindWord = (kind: string): string => RENEWAL[kind]?.() ?? kind;
export const renewalWord = (known: Certification): string | null => (known.renewal ? renewalKindWord(known.renewal.kind) : null);

/** 2026, June 2026 or 20 November 2026: as exact as the fact is. */
export const asOf = (when: string): string =>
  isIsoDate(when) ? dateMedium(when) : /^\d{4}-\d{2}$/.test(when) ? month(`${when}-01`) : when;

export const priceWord = (known: Certification): string | null =>
  known.price
    ? known.price.amount === 0
      ? m.certifications_cost_free()
      : money(known.price.amount, known.price.currency)
    : null;

export const validityWord = (known: Certification): string | null =>
  known.validity_months
    ? m.certifications_months({ n: known.validity_months, shown: number(known.validity_months) })
    : known.renewal?.kind === 'none'
      ? m.certifications_no_expiry()
      : null;

export const minutesWord = (known: Certification): string | null => (known.minutes ? hours(known.minutes) : null);

export const placeWord = (place: string): string => (isOnline(place) ? m.certifications_online() : place);

/** Time and zone of the exam; where that is another zone than the person's, their own time too. */
export function examTime({ record, exam_moment }: CertificationView): string | null {
  if (!record.exam_at) return null;
  const there = [record.exam_at, record.exam_zone?.replaceAll('_', ' ')].filter(Boolean).join(' · ');
  const away = record.exam_zone && record.exam_zone !== ownZone();
  return away && exam_moment ? m.exams_time_here({ there, here: moment(exam_moment) }) : there;
}

/** 85 in 100; never quite none nor all, for 10,000 runs are no oracle. */
export function chanceWord(share: number): string {
  if (share > 0.99) return m.exams_chance_most();
  if (share < 0.01) return m.exams_chance_least();
  return m.exams_chance({ n: Math.round(share * 100) });
}
/** The same, short, where a title says what of. */
export function chanceShort(share: number): string {
  if (share > 0.99) return m.exams_chance_short_most();
  if (share < 0.01) return m.exams_chance_short_least();
  return m.exams_chance_short({ n: Math.round(share * 100) });
}
export const chanceTone = (share: number): Tone => (share >= 0.85 ? 'moss' : share >= 0.5 ? 'neutral' : 'amber');

/** The day that matters next: exam, wish or expiry; what is passed and never expires has none. */
export function nextDate({ record, stage }: CertificationView): { what: string; day: string } | null {
  if (stage === 'booked' && record.exam_on) return { what: m.certifications_date_exam(), day: record.exam_on };
  if (isPassed(stage)) return record.expires ? { what: expiryWord(stage), day: record.expires } : null;
  return record.wanted_by ? { what: m.certifications_date_wanted(), day: record.wanted_by } : null;
}
const expiryWord = (stage: CertificationStage) =>
  stage === 'expired' ? m.certifications_date_expired() : m.certifications_date_expiry();

/** Exam in 41 days */
export function countdownWord(view: CertificationView, today: string): string | null {
  const next = nextDate(view);
  return next && `${next.what} ${relativeDays(next.day, today)}`;
}

const SPENT: Record<SpentFor, () => string> = {
  exam: m.exams_cost_exam,
  attempt: m.exams_cost_attempt,
  course: m.exams_cost_course,
  material: m.exams_cost_material,
  renewal: m.exams_cost_renewal,
  travel: m.exams_cost_travel,
  other: m.exams_cost_other,
};
/** What money went to. */
export const costWord = (what: SpentFor): string => SPENT[what]();

const LINE: Record<LineKind, [add: () => string, edit: () => string]> = {
  attempt: [m.exams_attempt_add, m.exams_attempt_edit],
  cost: [m.exams_cost_add, m.exams_cost_edit],
  credit: [m.exams_credit_add, m.exams_credit_edit],
};
export const lineTitle = (kind: LineKind, fresh: boolean): string => LINE[kind][fresh ? 0 : 1]();
