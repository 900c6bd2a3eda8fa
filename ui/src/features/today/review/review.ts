// What the weekly review reckons for the eye: neighbouring weeks, what moved, the choice that is being made.
import type { Commands } from '../../../backend/backend';

export type Review = Commands['review.show']['value'];
export type Row = Review['rows'][number];
export type ChoiceView = Review['choices'][number];
export type Choice = ChoiceView['choice'];
export type Kind = Choice['kind'];
export type Session = Review['next_week']['sessions'][number];
export type Plan = Commands['plan.show']['value'];
type Text = Row['title'];

const DAY = 86_400_000;
const utc = (iso: string): number => Date.parse(`${iso}T00:00:00Z`);

/** How many items are listed before "show all". */
export const SHOWN = 8;
/** How many of the items that moved are named. */
export const MOVED = 5;
/** Minutes of a usual week that the core takes. */
export const WEEK = { least: 30, most: 6000 };

/** The day so many days later. */
export const plusDays = (iso: string, days: number): string => new Date(utc(iso) + days * DAY).toISOString().slice(0, 10);

/** The Monday of a day's week. */
export const mondayOf = (iso: string): string => plusDays(iso, -((new Date(utc(iso)).getUTCDay() + 6) % 7));

/** Days from then to now; null where one of them is not known. */
export const shift = (then: string | null, now: string | null): number | null =>
  then === null || now === null ? null : Math.round((utc(now) - utc(then)) / DAY);

/** Minutes that are planned for days that are not past yet: a week can be closed from its Friday on. */
export const toCome = (view: Review): number => view.rows.reduce((sum, row) => sum + Math.max(0, row.planned - row.due), 0);

/** By how many points in 100 a share has grown, as the rounded figures beside it say. */
export const points = (then: number | null, now: number): number | null =>
  then === null ? null : Math.round(now * 100) - Math.round(then * 100);

/** The items whose day with even odds moved most, the farthest first. */
export function moved(rows: Row[], most = MOVED): { row: Row; days: number }[] {
  return rows
    .map((row) => ({ row, days: shift(row.finish_then, row.finish_now) ?? 0 }))
    .filter((one) => one.days !== 0)
    .sort((a, b) => Math.abs(b.days) - Math.abs(a.days))
    .slice(0, most);
}

/** The week before (-1) or after (1) among those that can be looked at, newest first; null at the end. */
export function neighbour(weeks: string[], week: string, by: -1 | 1): string | null {
  const others = weeks.filter((one) => (by < 0 ? one < week : one > week));
  return (by < 0 ? others[0] : others.at(-1)) ?? null;
}

/** The sessions of a week under their days; days without any are left out. */
export function byDay(sessions: Session[]): { date: string; minutes: number; sessions: Session[] }[] {
  const days = new Map<string, Session[]>();
  for (const session of sessions) days.set(session.date, [...(days.get(session.date) ?? []), session]);
  return [...days]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([date, of]) => ({ date, sessions: of, minutes: of.reduce((sum, one) => sum + one.minutes, 0) }));
}

/** A choice as it stands in the form: every kind keeps its own value while another one is looked at. */
export interface Draft {
  kind: Kind;
  hours: number | null;
  lighter: number | null;
  item: string;
  date: string;
  note: string;
}

/** The form as the core proposes it: the first choice that can be, with the proposed values in the others. */
export function draftOf(choices: ChoiceView[]): Draft {
  const draft: Draft = {
    kind: choices.find((one) => one.refused === null)?.choice.kind ?? choices[0]?.choice.kind ?? 'keep',
    hours: null,
    lighter: null,
    item: '',
    date: '',
    note: '',
  };
  for (const { choice } of choices) {
    if (choice.kind === 'hours') draft.hours ??= choice.weekly_minutes;
    if (choice.kind === 'lighter_week') draft.lighter ??= choice.minutes;
    if (choice.kind === 'first') draft.item ||= choice.item;
    if (choice.kind === 'ready_by') draft.date ||= choice.date;
  }
  return draft;
}

/** The form with what the person changed; a choice that is not offered any more is not theirs any more. */
export function withOwn(choices: ChoiceView[], own: Partial<Draft>): Draft {
  const proposed = draftOf(choices);
  const merged = { ...proposed, ...own };
  return kindsOf(choices).includes(merged.kind) ? merged : { ...merged, kind: proposed.kind };
}

/** The choice of one kind as the form holds it; null while its field is empty. */
export function choiceOf(draft: Draft, kind: Kind = draft.kind): Choice | null {
  switch (kind) {
    case 'keep':
      return { kind };
    case 'hours':
      return draft.hours === null ? null : { kind, weekly_minutes: draft.hours };
    case 'lighter_week':
      return draft.lighter === null ? null : { kind, minutes: draft.lighter };
    case 'first':
      return draft.item ? { kind, item: draft.item } : null;
    case 'ready_by':
      return draft.date ? { kind, date: draft.date } : null;
  }
}

/** The kinds on offer, each once, in the order of the core. */
export const kindsOf = (choices: ChoiceView[]): Kind[] => [...new Set(choices.map((one) => one.choice.kind))];

const same = (a: Choice, b: Choice): boolean => JSON.stringify(values(a)) === JSON.stringify(values(b));
const values = (choice: Choice) => Object.entries(choice).sort(([a], [b]) => (a < b ? -1 : 1));

/** What the core already said of this very choice. */
export const offered = (choices: ChoiceView[], choice: Choice | null): ChoiceView | undefined =>
  choice === null ? undefined : choices.find((one) => same(one.choice, choice));

/** Where a choice leads, as far as it is known. */
export type Lead =
  | { kind: 'finish'; finish: string; days: number | null }
  | { kind: 'refused'; text: Text }
  /** It is being reckoned. */
  | { kind: 'waiting' }
  | { kind: 'none' };

/** Where a choice leads: by what the core offered, else by its trial. `days` is against going on as planned. */
export function leadOf(choices: ChoiceView[], choice: Choice | null, trial: ChoiceView | undefined): Lead {
  if (choice === null) return { kind: 'none' };
  const known = offered(choices, choice) ?? trial;
  if (!known) return { kind: 'waiting' };
  if (known.refused) return { kind: 'refused', text: known.refused };
  if (known.finish === null) return { kind: 'none' };
  const keep = choices.find((one) => one.choice.kind === 'keep')?.finish ?? null;
  return { kind: 'finish', finish: known.finish, days: choice.kind === 'keep' ? null : shift(keep, known.finish) };
}

/** The title of an item by its key, wherever it is still known. */
export function titleOf(key: string, view: Review, plan: Plan | undefined): Text | null {
  return (
    plan?.items.find((item) => item.key === key)?.title ??
    view.choices.find((one) => one.choice.kind === 'first' && one.choice.item === key)?.title ??
    view.rows.find((row) => row.key === key)?.title ??
    view.next_week.sessions.find((session) => session.item === key)?.title ??
    null
  );
}
