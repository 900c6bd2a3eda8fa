// The plan as a table: columns, sorting, groups, the filter.
import type { Date as Day, PlanItemView, SkillsView } from '../../backend/generated/commands';
import { compare, month, tx } from '../../lib/format';
import { matches } from '../../lib/text';
import { m } from '../../paraglide/messages';
import { reasonText, whatText } from './plan';

export type Grouping = 'none' | 'month' | 'what' | 'state';
export type State = 'late' | 'going' | 'to_come' | 'nothing';
type Place = { name: string; order: string | number };

const STATES: State[] = ['late', 'going', 'to_come', 'nothing'];

/** How an item stands: late before all else, then in progress. */
export function stateOf(item: PlanItemView): State {
  if (item.late_minutes > 0) return 'late';
  if (item.logged > 0) return 'going';
  return item.minutes === 0 ? 'nothing' : 'to_come';
}

export function stateText(state: State): string {
  switch (state) {
    case 'late':
      return m.plan_state_late();
    case 'going':
      return m.plan_state_going();
    case 'to_come':
      return m.plan_state_to_come();
    case 'nothing':
      return m.plan_reason_nothing();
  }
}

/** The group of an item, and where that group stands. */
export function placer(
  grouping: Grouping,
  skills: Pick<SkillsView, 'groups' | 'rows'> | undefined,
): ((item: PlanItemView) => Place) | null {
  if (grouping === 'none') return null;
  if (grouping === 'month') {
    return (item) => {
      const name = item.starts ? month(item.starts) : m.plan_reason_nothing();
      return { name: name.charAt(0).toUpperCase() + name.slice(1), order: item.starts?.slice(0, 7) ?? '9999' };
    };
  }
  if (grouping === 'state') return (item) => ({ name: stateText(stateOf(item)), order: STATES.indexOf(stateOf(item)) });
  const groups = skills?.groups ?? [];
  const of = new Map(skills?.rows.map((row) => [row.skill, groups.findIndex((group) => group.id === row.group)]));
  return (item) => {
    const at = item.skill ? (of.get(item.skill) ?? -1) : -1;
    return at < 0
      ? { name: whatText(item.what.kind), order: 1000 + item.what.kind.length }
      : { name: tx(groups[at]?.name), order: at };
  };
}

/** Items whose title, or what asks for them, has these words. */
export const fitting = (items: PlanItemView[], words: string): PlanItemView[] =>
  words.trim() ? items.filter((item) => matches(words, `${tx(item.title)} ${item.asked_by.map(tx).join(' ')}`)) : items;

/** Items sorted by a column, and those of one group together, groups in the order of their meaning. */
export function arrange(
  items: PlanItemView[],
  sort: { key: string; descending: boolean } | null,
  place: ((item: PlanItemView) => Place) | null,
  likely?: Map<string, Day | null>,
): PlanItemView[] {
  const value = (item: PlanItemView): string | number => {
    switch (sort?.key) {
      case 'title':
        return tx(item.title);
      case 'left':
        return item.minutes;
      case 'due':
        return item.due ?? '9999';
      case 'slack':
        return item.late_minutes > 0 ? -item.late_minutes : (item.slack_minutes ?? Infinity);
      case 'why':
        return reasonText(item.because, tx(item.because_title));
      case 'likely':
        return likely?.get(item.key) ?? '9999';
      case 'pace':
        return item.pace;
      default:
        return item.starts ?? '9999';
    }
  };
  const words = sort?.key === 'title' || sort?.key === 'why';
  const order = (a: string | number, b: string | number) => {
    if (typeof a === 'number' && typeof b === 'number') return a === b ? 0 : a - b;
    return words ? compare(String(a), String(b)) : a < b ? -1 : a > b ? 1 : 0;
  };
  const rows = items.map((item, at) => ({ item, at, value: value(item), group: place ? place(item).order : 0 }));
  const turn = sort?.descending ? -1 : 1;
  const groups = (a: string | number, b: string | number) => (a === b ? 0 : a < b ? -1 : 1);
  rows.sort((a, b) => groups(a.group, b.group) || turn * order(a.value, b.value) || a.at - b.at);
  return rows.map((row) => row.item);
}
