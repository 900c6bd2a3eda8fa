// What it means to put an item elsewhere: later is "not before", earlier takes that back or goes ahead of others.
import type { PlanItemView, PlanView } from '../../../backend/generated/commands';
import { dayOf, isoOf, mondayOf } from './scale';

export type Move =
  | { kind: 'not_before'; date: string }
  | { kind: 'early' }
  | { kind: 'ahead'; item: PlanItemView }
  | { kind: 'stays'; waits: PlanItemView | null };

/** Everything that has to come first, however far back. */
export function ancestors(view: PlanView, item: PlanItemView): Set<string> {
  const byKey = new Map(view.items.map((one) => [one.key, one]));
  const found = new Set<string>();
  const open = [...item.after];
  while (open.length) {
    const key = open.pop() as string;
    if (found.has(key)) continue;
    found.add(key);
    open.push(...(byKey.get(key)?.after ?? []));
  }
  return found;
}

/** What happens when an item is put on a day; null where that changes nothing. */
export function moveTo(view: PlanView, item: PlanItemView, day: number): Move | null {
  if (!item.starts) return null;
  const start = dayOf(item.starts);
  const today = dayOf(view.today);
  if (day === start) return null;
  if (day > start) return { kind: 'not_before', date: isoOf(day) };
  if (item.not_before && dayOf(item.not_before) > Math.max(day, today)) {
    return day <= today ? { kind: 'early' } : { kind: 'not_before', date: isoOf(day) };
  }
  const first = ancestors(view, item);
  for (const other of view.items) {
    if (other.key === item.key) break;
    if (other.starts && dayOf(other.starts) >= Math.max(day, today) && !first.has(other.key))
      return { kind: 'ahead', item: other };
  }
  const last = view.items.filter((one) => first.has(one.key)).at(-1) ?? null;
  return { kind: 'stays', waits: last };
}

/** A day near to where it was dropped: to the day where days can be told apart, else to the Monday. */
export function snapped(item: PlanItemView, days: number, px: number): number {
  const start = dayOf(item.starts ?? '1970-01-01');
  const day = start + Math.round(days);
  if (Math.round(days) === 0) return start;
  if (px >= 8) return day;
  const monday = mondayOf(day + 3);
  return monday === mondayOf(start) ? start : monday;
}

/** The week after or before the one in which it begins. */
export const weekAway = (item: PlanItemView, weeks: number): number => mondayOf(dayOf(item.starts ?? '1970-01-01')) + weeks * 7;

/** The next session that is not pinned yet: its day and minutes. */
export function nextFree(view: PlanView, key: string): { date: string; minutes: number } | null {
  for (const week of view.weeks) {
    for (const session of week.sessions) {
      if (session.item === key && session.pinned < session.minutes) return { date: session.date, minutes: session.minutes };
    }
  }
  return null;
}
