// Days as figures, and where they lie on the timeline.
import { dateShort, isIsoDate, month, weekday } from '../../../lib/format';

const DAY = 86_400_000;
const WEEK = 7;
const MONTH = 30.44;

/** A day as a whole number: the days since 1970. */
export const dayOf = (iso: string): number => Math.round(Date.parse(`${iso.slice(0, 10)}T00:00:00Z`) / DAY);
export const isoOf = (day: number): string => new Date(day * DAY).toISOString().slice(0, 10);
/** The Monday of its week. */
export const mondayOf = (day: number): number => day - ((((day + 3) % WEEK) + WEEK) % WEEK);
export const isDay = (iso: string | null | undefined): iso is string => Boolean(iso && isIsoDate(iso));

export interface Scale {
  /** The first day drawn, and the one after the last. */
  start: number;
  end: number;
  /** Pixels of a day. */
  px: number;
}
export const xOf = (scale: Scale, day: number): number => (day - scale.start) * scale.px;
export const widthOf = (scale: Scale): number => (scale.end - scale.start) * scale.px;

export type Zoom = 'fit' | 'quarter' | 'month' | 'week';
export const ZOOMS: Zoom[] = ['fit', 'quarter', 'month', 'week'];
const SHOWN: Record<Exclude<Zoom, 'fit'>, number> = { quarter: 92, month: 31, week: 10 };
const CLOSEST = 160;

/** Pixels of a day when the view shows so much; never so few that the plan leaves the view half empty. */
export function pxOf(zoom: Zoom, days: number, width: number): number {
  const fit = width / Math.max(1, days);
  return zoom === 'fit' ? fit : Math.max(fit, width / SHOWN[zoom]);
}
export const clampPx = (px: number, days: number, width: number): number =>
  Math.min(CLOSEST, Math.max(width / Math.max(1, days), px));

export interface Tick {
  day: number;
  label: string;
  /** A month or year begins: its line is stronger. */
  strong: boolean;
}

const monthsOf = (day: number): number => {
  const at = new Date(day * DAY);
  return at.getUTCFullYear() * 12 + at.getUTCMonth();
};
const firstOf = (months: number): number => Math.round(Date.UTC(Math.floor(months / 12), months % 12, 1) / DAY);
const upper = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

/** How many months lie between two labels. */
export function monthStep(px: number): number {
  const steps = [1, 3, 6, 12, 24, 60, 120];
  return steps.find((step) => step * MONTH * px >= (step === 1 ? 34 : 60)) ?? 240;
}

/** The lines of the calendar between two days: days, weeks, months, quarters or years, as there is room. */
export function ticks(scale: Scale, from: number, to: number): Tick[] {
  const found: Tick[] = [];
  const { px } = scale;
  if (px * WEEK >= 62) {
    const step = px >= 62 ? 1 : WEEK;
    for (let day = step === 1 ? from : mondayOf(from); day < to; day += step) {
      const iso = isoOf(day);
      const label = step === 1 && px >= 84 ? `${upper(weekday(iso, 'short'))} ${dateShort(iso)}` : dateShort(iso);
      found.push({ day, label, strong: mondayOf(day) === day && (step === 1 || Number(iso.slice(8)) <= WEEK) });
    }
    return found;
  }
  const step = monthStep(px);
  const year = px * MONTH * step >= 74;
  for (let months = Math.floor(monthsOf(from) / step) * step; ; months += step) {
    const day = firstOf(months);
    if (day >= to) return found;
    if (day < from - MONTH * step) continue;
    const january = months % 12 === 0;
    const name = upper(month(isoOf(day), 'short'));
    const full = String(Math.floor(months / 12));
    found.push({
      day,
      label: step >= 12 ? full : january ? (year ? `${name} ${full}` : full) : name,
      strong: january || step >= 12,
    });
  }
}
