// What the forecast's page reckons from the core's answer: its sentence, its curves, its order. The odds are the core's.
import type { ForecastView, ItemForecastView } from '../../../backend/generated/commands';
import { compare, date, percent, tx } from '../../../lib/format';
import { matches } from '../../../lib/text';
import { m } from '../../../paraglide/messages';

const DAY = 86_400_000;
const plusDays = (iso: string, days: number): string =>
  new Date(new Date(`${iso}T00:00:00Z`).getTime() + days * DAY).toISOString().slice(0, 10);

/** 82%; never quite none nor all, for 10,000 runs are no oracle. */
export function chanceText(share: number): string {
  if (share > 0.99) return m.forecast_chance_most({ percent: percent(0.99) });
  if (share < 0.01) return m.forecast_chance_least({ percent: percent(0.01) });
  return percent(share);
}

export type Tone = 'neutral' | 'moss' | 'amber' | 'brick';
export const chanceTone = (share: number): Tone => (share >= 0.85 ? 'moss' : share >= 0.5 ? 'neutral' : 'amber');

/** "Junior: with even odds by 28 March 2027, in 85 of 100 cases by 9 May 2027." */
export function sentence(view: ForecastView): string {
  const what = tx(view.rung_name) || m.forecast_the_plan();
  const { p50, p85 } = view.finish;
  if (p50 && p85) return m.forecast_says({ what, p50: date(p50), p85: date(p85) });
  return p50 ? m.forecast_says_p50({ what, p50: date(p50) }) : m.forecast_says_far({ what });
}

/** A point of the picture: minutes by the end of a day. */
export interface Point {
  day: string;
  minutes: number;
}
export interface FanPoint {
  day: string;
  p5: number;
  p15: number;
  p50: number;
  p85: number;
  p95: number;
}
export interface Curves {
  done: Point[];
  /** One line for each stretch of weeks of which a plan was kept. */
  planned: Point[][];
  fan: FanPoint[];
  from: string;
  to: string;
  most: number;
}

/**
 * The curves in minutes since the plan was begun. The fan is a share of what is left today (`left`): it starts today from what is
 * done. A week's figure stands at its end.
 */
export function curves(view: ForecastView, left: number): Curves {
  const end = (start: string) => plusDays(start, 7);
  const first = view.burn[0]?.start ?? view.fan[0]?.start ?? view.today;
  const base = view.burn.findLast((week) => week.done !== null)?.done ?? 0;
  const done: Point[] = [{ day: first, minutes: 0 }];
  const planned: Point[][] = [];
  let line: Point[] | null = null;
  for (const week of view.burn) {
    const day = end(week.start);
    if (week.done !== null) done.push({ day: day > view.today ? view.today : day, minutes: week.done });
    if (week.planned === null) line = null;
    else {
      if (!line) planned.push((line = week.start === first ? [{ day: first, minutes: 0 }] : []));
      line.push({ day, minutes: week.planned });
    }
  }
  const fan: FanPoint[] = [{ day: view.today, p5: base, p15: base, p50: base, p85: base, p95: base }];
  for (const week of view.fan) {
    const at = (share: number) => base + share * left;
    fan.push({
      day: end(week.start),
      p5: at(week.p5),
      p15: at(week.p15),
      p50: at(week.p50),
      p85: at(week.p85),
      p95: at(week.p95),
    });
  }
  if (fan.length === 1) fan.pop();
  const lastPlanned = planned.flat().at(-1)?.day;
  const ends = [fan.at(-1)?.day, lastPlanned, view.today, view.ready_by].filter((day): day is string => Boolean(day));
  const heights = [base + left, ...planned.flat().map((point) => point.minutes), ...fan.map((point) => point.p95)];
  return {
    done,
    planned,
    fan,
    from: first < view.today ? first : view.today,
    to: ends.reduce((a, b) => (a > b ? a : b)),
    most: Math.max(60, ...heights),
  };
}

export interface WeekRow {
  start: string;
  done: number | null;
  planned: number | null;
  fan: FanPoint | null;
}

/** The same as figures, for who cannot see the picture: every week, or every fourth of a long plan. */
export function weekRows(view: ForecastView, left: number, most = 80): WeekRow[] {
  const shown = curves(view, left);
  const fans = new Map(view.fan.map((week, i) => [week.start, shown.fan[i + 1] ?? null]));
  const burns = new Map(view.burn.map((week) => [week.start, week]));
  const starts = [...new Set([...burns.keys(), ...fans.keys()])].sort();
  const every = starts.length > most ? Math.ceil(starts.length / most) : 1;
  return starts
    .filter((_, i) => i % every === 0 || i === starts.length - 1)
    .map((start) => ({
      start,
      done: burns.get(start)?.done ?? null,
      planned: burns.get(start)?.planned ?? null,
      fan: fans.get(start) ?? null,
    }));
}

/** Items that fit the search, sorted by a column. */
export function arrange(
  items: ItemForecastView[],
  by: { search: string; dueOnly: boolean; sort: { key: string; descending: boolean } | null },
): ItemForecastView[] {
  const rows = items.filter((item) => (!by.dueOnly || item.due !== null) && matches(by.search, tx(item.title)));
  if (!by.sort) return rows;
  const { key, descending } = by.sort;
  const value = (item: ItemForecastView): string | number | null => {
    switch (key) {
      case 'title':
        return tx(item.title);
      case 'p50':
      case 'p85':
      case 'p95':
        return item.quantiles[key];
      case 'due':
        return item.due;
      case 'chance':
        return item.chance;
      default:
        return item.planned;
    }
  };
  const turn = descending ? -1 : 1;
  return [...rows].sort((a, b) => {
    const [x, y] = [value(a), value(b)];
    if (x === null || y === null) return Number(x === null) - Number(y === null);
    return turn * (typeof x === 'number' && typeof y === 'number' ? x - y : compare(String(x), String(y)));
  });
}

export function className(key: string): string {
  switch (key) {
    case 's':
      return m.forecast_class_s();
    case 'm':
      return m.forecast_class_m();
    case 'l':
      return m.forecast_class_l();
    case 'practice':
      return m.forecast_class_practice();
    case 'exam':
      return m.forecast_class_exam();
    case 'review':
      return m.forecast_class_review();
    default:
      return m.forecast_class_own();
  }
}
