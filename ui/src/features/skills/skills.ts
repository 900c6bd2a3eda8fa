// What the pages of skills reckon: which rows, in which order, and what a gap brings. Words are in words.ts.
import type { Group, SkillRow } from '../../backend/generated/commands';
import { compare, daysBetween, tx } from '../../lib/format';
import { matches } from '../../lib/text';

export const VIEWS = ['table', 'map', 'radar', 'gap'] as const;
export const FILTERS = ['asked', 'gaps', 'prove', 'stale', 'own', 'all', 'hidden'] as const;
export const ORDERS = ['gaps', 'group', 'hours', 'name'] as const;
export type View = (typeof VIEWS)[number];
export type Filter = (typeof FILTERS)[number];
export type Order = (typeof ORDERS)[number];

/** A word of the address if it is one of these, else the first that was given. */
export const oneOf = <T extends string>(word: string | null, words: readonly T[], fallback: T): T =>
  words.includes(word as T) ? (word as T) : fallback;

/** Days before it goes stale from which a skill is said to go stale soon. */
const SOON = 183;

export const isStale = (row: SkillRow): boolean => row.fresh > row.proven;
export const isSoonStale = (row: SkillRow, today: string): boolean =>
  row.stale_on !== null && row.proven > 0 && daysBetween(today, row.stale_on) <= SOON;
export const isGap = (row: SkillRow): boolean => row.state === 'learn' || row.state === 'prove' || row.state === 'refresh';
/** Levels still to be learned; what is claimed counts as learned, as in the hours. */
export const stepsToGo = (row: SkillRow): number => Math.max(0, (row.required ?? 0) - Math.max(row.claimed ?? 0, row.proven));
/** Nothing said, nothing proven. */
export const isUntouched = (row: SkillRow): boolean => row.claimed === null && row.fresh === 0 && row.rests_on.length === 0;

export function belongs(row: SkillRow, filter: Filter, today: string): boolean {
  switch (filter) {
    case 'asked':
      return row.required !== null;
    case 'gaps':
      return isGap(row);
    case 'prove':
      return row.state === 'prove' || (row.required === null && (row.claimed ?? 0) > row.proven);
    case 'stale':
      return isStale(row) || isSoonStale(row, today);
    case 'own':
      return row.own || row.own_required !== null;
    case 'hidden':
      return row.hidden;
    case 'all':
      return true;
  }
}

export const counts = (rows: SkillRow[], today: string): Record<Filter, number> =>
  Object.fromEntries(FILTERS.map((one) => [one, rows.filter((row) => belongs(row, one, today)).length])) as Record<
    Filter,
    number
  >;

/** The rows of a filter, a group and a search, in their order. */
export function shownRows(
  rows: SkillRow[],
  by: { filter: Filter; order: Order; search: string; group: string | null; today: string; groupNames?: Map<string, string> },
): SkillRow[] {
  const found = rows.filter(
    (row) =>
      belongs(row, by.filter, by.today) &&
      (!by.group || row.group === by.group) &&
      (!by.search.trim() || matches(by.search, `${row.name.en} ${row.name.fr} ${by.groupNames?.get(row.group) ?? ''}`)),
  );
  return arrange(found, by.order);
}

const RANK = { learn: 0, refresh: 1, prove: 2, met: 3, unasked: 4 };

export function arrange(rows: SkillRow[], order: Order): SkillRow[] {
  const sorted = [...rows];
  const likely = (row: SkillRow) => (isGap(row) ? (row.hours?.hours.likely ?? 0) : Infinity);
  switch (order) {
    case 'gaps':
      return sorted.sort(
        (a, b) => RANK[a.state] - RANK[b.state] || Number(b.core) - Number(a.core) || stepsToGo(b) - stepsToGo(a),
      );
    case 'hours':
      return sorted.sort((a, b) => likely(a) - likely(b) || RANK[a.state] - RANK[b.state]);
    case 'name':
      return sorted.sort((a, b) => compare(tx(a.name), tx(b.name)));
    case 'group':
      return sorted;
  }
}

export interface GroupStand {
  group: Group;
  asked: number;
  met: number;
  proven: number;
  claimed: number;
  required: number;
  hours: number;
}

/** Each group that is asked for: its mean levels, each skill counted up to what is asked of it. */
export function groupStands(groups: Group[], rows: SkillRow[]): GroupStand[] {
  return groups.flatMap((group) => {
    const asked = rows.filter((row) => row.group === group.id && row.required !== null);
    if (asked.length === 0) return [];
    const mean = (of: (row: SkillRow) => number) => asked.reduce((sum, row) => sum + of(row), 0) / asked.length;
    const upTo = (level: number, row: SkillRow) => Math.min(level, row.required ?? 0);
    return {
      group,
      asked: asked.length,
      met: asked.filter((row) => row.state === 'met').length,
      proven: mean((row) => upTo(row.proven, row)),
      claimed: mean((row) => upTo(row.claimed ?? 0, row)),
      required: mean((row) => row.required ?? 0),
      hours: asked.reduce((sum, row) => sum + (isGap(row) ? (row.hours?.hours.likely ?? 0) : 0), 0),
    };
  });
}
