// An entry of the time log as the form holds it, what it can be spent on, and the log by weeks and days.
import type { LogRow, LogSaveParams, PlanView, SkillsView } from '../../backend/generated/commands';
import type { CommandError } from '../../backend/backend';
import type { Option } from '../../kit/types';
import { compare, tx } from '../../lib/format';

export interface Draft {
  /** `item:<key>`, `skill:<id>`, or nothing yet. */
  what: string;
  on: string;
  way: 'length' | 'span';
  minutes: number | null;
  from: string;
  to: string;
  note: string;
}

export const whatOf = (one: { item?: string | null; skill?: string | null }): string =>
  one.item ? `item:${one.item}` : one.skill ? `skill:${one.skill}` : '';

/** The item or the skill of a choice. */
export function chosen(what: string): { item: string | null; skill: string | null } {
  const at = what.indexOf(':');
  const id = what.slice(at + 1);
  return { item: what.startsWith('item:') ? id : null, skill: what.startsWith('skill:') ? id : null };
}

export function draftOf(row: LogRow): Draft {
  return {
    what: whatOf(row.record),
    on: row.record.on,
    way: 'length',
    minutes: row.record.minutes,
    from: row.began_at ?? '',
    to: row.ended_at ?? '',
    note: row.record.note,
  };
}

/** A time of day from what a person writes: 18:30, 18h30, 1830, 8.5 is none. "HH:MM", or null. */
export function parseTime(text: string): string | null {
  const plain = text.replace(/[\s\u00a0\u202f]/g, '').toLowerCase();
  const found = /^(\d{1,2})(?:(?::|h|\.)(\d{2})?|(\d{2}))?$/.exec(plain);
  if (!found) return null;
  const [h, min] = [Number(found[1]), Number(found[2] ?? found[3] ?? 0)];
  return h < 24 && min < 60 ? `${String(h).padStart(2, '0')}:${String(min).padStart(2, '0')}` : null;
}

/** Whether a span ends on the day after. */
export const pastMidnight = (from: string, to: string): boolean => Boolean(from && to) && to <= from;

export type Field = 'what' | 'on' | 'minutes' | 'from' | 'to';

/** What is missing before the core can be asked. */
export function missing(draft: Draft): Field[] {
  const time: Field[] =
    draft.way === 'length'
      ? draft.minutes
        ? []
        : ['minutes']
      : [...(draft.from ? [] : (['from'] as const)), ...(draft.to ? [] : (['to'] as const))];
  return [...(draft.what ? [] : (['what'] as const)), ...(draft.on ? [] : (['on'] as const)), ...time];
}

export function toParams(draft: Draft, row: LogRow | null): LogSaveParams {
  const { item, skill } = chosen(draft.what);
  // What an item's entry speaks for stays with it while the item stays.
  const kept = row && row.record.item && row.record.item === item ? row.record.skill : null;
  const time = draft.way === 'length' ? { minutes: draft.minutes } : { from: draft.from, to: draft.to };
  return { ...(row ? { id: row.record.id } : {}), item, skill: skill ?? kept, on: draft.on, ...time, note: draft.note.trim() };
}

/** The field beside which a refusal of the core stands; null where it concerns the whole. */
export function fieldOf(error: CommandError, draft: Draft): Field | null {
  const span = draft.way === 'span';
  switch (error.code) {
    case 'log.future_hour':
    case 'log.skipped_hour':
      return span ? 'to' : 'on';
    case 'command.params':
      return error.args.path === 'on' ? 'on' : null;
    case 'log.future':
    case 'date.far':
    case 'date.future':
      return 'on';
    case 'log.day_full':
    case 'log.refused':
      return span ? 'to' : 'minutes';
    case 'log.no_time':
      return span ? 'from' : 'minutes';
    case 'log.overlap':
      return span ? 'from' : null;
    case 'log.nothing':
    case 'plan.unknown_item':
    case 'skill.unknown':
      return 'what';
    case 'input.range':
    case 'input.time': {
      const field = error.args.field;
      return field === 'from' || field === 'to' || field === 'minutes' || field === 'on' ? field : null;
    }
    default:
      return null;
  }
}

export interface Groups {
  week: string;
  plan: string;
  skills: string;
  others: string;
  entry: string;
}

/** What time can be spent on: this week's items, the other items of the plan, the skills that are asked, the others. */
export function choices(
  plan: PlanView | undefined,
  skills: SkillsView | undefined,
  names: Groups,
  row: { item: string | null; title: string } | null,
): Option[] {
  const soon = new Set(plan?.weeks[0]?.sessions.map((session) => session.item));
  const items = (plan?.items ?? []).map((item) => ({
    value: `item:${item.key}`,
    label: tx(item.title),
    group: soon.has(item.key) ? names.week : names.plan,
  }));
  const gone = row?.item && !items.some((one) => one.value === `item:${row.item}`);
  const own = gone ? [{ value: `item:${row.item}`, label: row.title, group: names.entry }] : [];
  const groups = new Map(skills?.groups.map((group) => [group.id, tx(group.name)]));
  const known = (skills?.rows ?? [])
    .filter((one) => !one.hidden)
    .map((one) => ({
      value: `skill:${one.skill}`,
      label: tx(one.name),
      hint: groups.get(one.group),
      group: one.required !== null ? names.skills : names.others,
    }))
    .sort((a, b) => Number(b.group === names.skills) - Number(a.group === names.skills) || compare(a.label, b.label));
  return [...own, ...items.sort((a, b) => Number(b.group === names.week) - Number(a.group === names.week)), ...known];
}

export interface LogDay {
  on: string;
  minutes: number;
  rows: LogRow[];
}
export interface LogWeek {
  start: string;
  minutes: number;
  days: LogDay[];
}

/** The Monday of a day's week. */
export function monday(day: string): string {
  const at = new Date(`${day}T00:00:00Z`);
  at.setUTCDate(at.getUTCDate() - ((at.getUTCDay() + 6) % 7));
  return at.toISOString().slice(0, 10);
}

/** A day some days later, or earlier. */
export function plusDays(day: string, n: number): string {
  const at = new Date(`${day}T00:00:00Z`);
  at.setUTCDate(at.getUTCDate() + n);
  return at.toISOString().slice(0, 10);
}

/** Entries, newest first, by week and day with their sums. */
export function byWeek(rows: LogRow[]): LogWeek[] {
  const weeks: LogWeek[] = [];
  for (const row of rows) {
    const { on, minutes } = row.record;
    const start = monday(on);
    let week = weeks.at(-1);
    if (week?.start !== start) weeks.push((week = { start, minutes: 0, days: [] }));
    let day = week.days.at(-1);
    if (day?.on !== on) week.days.push((day = { on, minutes: 0, rows: [] }));
    day.rows.push(row);
    day.minutes += minutes;
    week.minutes += minutes;
  }
  return weeks;
}

export const PERIODS = ['week', 'month', 'quarter', 'year', 'all', 'own'] as const;
export type Period = (typeof PERIODS)[number];
export const isPeriod = (word: string | null): word is Period => PERIODS.includes(word as Period);

/** The first day of a period; none where it has none. */
export function since(period: Period, today: string): string | null {
  switch (period) {
    case 'week':
      return monday(today);
    case 'month':
      return plusDays(monday(today), -21);
    case 'quarter':
      return plusDays(monday(today), -84);
    case 'year':
      return `${today.slice(0, 4)}-01-01`;
    default:
      return null;
  }
}
