// Today's plan and the scenarios as columns and rows. What a scenario comes to is the core's.
import type { OutcomeView, ScenarioView, ScenariosView, Text } from '../../../backend/generated/commands';
import { dateMedium, hours, list, number, percent, tx } from '../../../lib/format';
import { m } from '../../../paraglide/messages';
import { chanceText } from '../forecast/forecast';
import { daysText, daysTone, itemsText, minutesText, pointsText, type Tone } from './difference';
import { MOST_WEEK } from './form';

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

/** The same words with other spaces are the same. */
const plainly = (text: Text) => tx(text).replace(/\s/g, ' ');

export const columnsOf = (view: ScenariosView): Column[] => [
  { id: 'today', name: m.whatif_today(), changes: [], outcome: view.today, scenario: null },
  ...view.scenarios.map((one) => ({
    id: one.record.id,
    name: tx(one.title),
    changes: one.record.name ? one.changes.filter((line) => plainly(line) !== plainly(one.title)) : [],
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

/** "Leave out “A” and “B”"; of more than two the first by name. */
export function dropNames(drop: [string, Text][]): string {
  const names = drop.slice(0, drop.length > 2 ? 1 : 2).map(([, title]) => m.whatif_mend_quoted({ title: tx(title) }));
  if (drop.length > 2) names.push(m.whatif_mend_drop_more({ n: drop.length - 1 }));
  return list(names);
}

/** The weekly hours of a mend: by quarters of an hour, at least what is needed; null where that is no more than today's. */
export function mendWeek(needed: number | null, now: number): number | null {
  if (needed === null || needed <= now) return null;
  const week = Math.ceil(needed / 15) * 15;
  return week > MOST_WEEK ? null : week;
}
