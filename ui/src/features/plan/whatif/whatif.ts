// Differences in words, and the form of a scenario. What a scenario comes to is the core's.
import type {
  DueKind,
  OutcomeView,
  ScenarioItem,
  ScenarioParams,
  ScenarioRecord,
  ScenarioView,
  ScenariosView,
  Text,
} from '../../../backend/generated/commands';
import { dateMedium, hours, number, percent, tx } from '../../../lib/format';
import { m } from '../../../paraglide/messages';
import { chanceText } from '../forecast/forecast';

export type Tone = 'neutral' | 'moss' | 'amber' | 'brick';

/** "27 days earlier"; from four months on in months, from two years on in years. */
export function daysText(days: number | null): string | null {
  if (days === null) return null;
  if (days === 0) return m.whatif_days_same();
  const far = Math.abs(days);
  if (far >= 730) {
    const years = number(far / 365.25, 1);
    return days < 0 ? m.whatif_years_earlier({ years }) : m.whatif_years_later({ years });
  }
  if (far > 120) {
    const n = Math.round(far / 30.44);
    return days < 0 ? m.whatif_months_earlier({ n }) : m.whatif_months_later({ n });
  }
  return days < 0 ? m.whatif_days_earlier({ n: far }) : m.whatif_days_later({ n: far });
}
export const daysTone = (days: number | null): Tone => (!days ? 'neutral' : days < 0 ? 'moss' : 'amber');

/** "48 h less"; nothing where nothing differs. */
export function minutesText(minutes: number): string | null {
  if (minutes === 0) return null;
  return minutes < 0 ? m.whatif_less({ hours: hours(-minutes) }) : m.whatif_more({ hours: hours(minutes) });
}

export function pointsText(points: number | null): string | null {
  const whole = Math.round(points ?? 0);
  if (points === null || whole === 0) return null;
  return whole < 0 ? m.whatif_points_less({ n: -whole }) : m.whatif_points_more({ n: whole });
}

export function itemsText(more: number): string | null {
  if (more === 0) return null;
  return more < 0 ? m.whatif_items_less({ n: -more }) : m.whatif_items_more({ n: more });
}

/** Today's plan or a scenario, as a column beside the others. */
export interface Column {
  id: string;
  name: string;
  /** What it changes, where its name does not say that. */
  changes: Text[];
  outcome: OutcomeView;
  /** None for today's plan. */
  scenario: ScenarioView | null;
}

export const columnsOf = (view: ScenariosView): Column[] => [
  { id: 'today', name: m.whatif_today(), changes: [], outcome: view.today, scenario: null },
  ...view.scenarios.map((one) => ({
    id: one.record.id,
    name: tx(one.title),
    changes: one.record.name ? one.changes : [],
    outcome: one.outcome,
    scenario: one,
  })),
];

export interface Measure {
  value: string;
  /** How it differs from today's plan. */
  note: string | null;
  tone: Tone;
}
export interface Row {
  key: string;
  label: string;
  of: (column: Column) => Measure;
}

const plain = (value: string, note: string | null = null, tone: Tone = 'neutral'): Measure => ({ value, note, tone });
const day = (iso: string | null) => (iso ? dateMedium(iso) : m.whatif_beyond());

export function lateText(outcome: OutcomeView): string {
  if (outcome.late_items === 0) return m.whatif_late_none();
  const fixed = outcome.late_hard ? ` (${m.whatif_late_hard({ n: outcome.late_hard })})` : '';
  return `${number(outcome.late_items)}${fixed}`;
}

