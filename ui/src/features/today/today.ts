// What the page of today reckons: totals of the week, how pressing a date is, where a line leads, what was done today.
import type { LogRow, SessionView, TrendPoint } from '../../backend/generated/commands';
import type { Commands } from '../../backend/backend';
import { daysBetween } from '../../lib/format';
import { href } from '../../lib/router.svelte';
import { whatOf } from './log';

export type Today = Commands['today.show']['value'];
export type Due = Today['due'][number];
export type Item = NonNullable<Today['now']>;
export type Forecast = Commands['forecast.show']['value'];

/** How many lines of what comes due fit on one screen. */
export const SHOWN = 5;
/** How many sessions of the day do. */
export const SESSIONS = 4;

export interface WeekTotals {
  logged: number;
  planned: number;
  capacity: number;
}

/** The minutes of a week: logged, still planned, and available. */
export function totals(week: Today['week']): WeekTotals {
  const sum = (of: (day: Today['week'][number]) => number) => week.reduce((all, day) => all + of(day), 0);
  return { logged: sum((day) => day.logged), planned: sum((day) => day.planned), capacity: sum((day) => day.capacity) };
}

/** late, soon (within two weeks), or later. */
export const pressing = (days: number): 'late' | 'soon' | 'later' => (days < 0 ? 'late' : days <= 14 ? 'soon' : 'later');

/** Where a date that comes due can be looked into. */
export function leadsTo(row: Due): string {
  switch (row.what) {
    case 'exam':
    case 'expiry':
      return href('certifications', [row.reference]);
    case 'stale':
      return href('skills', [row.reference]);
    case 'item':
      return href('plan', [], { item: row.reference });
    case 'ready':
      return href('plan');
  }
}

/** The share of an item that is done, of the whole of it; null where nothing was logged on it yet. */
export function doneMinutes(item: Item): { done: number; whole: number } | null {
  return item.logged > 0 && item.whole > 0 ? { done: item.logged, whole: item.whole } : null;
}

export interface Line {
  /** `item:<key>` or `skill:<id>`. */
  what: string;
  item: string | null;
  skill: string | null;
  title: { en: string; fr: string };
  /** Minutes that are still planned on that day. */
  planned: number;
  /** Minutes that were logged today. */
  logged: number;
  /** Nothing more of it is planned today. */
  done: boolean;
  /** Its day, where that is not the one at hand. */
  on?: string;
}

/** The day's sessions with what was logged on them: what is done first, then what is still to come, in its order. */
export function lines(today: Today, log: LogRow[]): Line[] {
  const ofToday = (session: SessionView) => session.date === today.today;
  const done: Line[] = [];
  for (const { record, title } of [...log].reverse()) {
    const what = whatOf(record);
    const before = done.find((line) => line.what === what);
    if (before) before.logged += record.minutes;
    else
      done.push({
        what,
        item: record.item,
        skill: record.item ? null : record.skill,
        title,
        planned: 0,
        logged: record.minutes,
        done: true,
      });
  }
  const coming = today.next_sessions.map((session): Line => {
    const what = `item:${session.item}`;
    const logged = ofToday(session) ? (today.logged_today[session.item] ?? 0) : 0;
    return { what, item: session.item, skill: null, title: session.title, planned: session.minutes, logged, done: false };
  });
  return [...done.filter((line) => !coming.some((one) => one.what === line.what && one.logged > 0)), ...coming];
}

/** Sessions of this week that come after the day at hand, as many as there is room for on one screen. */
export function later(today: Today, week: SessionView[], room: number): Line[] {
  const at = today.next_sessions[0]?.date ?? today.today;
  return week
    .filter((session) => session.date > at)
    .slice(0, Math.max(0, room))
    .map((session) => ({
      what: `item:${session.item}`,
      item: session.item,
      skill: null,
      title: session.title,
      planned: session.minutes,
      logged: 0,
      done: false,
      on: session.date,
    }));
}

export interface Trend {
  points: TrendPoint[];
  /** Change of proven readiness over them, 0 to 1. */
  change: number;
  /** The day it is measured from. */
  from: string;
}

/** The last twelve weeks of readiness; null while there is one day only. */
export function trendOf(points: TrendPoint[], today: string): Trend | null {
  const shown = points.filter((point) => daysBetween(point.on, today) <= 84);
  const [first, last] = [shown[0], shown.at(-1)];
  if (!first || !last || shown.length < 2) return null;
  return { points: shown, change: last.proven - first.proven, from: first.on };
}

/** A chance as so many in 100: never all or nothing, for a forecast is neither. */
export const inHundred = (chance: number): number => Math.max(1, Math.min(99, Math.round(chance * 100)));

/** Days by which the plan's end came nearer (positive) or went away (negative). */
export const earlier = (then: string | null, now: string | null): number | null => (then && now ? daysBetween(now, then) : null);
