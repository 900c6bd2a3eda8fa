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
