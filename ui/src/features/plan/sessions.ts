// What is done to a session of the plan: each is one call of the core, taken back by one undo.
import type { Date as Day, PlanView } from '../../backend/generated/commands';
import { daysBetween } from '../../lib/format';
import { act } from '../../lib/query.svelte';
import { plusDays } from './plan';
import { effectText } from './timeline/effect';
import type { Card } from './week';

export const STEP = 15;
const said = { said: effectText };
type Session = Pick<Card, 'item' | 'date' | 'minutes' | 'pinned'>;

/**
 * Puts a session on another day; there it is pinned, with no more than that day has. What of it was pinned there already stays.
 * A closed or full day is the core's to refuse.
 */
export function putOn(view: Pick<PlanView, 'weeks'>, card: Session, day: Day) {
  const week = view.weeks.find((one) => one.start <= day && day <= plusDays(one.start, 6));
  const room = week?.capacity[daysBetween(week.start, day)] ?? 0;
  const there = (week?.sessions ?? [])
    .filter((one) => one.date === day && one.item === card.item)
    .reduce((sum, one) => sum + one.pinned, 0);
  const minutes = card.minutes + there;
  return act(
    'plan.pin',
    {
      key: card.item,
      date: day,
      minutes: room > 0 ? Math.min(minutes, room) : minutes,
      from: card.pinned > 0 ? card.date : null,
    },
    said,
  );
}

/** Pins a session where it is, or lets it go. */
export const flipPin = (card: Session) =>
  card.pinned > 0
    ? act('plan.unpin', { key: card.item, date: card.date }, said)
    : act('plan.pin', { key: card.item, date: card.date, minutes: card.minutes }, said);

/** Other minutes for a session: it is pinned with them; with none left it is let go. */
export function lengthen(card: Session, by: number) {
  const now = card.pinned > 0 ? card.pinned : card.minutes;
  const next = by > 0 ? Math.floor((now + by) / STEP) * STEP : Math.ceil((now + by) / STEP) * STEP;
  if (next <= 0) return card.pinned > 0 ? act('plan.unpin', { key: card.item, date: card.date }, said) : null;
  return act(
    'plan.pin',
    {
      key: card.item,
      date: card.date,
      minutes: Math.min(1440, next),
      from: card.pinned > 0 ? card.date : null,
    },
    said,
  );
}
