// The words of the review: outcomes with their icons, choices, days earlier or later.
import CalendarClock from '@lucide/svelte/icons/calendar-clock';
import Check from '@lucide/svelte/icons/check';
import Circle from '@lucide/svelte/icons/circle';
import CircleCheckBig from '@lucide/svelte/icons/circle-check-big';
import Contrast from '@lucide/svelte/icons/contrast';
import Plus from '@lucide/svelte/icons/plus';
import type { Icon } from '../../../kit/types';
import { date, dateShort, hours, range, tx } from '../../../lib/format';
import { m } from '../../../paraglide/messages';
export { shiftWord } from '../shift';
import { plusDays, titleOf, type Choice, type Kind, type Plan, type Review, type Row } from './review';

export const OUTCOMES: Record<Row['outcome'], { icon: Icon; word: () => string }> = {
  finished: { icon: CircleCheckBig, word: m.review_outcome_finished },
  done: { icon: Check, word: m.review_outcome_done },
  partly: { icon: Contrast, word: m.review_outcome_partly },
  not_started: { icon: Circle, word: m.review_outcome_not_started },
  extra: { icon: Plus, word: m.review_outcome_extra },
  to_come: { icon: CalendarClock, word: m.review_outcome_to_come },
};

export const CHOICES: Record<Kind, { title: () => string; text: () => string }> = {
  keep: { title: m.review_keep, text: m.review_keep_text },
  hours: { title: m.review_hours, text: m.review_hours_text },
  lighter_week: { title: m.review_lighter, text: m.review_lighter_text },
  first: { title: m.review_first, text: m.review_first_text },
  ready_by: { title: m.review_ready_by, text: m.review_ready_by_text },
};

/** 16 Nov – 22 Nov, and which one that is where it is near. */
export function weekName(week: string, today: string): string {
  const dates = range(dateShort(week), dateShort(plusDays(week, 6)));
  if (week <= today && today <= plusDays(week, 6)) return m.review_week_this({ dates });
  const next = plusDays(today, 7);
  if (week <= next && next <= plusDays(week, 6)) return m.review_week_next({ dates });
  const last = plusDays(today, -7);
  return week <= last && last <= plusDays(week, 6) ? m.review_week_last({ dates }) : dates;
}

/** 2 points more, no change */
export const pointsWord = (points: number): string =>
  points === 0 ? m.review_no_change() : points > 0 ? m.review_points_more({ n: points }) : m.review_points_less({ n: -points });

/** What was chosen, as a sentence. */
export function chosenWords(choice: Choice, view: Review, plan: Plan | undefined): string {
  switch (choice.kind) {
    case 'keep':
      return m.review_chose_keep();
    case 'hours':
      return m.review_chose_hours({ time: hours(choice.weekly_minutes) });
    case 'lighter_week':
      return m.review_chose_lighter({ time: hours(choice.minutes) });
    case 'first':
      return m.review_chose_first({ item: tx(titleOf(choice.item, view, plan)) || choice.item });
    case 'ready_by':
      return m.review_chose_ready_by({ date: date(choice.date) });
  }
}
