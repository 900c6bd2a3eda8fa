// The form of a scenario: what of it is asked of the core.
import type { DueKind, ScenarioItem, ScenarioParams, ScenarioRecord } from '../../../backend/generated/commands';

export interface Due {
  item: string;
  due: string;
  due_kind: DueKind;
}
export interface Form {
  name: string;
  /** Minutes of a week as one figure; null as today. */
  week: number | null;
  /** Minutes of each weekday, where told day by day. */
  days: (number | null)[] | null;
  /** The week as it was kept: sent again while its sum stands. */
  kept: number[] | null;
  rung: string;
  stack: string;
  ready_by: string;
  out: string[];
  dues: Due[];
}

export const SAME = 'same';
export const sum = (days: readonly (number | null)[]): number => days.reduce<number>((all, one) => all + (one ?? 0), 0);

export const formOf = (record: ScenarioRecord | null): Form => ({
  name: record?.name ?? '',
  week: record?.weekly_minutes ? sum(record.weekly_minutes) : null,
  days: null,
  kept: record?.weekly_minutes ? [...record.weekly_minutes] : null,
  rung: record?.rung ?? SAME,
  stack: record?.stack ?? SAME,
  ready_by: record?.ready_by ?? '',
  out: (record?.items ?? []).filter((one) => one.dropped).map((one) => one.item),
  dues: (record?.items ?? []).flatMap((one) =>
    one.due && !one.dropped ? [{ item: one.item, due: one.due, due_kind: one.due_kind ?? 'soft' }] : [],
  ),
});

type Week = NonNullable<ScenarioParams['weekly_minutes']>;

/** What is asked of the core: only what differs from today's plan. An item that is left out has no date. */
export function toParams(form: Form, id: string | null = null): ScenarioParams {
  const left = new Set(form.out);
  const items: ScenarioItem[] = [
    ...form.out.map((item) => ({ item, dropped: true, due: null, due_kind: null })),
    ...form.dues
      .filter((one) => one.due && !left.has(one.item))
      .map((one) => ({ item: one.item, dropped: false, due: one.due, due_kind: one.due_kind })),
  ];
  const params: ScenarioParams = { name: form.name.trim(), items };
  if (id) params.id = id;
  if (form.days) params.weekly_minutes = form.days.map((one) => one ?? 0) as Week;
  else if (form.week !== null) {
    if (form.kept && sum(form.kept) === form.week) params.weekly_minutes = [...form.kept] as Week;
    else params.minutes_a_week = form.week;
  }
  if (form.rung !== SAME) params.rung = form.rung;
  if (form.stack !== SAME) params.stack = form.stack;
  if (form.ready_by) params.ready_by = form.ready_by;
  return params;
}

/** Whether nothing differs from today's plan. */
export const isBlank = (params: ScenarioParams): boolean =>
  !params.weekly_minutes &&
  params.minutes_a_week === undefined &&
  !params.rung &&
  !params.stack &&
  !params.ready_by &&
  (params.items ?? []).length === 0;

/** The least and the most that the core takes for a week. */
export const LEAST_WEEK = 30;
export const MOST_WEEK = 6000;
