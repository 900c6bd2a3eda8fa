import type { Certification, CertificationStage, CertificationView } from '../../backend/generated/commands';
import type { Tone } from '../../kit/types';
import { dateMedium, hours, isIsoDate, money, month, number, relativeDays } from '../../lib/format';
import { m } from '../../paraglide/messages';
import { isOnline, isPassed, type CostBand, type Intent } from './certifications';

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

const INTENT: Record<Intent, () => string> = {
  edit: m.common_edit,
  own: m.certifications_own,
  plan: m.certifications_do_plan,
  book: m.certifications_do_book,
  passed: m.certifications_do_passed,
  failed: m.certifications_do_failed,
  held: m.certifications_do_held,
  renew: m.certifications_do_renew,
};
export const intentWord = (intent: Intent): string => INTENT[intent]();

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
export const renewalWord = (known: Certification): string | null =>
  known.renewal ? (RENEWAL[known.renewal.kind]?.() ?? null) : null;

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

/** Time and zone of the exam. */
export const examTime = ({ record }: CertificationView): string | null =>
  record.exam_at ? [record.exam_at, record.exam_zone].filter(Boolean).join(' · ') : null;

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
