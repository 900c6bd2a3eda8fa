// What first start reckons for itself: which skills to ask in which order, days ahead, and how hours fall on a week.
import type { Commands } from '../../backend/backend';

export type Question = Commands['start.questions']['value'][number];
export type Role = Commands['role.show']['value'];
export type Group = Role['groups'][number];
export type Week = [number, number, number, number, number, number, number];

/** Most questions that are asked at once without being asked to. */
export const MANY = 45;

export interface Asked {
  group: Group;
  questions: Question[];
}

/** The questions by group, in the order of the role. */
export function byGroup(questions: Question[], groups: Group[]): Asked[] {
  return groups
    .map((group) => ({ group, questions: questions.filter((one) => one.group === group.id) }))
    .filter((one) => one.questions.length > 0);
}

/** What a level means in a group: `zero` for 0, else the group's anchored example. */
export const anchor = <T>(group: Group, level: number, zero: T): T | Group['levels'][number] => group.levels[level - 1] ?? zero;

/** The levels that were given, as `start.begin` wants them; those of skills that are not asked any more are left out. */
export function levelsOf(
  answers: Record<string, number>,
  questions: Question[],
): { skill: string; level: number; why: string }[] {
  return questions.flatMap(({ skill }) => (answers[skill] === undefined ? [] : [{ skill, level: answers[skill], why: '' }]));
}

/** The same day so many months on; the last one of a shorter month. */
export function addMonths(iso: string, months: number): string {
  const [year = 0, month = 1, day = 1] = iso.split('-').map(Number);
  const first = new Date(Date.UTC(year, month - 1 + months, 1));
  const last = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate();
  first.setUTCDate(Math.min(day, last));
  return first.toISOString().slice(0, 10);
}

/**
 * A proposal of how hours a week fall on its days: four evenings, a longer Saturday, a short Sunday, Wednesday free. It is
 * shown, and what is shown is what is kept; the core spreads the same way when it is given hours alone.
 */
export function spreadWeek(hours: number): Week {
  const shares = hours > 40 ? [1, 1, 1, 1, 1, 1, 1] : [9, 9, 0, 9, 9, 18, 6];
  const total = Math.round(hours * 60);
  const whole = shares.reduce((sum, share) => sum + share, 0);
  const step = total >= 300 ? 5 : 1;
  const days = shares.map((share) => Math.floor(Math.floor((total * share) / whole) / step) * step) as Week;
  days[5] += total - days.reduce((sum, minutes) => sum + minutes, 0);
  return days;
}
