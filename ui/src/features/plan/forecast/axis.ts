// A calendar along a chart: where a day stands, and which months are written.
import { dateShort, daysBetween, month } from '../../../lib/format';

export interface Axis {
  from: string;
  to: string;
  /** 0 at the first day, 1 at the last; nothing lies outside. */
  place(day: string): number;
}

export interface Tick {
  day: string;
  at: number;
  label: string;
}

export function axisOf(from: string, to: string): Axis {
  const span = Math.max(1, daysBetween(from, to));
  return { from, to, place: (day) => Math.min(1, Math.max(0, daysBetween(from, day) / span)) };
}

const pad = (n: number) => String(n).padStart(2, '0');
const firstOf = (index: number) => `${Math.floor(index / 12)}-${pad((index % 12) + 1)}-01`;
const STEPS = [1, 2, 3, 6, 12, 24, 60, 120, 240];

/** Firsts of months, at most `most` of them; January, and the first one, carry the year. Short spans are told by days. */
export function ticks(axis: Axis, most: number): Tick[] {
  const year = Number(axis.from.slice(0, 4));
  const start = year * 12 + Number(axis.from.slice(5, 7)) - 1 + (axis.from.endsWith('-01') ? 0 : 1);
  const end = Number(axis.to.slice(0, 4)) * 12 + Number(axis.to.slice(5, 7)) - 1;
  const room = Math.max(1, Math.floor(most));
  const step = STEPS.find((one) => Math.floor(end / one) - Math.ceil(start / one) + 1 <= room) ?? 480;
  const found: Tick[] = [];
  let said = '';
  for (let index = Math.ceil(start / step) * step; index <= end; index += step) {
    const day = firstOf(index);
    const years = day.slice(0, 4);
    const label = step % 12 === 0 ? years : said === years ? month(day, 'short') : `${month(day, 'short')} ${years}`;
    said = years;
    found.push({ day, at: axis.place(day), label });
  }
  if (found.length) return found;
  return [{ day: axis.from, at: 0, label: dateShort(axis.from) }];
}

/** Round figures up to `most`: 0, 100, 200 … */
export function scale(most: number, lines = 5): number[] {
  if (most <= 0) return [0];
  const raw = most / lines;
  const ten = 10 ** Math.floor(Math.log10(raw));
  const step = [1, 2, 2.5, 5, 10].map((factor) => factor * ten).find((one) => one >= raw) ?? ten * 10;
  const figures: number[] = [];
  for (let at = 0; at < most + step * 0.999; at += step) figures.push(at);
  return figures;
}
