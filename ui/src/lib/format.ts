// Dates, figures and money as the chosen language writes them. Dates are ISO days ("2026-11-20"), never moments.
import { locale } from './locale.svelte';

const TAGS = { en: 'en-GB', fr: 'fr-FR' } as const;
const DAY = 86_400_000;
const NBSP = '\u00a0';

const kept = new Map<string, unknown>();
function keep<T>(kind: string, options: object, make: (tag: string) => T): T {
  const tag = TAGS[locale.current];
  const key = kind + tag + JSON.stringify(options);
  if (!kept.has(key)) kept.set(key, make(tag));
  return kept.get(key) as T;
}

const dates = (options: Intl.DateTimeFormatOptions) =>
  keep('date', options, (tag) => new Intl.DateTimeFormat(tag, { ...options, timeZone: 'UTC' }));
const numbers = (options: Intl.NumberFormatOptions) => keep('number', options, (tag) => new Intl.NumberFormat(tag, options));

const utc = (iso: string): Date => new Date(`${iso.slice(0, 10)}T00:00:00Z`);
/** French writes the first of a month as 1er; Intl does not. */
const first = (text: string): string => (locale.current === 'fr' ? text.replace(/(?<!\d)1(?=[\s–]+[\d\p{L}])/gu, '1er') : text);
const shown = (iso: string, options: Intl.DateTimeFormatOptions): string => {
  const day = utc(iso);
  return Number.isNaN(day.getTime()) ? iso : first(dates(options).format(day));
};

/** Whether a text is a day that exists. */
export function isIsoDate(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(utc(text).getTime()) && utc(text).toISOString().startsWith(text);
}

