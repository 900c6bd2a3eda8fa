// What the history page reckons from the lines that it has: where the person is, what a way takes back, what stands under which day.
import type { HistoryRow, HistoryView } from '../../backend/generated/commands';
import { capital, dateLong, date, todayIso, tx } from '../../lib/format';
import { matches } from '../../lib/text';
import { m } from '../../paraglide/messages';

export type Row = HistoryRow;
export type Origin = 'all' | 'window' | 'terminal';

/** The newest change that stands among these; null where none of them does. What is undone is always newer. */
export const standing = (rows: readonly Row[]): Row | null => rows.find((row) => !row.undone) ?? null;

/** A way to where a change is the last that stands. */
export interface Way {
  /** How many changes it takes back. */
  back: number;
  /** How many it makes again. */
  again: number;
  /** How many of them were made in the terminal. */
  elsewhere: number;
}

/** The way to a line, 0 for before the first; all lines newer than it must be among the rows. */
export function wayTo(rows: readonly Row[], seq: number): Way {
  const way = { back: 0, again: 0, elsewhere: 0 };
  for (const row of rows) {
    const takes = row.seq > seq && !row.undone;
    const makes = row.seq <= seq && row.undone;
    if (takes) way.back++;
    if (makes) way.again++;
    if ((takes || makes) && row.origin === 'terminal') way.elsewhere++;
  }
  return way;
}

/** Whether a way to `seq` changes how this line stands. */
export const onWay = (row: Row, seq: number): boolean => (row.undone ? row.seq <= seq : row.seq > seq);

/** The lines that hold these words and come from there. */
export function fitting(rows: readonly Row[], words: string, origin: Origin): Row[] {
  const wanted = words.trim();
  return rows.filter((row) => (origin === 'all' || row.origin === origin) && (!wanted || matches(wanted, tx(row.sentence))));
}

/** The lines of two answers as one: the newer answer counts where both have one. */
export function joined(newer: readonly Row[], older: readonly Row[]): Row[] {
  const last = newer.at(-1)?.seq ?? Infinity;
  return [...newer, ...older.filter((row) => row.seq < last)];
}

const days = new Map<string, string>();
/** The day of a change, in the person's own time: 2026-11-20 */
export function dayOf(row: Row): string {
  let day = days.get(row.at);
  if (day === undefined) {
    if (days.size > 20_000) days.clear();
    days.set(row.at, (day = todayIso(new Date(row.at))));
  }
  return day;
}

/** Today; Yesterday; Friday 20 November; with its year where that is not this one. */
export function dayTitle(day: string, today: string): string {
  if (day === today) return m.past_today();
  const before = new Date(`${today}T12:00:00Z`);
  before.setUTCDate(before.getUTCDate() - 1);
  if (day === before.toISOString().slice(0, 10)) return m.past_yesterday();
  return capital(day.slice(0, 4) === today.slice(0, 4) ? dateLong(day) : date(day));
}

/** What stands on the page, from top to bottom. `first` is the point before the first change. */
export type Line =
  | { kind: 'day'; key: string; day: string }
  | { kind: 'row'; key: string; seq: number; row: Row }
  | { kind: 'here'; key: 'here' }
  | { kind: 'first'; key: 'first'; seq: 0 };

/**
 * The rows as lines: each day's name above its changes, the mark "you are here" between what is taken back and what stands, and at
 * the foot the point before the first change, where all of them are there.
 */
export function linesOf(rows: readonly Row[], here: number, whole: boolean): Line[] {
  const lines: Line[] = [];
  let day = '';
  let marked = false;
  for (const row of rows) {
    if (!marked && row.seq <= here) {
      lines.push({ kind: 'here', key: 'here' });
      marked = true;
    }
    if (dayOf(row) !== day) {
      day = dayOf(row);
      lines.push({ kind: 'day', key: `day ${day} ${row.seq}`, day });
    }
    lines.push({ kind: 'row', key: `row ${row.seq}`, seq: row.seq, row });
  }
  if (!marked && rows.length > 0 && whole) lines.push({ kind: 'here', key: 'here' });
  if (whole) lines.push({ kind: 'first', key: 'first', seq: 0 });
  return lines;
}

/** Where each line begins, and after the last where all end. */
export function tops(lines: readonly Line[], height: (line: Line) => number): number[] {
  const all = [0];
  for (const line of lines) all.push((all.at(-1) ?? 0) + height(line));
  return all;
}

/** The lines that touch the stretch from `top` to `bottom`: from, to (not included). */
export function seen(at: readonly number[], top: number, bottom: number): { from: number; to: number } {
  const firstAfter = (y: number) => {
    let [low, high] = [0, at.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((at[middle] ?? 0) > y) high = middle;
      else low = middle + 1;
    }
    return low;
  };
  const last = Math.max(0, at.length - 1);
  return { from: Math.min(last, Math.max(0, firstAfter(top) - 1)), to: Math.min(last, firstAfter(bottom)) };
}

/** The line that a key goes to among those that can be chosen; null for any other key. */
export function lineAfter(key: string, at: number, count: number): number | null {
  const to = { ArrowDown: at + 1, ArrowUp: at - 1, PageDown: at + 10, PageUp: at - 10, Home: 0, End: count - 1 }[key];
  return to === undefined ? null : Math.max(0, Math.min(count - 1, to));
}

export type Asked = Pick<HistoryView, 'rows' | 'more'>;
