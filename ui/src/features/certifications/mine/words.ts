// How a certification is kept up, in plain words.
import type { Lapse, NeedView, RenewalKind, RenewalView } from '../../../backend/generated/commands';
import { date, dateMedium, money, number } from '../../../lib/format';
import { m } from '../../../paraglide/messages';
import { stageWord } from '../words';

const HOW: Record<RenewalKind, () => string> = {
  retake: m.exams_how_retake,
  free_assessment: m.exams_how_free_assessment,
  credits_and_fee: m.exams_how_credits_and_fee,
  higher_cert: m.exams_how_higher_cert,
  none: m.exams_how_none,
  retired: m.exams_how_retired,
};
/** How it is renewed. */
export const howWord = (kind: RenewalKind | null): string => (kind ? HOW[kind]() : m.exams_how_unknown());

const SHORT: Record<RenewalKind, () => string> = {
  retake: m.exams_by_retake,
  free_assessment: m.exams_by_free_assessment,
  credits_and_fee: m.exams_by_credits_and_fee,
  higher_cert: m.exams_by_higher_cert,
  none: m.exams_by_none,
  retired: m.exams_by_none,
};
/** The same for a past renewal: by passing the exam again. */
export const byWord = (kind: RenewalKind): string => SHORT[kind]();

/** How the renewal stands, in a sentence. */
export function renewalSentence({ plan }: RenewalView): string {
  const until = plan.closes ? date(plan.closes) : '';
  switch (plan.state) {
    case 'never':
      return m.exams_renewal_never();
    case 'unknown':
      return plan.closes ? m.exams_renewal_unknown_how({ until }) : m.exams_renewal_unknown_until();
    case 'not_yet':
      return plan.opens
        ? m.exams_renewal_opens({ date: date(plan.opens), until })
        : m.exams_renewal_begin({ date: date(plan.begin ?? plan.closes ?? ''), until });
    case 'open':
      return m.exams_renewal_open({ until });
    case 'over':
      return m.exams_renewal_over({ until });
    case 'impossible':
      return plan.kind === 'retired' ? m.exams_renewal_retired({ until }) : m.exams_renewal_impossible({ until });
  }
}

/** The same, short, for a table. */
export function renewalShort({ plan }: RenewalView): string {
  switch (plan.state) {
    case 'never':
      return m.exams_renewal_never_short();
    case 'unknown':
      return m.exams_renewal_unknown_short();
    case 'not_yet':
      return m.exams_renewal_opens_short({ date: dateMedium(plan.opens ?? plan.begin ?? plan.closes ?? '') });
    case 'open':
      return m.exams_renewal_open_short();
    case 'over':
      return m.exams_renewal_over_short();
    case 'impossible':
      return m.exams_renewal_impossible_short();
  }
}

/** 12 of 60 credits */
export const creditsWord = (have: number, needed: number | null): string =>
  needed === null
    ? m.exams_credits_count({ n: have, shown: number(have, 2) })
    : m.exams_credits_of({ have: number(have, 2), needed: number(needed) });

/** What lapses if nothing is done. */
export function lapseWord(lapse: Lapse): string {
  switch (lapse.kind) {
    case 'certificate':
      return lapse.on ? m.exams_lapse_certificate({ date: date(lapse.on) }) : m.exams_lapse_certificate_plain();
    case 'credits':
      return m.exams_lapse_credits({ n: lapse.credits, shown: number(lapse.credits, 2) });
    case 'exam_again':
      return lapse.price && lapse.price.amount > 0
        ? m.exams_lapse_exam_price({ price: money(lapse.price.amount, lapse.price.currency) })
        : m.exams_lapse_exam();
    case 'needed_by':
      return m.exams_lapse_needed_by({ name: lapse.name });
  }
}

/** Where something that is needed stands. */
export const needWord = (need: NeedView): string => (need.stage ? stageWord(need.stage) : m.exams_need_none());