/** Today where the person is. The core has its own clock: prefer what a view says. */
export function todayIso(now: Date = new Date()): string {
  const two = (n: number) => String(n).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

/** 20 November 2026 */
export const date = (iso: string): string => shown(iso, { day: 'numeric', month: 'long', year: 'numeric' });
/** 20 Nov */
export const dateShort = (iso: string): string => shown(iso, { day: 'numeric', month: 'short' });
/** 20 Nov 2026 */
export const dateMedium = (iso: string): string => shown(iso, { day: 'numeric', month: 'short', year: 'numeric' });
/** Friday 20 November; in French vendredi 20 novembre, small as within a sentence */
export const dateLong = (iso: string): string => shown(iso, { weekday: 'long', day: 'numeric', month: 'long' }).replace(',', '');
/** With a capital, where it begins a line or stands alone. */
export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
/** November 2026 */
export const month = (iso: string, style: 'long' | 'short' = 'long'): string =>
  shown(iso, { month: style, year: style === 'long' ? 'numeric' : undefined });
/** Friday, or Fri */
export const weekday = (iso: string, style: 'long' | 'short' | 'narrow' = 'long'): string => shown(iso, { weekday: style });
/** The days of a week from Monday: ["Mon", "Tue", …] */
export const weekdays = (style: 'long' | 'short' | 'narrow' = 'short'): string[] =>
  Array.from({ length: 7 }, (_, day) => weekday(`2024-01-0${day + 1}`, style));
/** 28 March – 9 May 2027 */
export const dateRange = (from: string, to: string): string =>
  from === to ? date(from) : first(dates({ day: 'numeric', month: 'long', year: 'numeric' }).formatRange(utc(from), utc(to)));
/** March – May 2027, or March 2027 */
export function monthRange(from: string, to: string): string {
  const text =
    from.slice(0, 7) === to.slice(0, 7) ? month(from) : dates({ month: 'long', year: 'numeric' }).formatRange(utc(from), utc(to));
  return capital(text);
}
/** 20–26 Nov, 28 Nov – 3 Dec; with the year where the two differ in it, or where it is not this one */
export const dateRangeShort = (from: string, to: string, today: string = todayIso()): string => {
  const year = from.slice(0, 4) !== to.slice(0, 4) || to.slice(0, 4) !== today.slice(0, 4) ? ('numeric' as const) : undefined;
  const format = dates({ day: 'numeric', month: 'short', year });
  return from === to ? format.format(utc(from)) : format.formatRange(utc(from), utc(to));
};
/** A moment ("2026-11-20T18:30:00Z") in the person's own time: 20 Nov 2026, 19:30 */
export const moment = (instant: string): string =>
  keep('moment', {}, (tag) => new Intl.DateTimeFormat(tag, { dateStyle: 'medium', timeStyle: 'short' })).format(
    new Date(instant),
  );

/** The time of a moment, in the person's own time: 19:30 */
export const clockTime = (instant: string): string =>
  keep('time', {}, (tag) => new Intl.DateTimeFormat(tag, { timeStyle: 'short' })).format(new Date(instant));

/** Whole days from a to b. */
export const daysBetween = (a: string, b: string): number => Math.round((utc(b).getTime() - utc(a).getTime()) / DAY);

/** in 9 days, tomorrow, 3 months ago */
export function relativeDays(iso: string, today: string = todayIso()): string {
  const days = daysBetween(today, iso);
  const relative = keep('relative', {}, (tag) => new Intl.RelativeTimeFormat(tag, { numeric: 'auto' }));
  if (Math.abs(days) < 60) return relative.format(days, 'day');
  if (Math.abs(days) < 730) return relative.format(Math.round(days / 30.44), 'month');
  return relative.format(Math.round(days / 365.25), 'year');
}

/** A moment from now: 5 minutes ago, 3 hours ago, then as days: yesterday, 9 days ago */
export function relativeMoment(instant: string, now: Date = new Date()): string {
  const then = new Date(instant);
  const minutes = Math.round((then.getTime() - now.getTime()) / 60_000);
  const relative = keep('relative', {}, (tag) => new Intl.RelativeTimeFormat(tag, { numeric: 'auto' }));
  if (Math.abs(minutes) < 60) return minutes === 0 ? relative.format(0, 'second') : relative.format(minutes, 'minute');
  if (todayIso(then) === todayIso(now)) return relative.format(Math.round(minutes / 60), 'hour');
  return relativeDays(todayIso(then), todayIso(now));
}

/** 1 h 30, 34 h, 45 min, 0 min */
export function hours(minutes: number): string {
  const whole = Math.round(Math.abs(minutes));
  const sign = minutes < 0 && whole > 0 ? '\u2212' : '';
  const h = Math.floor(whole / 60);
  const rest = whole % 60;
  if (h === 0) return `${sign}${rest}${NBSP}min`;
  return `${sign}${number(h)}${NBSP}h${rest ? NBSP + String(rest).padStart(2, '0') : ''}`;
}
/** Hours alone, for estimates: 34 h (under ten hours to the half: 1.5 h) */
export function hoursOnly(minutes: number): string {
  const h = minutes / 60;
  return `${number(h < 10 ? Math.round(h * 2) / 2 : Math.round(h), 1)}${NBSP}h`;
}

/** 1,234.5 (at most `digits` after the point) */
export const number = (n: number, digits = 0): string => numbers({ maximumFractionDigits: digits }).format(n);
/** 54% from 0.54 */
export const percent = (share: number, digits = 0): string =>
  numbers({ style: 'percent', maximumFractionDigits: digits }).format(share);
/** +3% from 0.03 */
export const percentChange = (share: number): string =>
  numbers({ style: 'percent', maximumFractionDigits: 0, signDisplay: 'exceptZero' }).format(share);
/** €150, 150 € */
export const money = (amount: number, currency: string): string =>
  numbers({ style: 'currency', currency, minimumFractionDigits: Number.isInteger(amount) ? 0 : 2 }).format(amount);
/** 3.4 MB */
export function bytes(count: number): string {
  const steps = ['byte', 'kilobyte', 'megabyte', 'gigabyte'];
  const step = Math.min(3, Math.floor(Math.log10(Math.max(1, count)) / 3));
  return numbers({ style: 'unit', unit: steps[step], unitDisplay: 'short', maximumFractionDigits: step > 1 ? 1 : 0 }).format(
    count / 1000 ** step,
  );
}
/** Two figures already written: 33–45, or 28 March – 9 May */
export const range = (from: string, to: string): string =>
  from === to ? from : /\s/.test(from + to) ? `${from} – ${to}` : `${from}–${to}`;
/** a, b and c */
export const list = (items: string[], kind: 'conjunction' | 'disjunction' = 'conjunction'): string =>
  keep('list', { kind }, (tag) => new Intl.ListFormat(tag, { type: kind })).format(items);
/** For sorting names as the language sorts them. */
export const compare = (a: string, b: string): number =>
  keep('collator', {}, (tag) => new Intl.Collator(tag, { numeric: true, sensitivity: 'base' })).compare(a, b);

/** A text of the core in the chosen language. */
export const tx = (text: { en: string; fr: string } | null | undefined): string => (text ? text[locale.current] || text.en : '');
