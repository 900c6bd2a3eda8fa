// What the timeline draws, reckoned once for each answer of the core: blocks of weeks, rows, the ends of slack, the whole range.
import type { ForecastView, LogRow, PlanItemView, PlanView } from '../../../backend/generated/commands';
import { dayOf, mondayOf } from './scale';

export interface Block {
  /** Its first day, and the one after its last. */
  from: number;
  to: number;
  minutes: number;
  pinned: boolean;
}
export interface Work {
  /** The sessions of an item, by week and by day. */
  weeks: Block[];
  days: Block[];
}

/** The sessions of each item, put together by week and by day. */
export function workOf(view: PlanView): Map<string, Work> {
  const all = new Map<string, Work>();
  for (const week of view.weeks) {
    const monday = dayOf(week.start);
    for (const session of week.sessions) {
      let work = all.get(session.item);
      if (!work) all.set(session.item, (work = { weeks: [], days: [] }));
      const from = dayOf(session.date);
      const pinned = session.pinned > 0;
      work.days.push({ from, to: from + 1, minutes: session.minutes, pinned });
      const last = work.weeks.at(-1);
      if (last && last.from >= monday) {
        last.to = from + 1;
        last.minutes += session.minutes;
        last.pinned ||= pinned;
      } else work.weeks.push({ from, to: from + 1, minutes: session.minutes, pinned });
    }
  }
  return all;
}

/** What was logged on each item, week by week. */
export function loggedOf(rows: LogRow[]): Map<string, Block[]> {
  const all = new Map<string, Block[]>();
  for (const { record } of [...rows].sort((a, b) => (a.record.on < b.record.on ? -1 : 1))) {
    if (!record.item) continue;
    const day = dayOf(record.on);
    const blocks = all.get(record.item) ?? [];
    all.set(record.item, blocks);
    const last = blocks.at(-1);
    if (last && mondayOf(last.from) === mondayOf(day)) {
      last.to = day + 1;
      last.minutes += record.minutes;
    } else blocks.push({ from: day, to: day + 1, minutes: record.minutes, pinned: false });
  }
  return all;
}

/** How many weeks of the past are drawn, where something was logged in them. */
export const PAST = 6;

/** The first and the last day that are drawn: what was logged of late, every item and date, and the forecast where it is not absurdly far. */
export function rangeOf(
  view: PlanView,
  forecast: ForecastView | undefined,
  logged: Map<string, Block[]>,
): { start: number; end: number } {
  const today = dayOf(view.today);
  let start = mondayOf(today);
  const first = start - PAST * 7;
  const shown = new Set(view.items.map((item) => item.key));
  for (const [key, blocks] of logged) {
    if (!shown.has(key)) continue;
    for (const block of blocks) if (block.from >= first) start = Math.min(start, mondayOf(block.from));
  }
  let end = today + 28;
  const reach = (iso: string | null | undefined, most = Infinity) => {
    if (iso) end = Math.max(end, Math.min(dayOf(iso) + 1, most));
  };
  reach(view.finish);
  for (const item of view.items) reach(item.due);
  reach(view.ready?.by, start + (end - start) * 2);
  const length = end - start;
  reach(forecast?.finish.p85, start + length * 1.6);
  reach(forecast?.finish.p95, start + length * 1.3);
  return { start, end: end + Math.ceil((end - start) * 0.03) };
}

/** Minutes that there are on a day: as the plan says, after its end as in a usual week. */
export function capacityOn(view: PlanView): (day: number) => number {
  const first = dayOf(view.weeks[0]?.start ?? view.today);
  const monday = mondayOf(first);
  return (day) => {
    const week = view.weeks[Math.floor((day - monday) / 7)];
    return (week ? week.capacity[day - mondayOf(day)] : view.settings.weekly_minutes[day - mondayOf(day)]) ?? 0;
  };
}

const FAR = 1500;
/** The day after the one until which an item could end without making anything late; null where there is no limit, or no slack. */
export function slackEnd(item: PlanItemView, capacity: (day: number) => number): number | null {
  if (!item.finishes || !item.slack_minutes || item.late_minutes > 0) return null;
  const finish = dayOf(item.finishes);
  const most = Math.min(item.due ? dayOf(item.due) + 1 : Infinity, finish + FAR);
  let left = item.slack_minutes;
  let day = finish + 1;
  while (left > 0 && day < most) left -= capacity(day++);
  return day > finish + 1 ? day : null;
}

export type Row = { kind: 'item'; key: string; item: PlanItemView } | { kind: 'group'; key: string; name: string; count: number };

/** The rows: the items as they stand, or each group under its name in the order of its first item. */
export function rowsOf(items: PlanItemView[], group: ((item: PlanItemView) => string) | null): Row[] {
  if (!group) return items.map((item) => ({ kind: 'item', key: item.key, item }));
  const groups = new Map<string, PlanItemView[]>();
  for (const item of items) {
    const name = group(item);
    const one = groups.get(name);
    if (one) one.push(item);
    else groups.set(name, [item]);
  }
  return [...groups].flatMap(([name, of]): Row[] => [
    { kind: 'group', key: `group ${name}`, name, count: of.length },
    ...of.map((item): Row => ({ kind: 'item', key: item.key, item })),
  ]);
}

export interface Wire {
  from: string;
  to: string;
  chain: boolean;
}

/** The lines that are drawn: the critical chain, where it tells something, and what the chosen item waits for and holds up. */
export function wiresOf(view: PlanView, chosen: string | null, chain = true): Wire[] {
  const wires: Wire[] = [];
  for (let i = 1; chain && i < view.critical.length; i++) {
    wires.push({ from: view.critical[i - 1] as string, to: view.critical[i] as string, chain: true });
  }
  const has = new Set(wires.map((wire) => `${wire.from} ${wire.to}`));
  const add = (from: string, to: string) => {
    if (!has.has(`${from} ${to}`)) wires.push({ from, to, chain: false });
  };
  if (chosen) {
    for (const item of view.items) {
      if (item.key === chosen) for (const before of item.after) add(before, chosen);
      else if (item.after.includes(chosen)) add(chosen, item.key);
    }
  }
  return wires;
}

/**
 * From one bar (from `x0` to `x1`) into the beginning of another: straight down where that begins beneath it, else over its end and
 * down; where it began even before, around it.
 */
export function wirePath(x0: number, x1: number, y1: number, x2: number, y2: number): string {
  const end = y2 + (y2 > y1 ? -10 : 10);
  const into = x2 + 3;
  if (into < x0) return `M${x1} ${y1}h4V${end + (y2 > y1 ? -6 : 6)}H${into}V${end}`;
  return `M${Math.min(into, x1)} ${y1}H${into}V${end}`;
}
