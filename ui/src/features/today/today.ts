// What the page of today reckons: totals of the week, how pressing a date is, where a line leads.
import type { Commands } from '../../backend/backend';
import { href } from '../../lib/router.svelte';

export type Today = Commands['today.show']['value'];
export type Due = Today['due'][number];
export type Item = NonNullable<Today['now']>;

/** How many lines of what comes due fit on one screen. */
export const SHOWN = 5;

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

/** The share of an item that is done, by its likely estimate; null where the estimate says nothing of it. */
export function doneMinutes(item: Item): { done: number; whole: number } | null {
  const whole = item.estimate.likely * 60;
  const done = whole - item.minutes;
  return done > 0 && whole > 0 ? { done, whole } : null;
}