/** What is compared, line by line; a line that nobody needs (no date to be ready) is left out. */
export function rowsOf(columns: Column[]): Row[] {
  const today = columns[0]?.outcome;
  if (!today) return [];
  const asks = columns.some((one) => one.outcome.ready_by);
  const rung = (one: OutcomeView) => tx(one.rung_name);
  const rows: Row[] = [
    {
      key: 'rung',
      label: m.whatif_row_rung(),
      of: ({ outcome }) => plain(rung(outcome) || '–'),
    },
    {
      key: 'week',
      label: m.whatif_row_week(),
      of: ({ outcome, scenario }) =>
        plain(hours(outcome.weekly_minutes), scenario ? minutesText(scenario.difference.weekly_minutes) : null),
    },
    {
      key: 'left',
      label: m.whatif_row_left(),
      of: ({ outcome, scenario }) =>
        plain(hours(outcome.minutes_left), scenario ? minutesText(scenario.difference.minutes) : null),
    },
    {
      key: 'items',
      label: m.whatif_row_items(),
      of: ({ outcome }) => plain(number(outcome.items), itemsText(outcome.items - today.items)),
    },
    {
      key: 'finish',
      label: m.whatif_row_finish(),
      of: ({ outcome, scenario }) => {
        const days = scenario?.difference.finish_days ?? null;
        return plain(outcome.finish ? dateMedium(outcome.finish) : '–', daysText(days), daysTone(days));
      },
    },
    { key: 'p50', label: m.whatif_row_p50(), of: ({ outcome }) => plain(day(outcome.quantiles.p50)) },
    {
      key: 'p85',
      label: m.whatif_row_p85(),
      of: ({ outcome, scenario }) => {
        const days = scenario?.difference.p85_days ?? null;
        return plain(day(outcome.quantiles.p85), daysText(days), daysTone(days));
      },
    },
    { key: 'p95', label: m.whatif_row_p95(), of: ({ outcome }) => plain(day(outcome.quantiles.p95)) },
  ];
  if (asks)
    rows.push(
      {
        key: 'ready_by',
        label: m.whatif_row_ready_by(),
        of: ({ outcome }) => plain(outcome.ready_by ? dateMedium(outcome.ready_by) : '–'),
      },
      {
        key: 'chance',
        label: m.whatif_row_chance(),
        of: ({ outcome, scenario }) => {
          const points = scenario?.difference.chance_points ?? null;
          const tone = !points || Math.round(points) === 0 ? 'neutral' : points > 0 ? 'moss' : 'amber';
          return plain(outcome.chance === null ? '–' : chanceText(outcome.chance), pointsText(points), tone);
        },
      },
    );
  rows.push(
    {
      key: 'late',
      label: m.whatif_row_late(),
      of: ({ outcome }) => {
        const more = outcome.late_items - today.late_items;
        return plain(lateText(outcome), itemsText(more), more < 0 ? 'moss' : more > 0 ? 'amber' : 'neutral');
      },
    },
    { key: 'readiness', label: m.whatif_row_readiness(), of: ({ outcome }) => plain(percent(outcome.readiness)) },
  );
  return rows;
}

/** The days that the pictures of all plans share: from today to the last one. */
export function span(columns: Column[], today: string): { from: string; to: string } {
  const days = columns.flatMap(({ outcome }) => [
    outcome.finish,
    outcome.quantiles.p50,
    outcome.quantiles.p85,
    outcome.quantiles.p95,
    outcome.ready_by,
  ]);
  const last = days.reduce<string>((a, b) => (b && b > a ? b : a), today);
  return { from: today, to: last };
}

/** "Leave out A and B", at most two by name. */
export function dropNames(drop: [string, Text][]): string {
  const names = drop.slice(0, 2).map(([, title]) => tx(title));
  if (drop.length > 2) names.push(m.whatif_mend_drop_more({ n: drop.length - 2 }));
  return names.join(', ');
}

// The form.

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

/** The weekly hours of a mend: by quarters of an hour, at least what is needed; null where that is no more than today's. */
export function mendWeek(needed: number | null, now: number): number | null {
  if (needed === null || needed <= now) return null;
  const week = Math.ceil(needed / 15) * 15;
  return week > MOST_WEEK ? null : week;
}
