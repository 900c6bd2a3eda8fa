// The burn-up as points of a drawing: what was planned, what was done, and the band of the forecast.
import type { BurnWeek } from '../../backend/generated/commands';

export interface Burn {
  planned: string;
  done: string;
  /** The band between the low and the high forecast. */
  band: string;
  middle: string;
  /** Where today stands: the last week of which is known what was done. */
  now: { x: number; y: number } | null;
  /** The weeks' positions that are named: first, now, last. */
  marks: { x: number; start: string; now: boolean }[];
  /** Minutes at the top. */
  most: number;
}

const round = (n: number) => Math.round(n * 10) / 10;

/** Weeks whose forecast goes on after everything is done say nothing new: they are left out. */
export function telling(weeks: BurnWeek[]): BurnWeek[] {
  const end = Math.max(...weeks.map((week) => Math.max(week.planned ?? 0, week.low ?? 0, week.middle ?? 0)), 0);
  const last = weeks.findIndex((week) => (week.low ?? 0) >= end && (week.planned ?? end) >= end);
  return last < 0 ? weeks : weeks.slice(0, last + 1);
}

export function burnOf(all: BurnWeek[], width: number, height: number): Burn | null {
  const weeks = telling(all);
  if (weeks.length < 2) return null;
  const most = Math.max(60, ...weeks.map((week) => Math.max(week.planned ?? 0, week.done ?? 0, week.high ?? 0)));
  const x = (i: number) => round((i / (weeks.length - 1)) * width);
  const y = (minutes: number) => round(height - (minutes / most) * height);
  const line = (of: (week: BurnWeek) => number | null) => {
    let path = '';
    let drawing = false;
    weeks.forEach((week, i) => {
      const minutes = of(week);
      // A week that was not kept is a gap, not a line across it.
      if (minutes !== null) path += `${drawing ? 'L' : 'M'}${x(i)} ${y(minutes)}`;
      drawing = minutes !== null;
    });
    return path;
  };
  const last = weeks.findLastIndex((week) => week.done !== null);
  const ahead = weeks.map((week, i) => ({ week, i })).filter(({ week }) => week.low !== null && week.high !== null);
  const upper = ahead.map(({ week, i }) => `${x(i)} ${y(week.high ?? 0)}`);
  const lower = ahead.map(({ week, i }) => `${x(i)} ${y(week.low ?? 0)}`).reverse();
  const start = last >= 0 ? `${x(last)} ${y(weeks[last]?.done ?? 0)}` : '';
  const band = ahead.length > 0 ? `M${[start, ...upper, ...lower].filter(Boolean).join('L')}Z` : '';
  const middle = line((week) => week.middle);
  const named = [...new Set([0, Math.max(0, last), weeks.length - 1])];
  return {
    planned: line((week) => week.planned),
    done: line((week) => week.done),
    band,
    middle: start && middle ? `M${start}L${middle.slice(1)}` : middle,
    now: last >= 0 ? { x: x(last), y: y(weeks[last]?.done ?? 0) } : null,
    marks: named.map((i) => ({ x: x(i), start: weeks[i]?.start ?? '', now: i === last })),
    most,
  };
}

/** Rows for who cannot see the drawing: at most about 26, the last one and the present one among them. */
export function rowsOf(all: BurnWeek[]): BurnWeek[] {
  const weeks = telling(all);
  const step = Math.max(1, Math.ceil(weeks.length / 26));
  const now = weeks.findLastIndex((week) => week.done !== null);
  return weeks.filter((_, i) => i % step === 0 || i === now || i === weeks.length - 1);
}
