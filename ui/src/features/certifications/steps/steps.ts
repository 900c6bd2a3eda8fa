// The short dialogs of the road: what each opens with, what it needs, and what it asks of the core.
import type {
  BookParams,
  Certification,
  CertificationVerb,
  CertificationView,
  HoldParams,
  PlanExamParams,
  RenewParams,
  ResultParams,
} from '../../../backend/generated/commands';
import { act, type ActOptions, type Outcome } from '../../../lib/query.svelte';
import { draftOf, ONLINE, proposedExpiry, timeOf, type Draft } from '../certifications';

export interface StepDraft extends Omit<Draft, 'stage' | 'supports'> {
  /** Whether what is needed first is planned too. */
  with_needed: boolean;
  /** The day of the result or of the renewal. */
  on: string;
}

/** A step as its dialog opens. */
export function stepDraft(view: CertificationView, verb: CertificationVerb, today: string): StepDraft {
  const { record, known, renewal } = view;
  const base: StepDraft = { ...draftOf(record, known), with_needed: missing(view).length > 0, on: '' };
  const sat = record.exam_on && record.exam_on <= today ? record.exam_on : today;
  switch (verb) {
    case 'book':
      return { ...base, ...(base.cost === null && known?.price ? priced(known) : {}) };
    case 'pass':
      return { ...base, on: sat };
    case 'fail':
      return { ...base, on: sat, note: '', retry_from: '' };
    case 'hold': {
      const issued = base.issued || sat;
      return { ...base, issued, expires: base.expires || (proposedExpiry(issued, null, known) ?? '') };
    }
    case 'renew': {
      const fee = renewal?.fee ?? renewal?.price ?? null;
      return {
        ...base,
        on: today,
        expires: renewal?.plan.keeps_until ?? '',
        cost: fee?.amount ?? null,
        currency: fee?.currency ?? base.currency,
      };
    }
    default:
      return base;
  }
}

const priced = (known: Certification) => (known.price ? { cost: known.price.amount, currency: known.price.currency } : {});

/** What is needed first and not held. */
export const missing = (view: CertificationView) => view.needs.filter((one) => !one.held);

/** The day of which a step makes no sense without; none when all is there. */
export function emptyField(verb: CertificationVerb, draft: StepDraft): string | null {
  if ((verb === 'book' || verb === 'move') && !draft.exam_on) return 'exam_on';
  if ((verb === 'pass' || verb === 'fail' || verb === 'renew') && !draft.on) return 'on';
  if (verb === 'hold' && !draft.issued) return 'issued';
  return null;
}

export const planParams = (id: string, draft: StepDraft): PlanExamParams => ({
  id,
  wanted_by: draft.wanted_by || null,
  with_needed: draft.with_needed,
});

export const bookParams = (id: string, draft: StepDraft): BookParams => ({
  id,
  exam_on: draft.exam_on,
  exam_at: timeOf(draft.exam_at) || null,
  exam_zone: draft.exam_at.trim() ? draft.exam_zone : null,
  place: draft.where === 'online' ? ONLINE : draft.where === 'place' ? draft.place : '',
  cost: draft.cost,
  currency: draft.cost === null ? null : draft.currency,
  reschedule_by: draft.reschedule_by || null,
});

export const resultParams = (id: string, draft: StepDraft, passed: boolean): ResultParams => ({
  id,
  passed,
  on: draft.on,
  score: draft.score,
  ...(passed ? {} : { note: draft.note, retry_from: draft.retry_from || null }),
});

export const holdParams = (id: string, draft: StepDraft): HoldParams => ({
  id,
  issued: draft.issued,
  expires: draft.expires || null,
  credential_id: draft.credential_id,
  url: draft.url,
});

export const renewParams = (id: string, draft: StepDraft): RenewParams => ({
  id,
  on: draft.on,
  expires: draft.expires || null,
  cost: draft.cost,
  currency: draft.cost === null ? null : draft.currency,
});

/** Takes the step. */
export function send(
  verb: CertificationVerb,
  id: string,
  draft: StepDraft,
  options: ActOptions<CertificationView>,
): Promise<Outcome<CertificationView>> {
  switch (verb) {
    case 'plan':
      return act('certifications.plan', planParams(id, draft), options);
    case 'book':
    case 'move':
      return act('certifications.book', bookParams(id, draft), options);
    case 'pass':
    case 'fail':
      return act('certifications.result', resultParams(id, draft, verb === 'pass'), options);
    case 'hold':
      return act('certifications.hold', holdParams(id, draft), options);
    case 'renew':
      return act('certifications.renew', renewParams(id, draft), options);
  }
}

/** Days to wait after the attempt that is being noted, by the catalogue; none where nobody could tell. */
export function waitingDays(view: Pick<CertificationView, 'known' | 'record'>): number | null {
  const days = view.known?.retake?.days ?? [];
  return days[Math.min(view.record.attempts.length, days.length - 1)] ?? null;
}
