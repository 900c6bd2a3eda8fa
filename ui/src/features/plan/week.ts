// One week as a board of seven days: what is planned, what was logged, which session the arrow keys reach.
import type { Date as Day, LogRow, PlanView, WeekView } from '../../backend/generated/commands';
import { tx } from '../../lib/format';
import { chainTells } from './critical';
import { differenceOn, plusDays, type Differs } from './plan';

export interface Card {
  /** The day and the item: an item has one card a day. */
  id: string;
  item: string;
  title: string;
  date: Day;
  minutes: number;
  /** Minutes of it that the person pinned to this day. */
  pinned: number;
  /** Minutes that were logged on the item that day. */
  logged: number;
  critical: boolean;
}

export interface BoardDay {
  date: Day;
  past: boolean;
  today: boolean;
  capacity: number;
  planned: number;
  free: number;
  logged: number;
  cards: Card[];
  /** What was logged on items that have no session that day. */
  done: { item: string | null; title: string; minutes: number }[];
  /** Why it differs from its weekday. */
  differs: Differs | null;
}

export const mondayOf = (day: Day): Day => plusDays(day, -((new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7));

/** The Mondays between which one can leaf: from the week in which the plan was begun to its last. */
export function reach(view: PlanView): { first: Day; last: Day } {
  const now = mondayOf(view.today);
  const begun = view.settings.started_on;
  return { first: begun && begun < now ? mondayOf(begun) : now, last: view.weeks.at(-1)?.start ?? now };
}

/** The seven days; `moving` shows a session where it is being put before the core has said yes. */
export function boardDays(
  monday: Day,
  view: Pick<PlanView, 'today' | 'absences' | 'holidays' | 'weeks' | 'critical' | 'items'>,
  log: LogRow[],
  moving: { card: Card; to: Day } | null = null,
): BoardDay[] {
  const week: WeekView | undefined = view.weeks.find((one) => one.start === monday);
  const critical = new Set(chainTells(view) ? view.critical : []);
  return Array.from({ length: 7 }, (_, index) => {
    const day = plusDays(monday, index);
    const entries = new Map<string, { item: string | null; title: string; minutes: number }>();
    for (const row of log) {
      if (row.record.on !== day) continue;
      const key = row.record.item ?? row.record.skill ?? row.title.en;
      const known = entries.get(key);
      if (known) known.minutes += row.record.minutes;
      else entries.set(key, { item: row.record.item, title: tx(row.title), minutes: row.record.minutes });
    }
    const logged = [...entries.values()].reduce((sum, one) => sum + one.minutes, 0);
    const cards = new Map<string, Card>();
    const add = (item: string, title: string, minutes: number, pinned: number) => {
      const known = cards.get(item);
      if (known) {
        known.minutes += minutes;
        known.pinned += pinned;
        return;
      }
      const of = entries.get(item);
      entries.delete(item);
      const id = `${day} ${item}`;
      cards.set(item, { id, item, title, date: day, minutes, pinned, logged: of?.minutes ?? 0, critical: critical.has(item) });
    };
    for (const one of week?.sessions ?? []) {
      if (one.date === day && `${day} ${one.item}` !== moving?.card.id) add(one.item, tx(one.title), one.minutes, one.pinned);
    }
    if (moving?.to === day) add(moving.card.item, moving.card.title, moving.card.minutes, moving.card.minutes);
    const capacity = week?.capacity[index] ?? 0;
    const planned = [...cards.values()].reduce((sum, card) => sum + card.minutes, 0);
    return {
      date: day,
      past: day < view.today,
      today: day === view.today,
      capacity,
      planned,
      free: Math.max(0, capacity - planned),
      logged,
      cards: [...cards.values()],
      done: [...entries.values()],
      differs: differenceOn(view, day),
    };
  });
}

/** The session that an arrow key reaches: up and down within the day and on into the next, left and right to the nearest day that has one. */
export function neighbour(days: BoardDay[], id: string, key: string): Card | null {
  const all = days.flatMap((day) => day.cards);
  const at = all.findIndex((card) => card.id === id);
  const here = all[at];
  if (!here) return all[0] ?? null;
  if (key === 'ArrowDown') return all[at + 1] ?? null;
  if (key === 'ArrowUp') return all[at - 1] ?? null;
  if (key === 'Home') return all[0] ?? null;
  if (key === 'End') return all.at(-1) ?? null;
  const place = days.find((day) => day.date === here.date)?.cards.findIndex((card) => card.id === id) ?? 0;
  const step = key === 'ArrowRight' ? 1 : -1;
  for (let index = days.findIndex((day) => day.date === here.date) + step; days[index]; index += step) {
    const cards = days[index]?.cards ?? [];
    if (cards.length) return cards[Math.min(place, cards.length - 1)] ?? null;
  }
  return null;
}

/** The nearest day before or after one that has time, where the calendar is known; else the very next day. */
export function openDay(view: Pick<PlanView, 'weeks'>, from: Day, step: number): Day {
  const time = new Map(
    view.weeks.flatMap((week) => week.capacity.map((minutes, i) => [plusDays(week.start, i), minutes] as const)),
  );
  for (let day = plusDays(from, step); time.has(day); day = plusDays(day, step)) if (time.get(day)) return day;
  return plusDays(from, step);
}
