// What the steps of the road are called, and what comes of each.
import type { CertificationVerb, CertificationView, MoveView, RetryView } from '../../../backend/generated/commands';
import { date, hours, moment } from '../../../lib/format';
import { m } from '../../../paraglide/messages';
import { chanceWord } from '../words';

const WORD: Record<CertificationVerb, () => string> = {
  plan: m.exams_do_plan,
  book: m.exams_do_book,
  move: m.exams_do_move,
  pass: m.exams_do_pass,
  fail: m.exams_do_fail,
  hold: m.exams_do_hold,
  renew: m.exams_do_renew,
};
/** On a button. */
export const verbWord = (verb: CertificationVerb): string => WORD[verb]();

const TITLE: Record<CertificationVerb, () => string> = {
  plan: m.exams_title_plan,
  book: m.exams_title_book,
  move: m.exams_title_move,
  pass: m.exams_title_pass,
  fail: m.exams_title_fail,
  hold: m.exams_title_hold,
  renew: m.exams_title_renew,
};
/** Above its dialog. */
export const verbTitle = (verb: CertificationVerb): string => TITLE[verb]();

const DONE: Record<CertificationVerb, () => string> = {
  plan: m.exams_then_plan,
  book: m.exams_then_book,
  move: m.exams_then_book,
  pass: m.exams_then_pass,
  fail: m.exams_then_fail,
  hold: m.exams_then_hold,
  renew: m.exams_then_renew,
};
/** What comes of it. */
export const doneWord = (verb: CertificationVerb): string => DONE[verb]();

/** Said at a day that is missing. */
export const emptyWord = (field: string): string => (field === 'exam_on' ? m.exams_day_needed() : m.exams_date_needed());

/** After a step: whether the preparation fits. */
export function fitWord(verb: CertificationVerb, view: CertificationView): string {
  const prep = view.preparation;
  if (!prep || (verb !== 'plan' && verb !== 'book' && verb !== 'move')) return '';
  if (prep.minutes_left === 0) return m.exams_fit_done();
  if (!prep.ends) return '';
  const ends = date(prep.ends);
  if (prep.late_minutes > 0) return m.exams_fit_late({ date: ends, hours: hours(prep.late_minutes) });
  if (!prep.due) return m.exams_fit_ends({ date: ends });
  return prep.chance === null
    ? m.exams_fit_in_time({ date: ends })
    : m.exams_fit_chance({ date: ends, chance: chanceWord(prep.chance) });
}

const until = (view: MoveView): string => {
  const by = view.by.until;
  return by.kind === 'day' ? date(by.on) : moment(by.at);
};

/** Until when a booked exam can be moved. */
export const moveSentence = (view: MoveView): string =>
  view.over ? m.exams_move_over({ until: until(view) }) : m.exams_move_until({ until: until(view) });
/** The same, short: until 30 Dec 2026, 10:30. */
export const moveShort = (view: MoveView): string =>
  view.over ? m.exams_move_over_short() : m.exams_move_until_short({ until: until(view) });

/** How long one must wait after the attempt that is being noted. */
export const waitHint = (days: number | null): string =>
  days === null ? m.exams_retry_unknown() : days === 0 ? m.exams_retry_none() : m.exams_retry_proposed({ n: days });

/** From when on it may be tried again. */
export const retrySentence = ({ retry, waits }: RetryView): string =>
  waits ? m.exams_retry_waits({ date: date(retry.from) }) : m.exams_retry_free();
