import { render, screen, waitFor } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it } from 'vitest';
import { CommandError } from '../../../backend/backend';
import { fakeBackend, reply } from '../../../backend/fake';
import type { OutcomeView, PlanView, ScenarioView, ScenariosView } from '../../../backend/generated/commands';
import { forgetAll } from '../../../lib/query.svelte';
import Mends from '../Mends.svelte';
import { whatIfCommands } from './commands';
import { daysText, minutesText, pointsText } from './difference';
import { formOf, isBlank, SAME, toParams } from './form';
import { columnsOf, dropNames, mendWeek, rowsOf, span } from './whatif';
import WhatIfBar from './WhatIfBar.svelte';

const text = (en: string, fr = en) => ({ en, fr });
const outcome = (more: Partial<OutcomeView> = {}): OutcomeView => ({
  rung_name: text('Junior'),
  weekly_minutes: 600,
  items: 40,
  minutes_left: 24_720,
  finish: '2027-03-28',
  quantiles: { p50: '2027-03-28', p85: '2027-05-09', p95: '2027-06-01' },
  ready_by: '2027-05-01',
  chance: 0.8,
  late_items: 0,
  late_hard: 0,
  readiness: 0.36,
  refused: null,
  ...more,
});
const scenario = (id: string, more: Partial<ScenarioView['record']> = {}, view: Partial<ScenarioView> = {}): ScenarioView => ({
  record: { id, name: '', weekly_minutes: null, rung: null, stack: null, ready_by: null, items: [], ...more },
  title: text(more.name || '12 h a week'),
  changes: [text('12 h a week', '12 h par semaine')],
  outcome: outcome({ weekly_minutes: 720, finish: '2027-03-01', chance: 0.94 }),
  difference: { finish_days: -27, p85_days: -33, minutes: 0, weekly_minutes: 120, chance_points: 14, moved: [] },
  ...view,
});
const all = (...scenarios: ScenarioView[]): ScenariosView => ({ today: outcome(), scenarios, most: 4 });

beforeEach(() => forgetAll());

describe('a difference in words', () => {
  it('says how many days earlier or later a plan ends', () => {
    expect(daysText(-27)).toBe('27 days earlier');
    expect(daysText(1)).toBe('1 day later');
    expect(daysText(0)).toBe('the same day');
    expect(daysText(-155)).toBe('5 months earlier');
    expect(daysText(1379)).toBe('3.8 years later');
    expect(daysText(null)).toBeNull();
  });
  it('says how much less or more work there is, and nothing where nothing differs', () => {
    expect(minutesText(-48 * 60)).toBe('48\u00a0h less');
    expect(minutesText(90)).toBe('1\u00a0h\u00a030 more');
    expect(minutesText(0)).toBeNull();
  });
  it('counts the chance in points of 100, and no points that round to none', () => {
    expect(pointsText(14.4)).toBe('14 points in 100 more');
    expect(pointsText(-1)).toBe('1 point in 100 less');
    expect(pointsText(0.3)).toBeNull();
  });
});

describe('the comparison', () => {
  it('has today first, then the scenarios, each with its figures', () => {
    const columns = columnsOf(all(scenario('a')));
    const rows = rowsOf(columns);
    const of = (key: string) => columns.map((one) => rows.find((row) => row.key === key)?.of(one));
    expect(columns.map((one) => one.name)).toEqual(['As it is', '12 h a week']);
    expect(of('finish')[1]).toMatchObject({ value: '1 Mar 2027', note: '27 days earlier', tone: 'moss' });
    expect(of('chance').map((one) => one?.value)).toEqual(['80%', '94%']);
    expect(of('late').map((one) => one?.value)).toEqual(['none', 'none']);
  });
  it('says nothing of a chance where nobody wished a day', () => {
    const bare = all();
    bare.today = outcome({ ready_by: null, chance: null });
    expect(rowsOf(columnsOf(bare)).some((row) => row.key === 'chance')).toBe(false);
  });
  it('draws all plans from today to the last of their days', () => {
    expect(span(columnsOf(all(scenario('a'))), '2026-11-20')).toEqual({ from: '2026-11-20', to: '2027-06-01' });
  });
});

describe('the name of a scenario', () => {
  it('is what it changes where the person gave none, and then that is not said twice', () => {
    expect(columnsOf(all(scenario('a')))[1]).toMatchObject({ name: '12 h a week', changes: [] });
    expect(formOf(scenario('a').record).name).toBe('');
  });
  it('stays as the person wrote it, and then says below what it changes', () => {
    const own = columnsOf(all(scenario('a', { name: 'Summer off' })))[1];
    expect(own?.name).toBe('Summer off');
    expect(own?.changes).toHaveLength(1);
  });
});

describe('the form of a scenario', () => {
  it('asks only for what differs from today’s plan', () => {
    expect(isBlank(toParams(formOf(null)))).toBe(true);
    expect(toParams({ ...formOf(null), week: 720 })).toEqual({ name: '', items: [], minutes_a_week: 720 });
    expect(toParams({ ...formOf(null), rung: 'lead', stack: SAME })).toMatchObject({ rung: 'lead' });
  });
  it('gives no due date to an item that is left out', () => {
    const form = { ...formOf(null), out: ['a'], dues: [{ item: 'a', due: '2027-01-01', due_kind: 'soft' as const }] };
    expect(toParams(form).items).toEqual([{ item: 'a', dropped: true, due: null, due_kind: null }]);
  });
  it('keeps the days of a week as they were while their sum stands', () => {
    const kept = scenario('a', { weekly_minutes: [120, 0, 0, 0, 0, 0, 600] }).record;
    expect(toParams(formOf(kept), 'a')).toMatchObject({ id: 'a', weekly_minutes: [120, 0, 0, 0, 0, 0, 600] });
    const changed = toParams({ ...formOf(kept), week: 900 }, 'a');
    expect(changed.minutes_a_week).toBe(900);
    expect(changed.weekly_minutes).toBeUndefined();
  });
});

describe('a mend', () => {
  it('asks for quarters of an hour, at least what is needed, and for no week that nobody has', () => {
    expect(mendWeek(1123, 720)).toBe(1125);
    expect(mendWeek(700, 720)).toBeNull();
    expect(mendWeek(9000, 720)).toBeNull();
    expect(mendWeek(null, 720)).toBeNull();
  });
  it('names the items to leave out, or the first of many and how many more', () => {
    const drop: [string, { en: string; fr: string }][] = ['a', 'b', 'c', 'd'].map((one) => [one, text(one.toUpperCase())]);
    expect(dropNames(drop)).toBe('“A” and 3 more');
    expect(dropNames(drop.slice(0, 2))).toBe('“A” and “B”');
  });
});

const missed = {
  today: '2026-11-20',
  target: null,
  weekly_minutes: 720,
  ready: null,
  items: [{ key: 'own:1', what: { kind: 'own' }, record: null }],
  shortfalls: [
    {
      title: text('The course'),
      drop: [['skill:redis:1', text('Redis')]],
      shortfall: {
        item: 'own:1',
        due: '2026-12-05',
        kind: 'soft',
        missing_minutes: 600,
        mends_sought: true,
        date_that_fits: '2027-01-29',
        weekly_minutes_needed: 1000,
      },
    },
  ],
} as unknown as PlanView;

describe('a date that cannot be met', () => {
  it('says by how many hours, and keeps a mend as a scenario with one click', async () => {
    const fake = fakeBackend({ 'scenario.save': () => scenario('new') });
    render(Mends, { view: missed });
    expect(screen.getByText(/The course would end 10\sh of your time after 5 December 2026/)).toBeInTheDocument();
    await userEvent.click(screen.getByTestId('mend-week'));
    expect(fake.calls[0]).toEqual({ name: 'scenario.save', params: { minutes_a_week: 1005 } });
    await waitFor(() => expect(location.hash).toBe('#/plan/what-if?scenario=new'));
    await userEvent.click(screen.getByTestId('mend-drop'));
    expect(fake.calls[1]?.params).toEqual({
      items: [{ item: 'skill:redis:1', dropped: true, due: null, due_kind: null }],
    });
    await userEvent.click(screen.getByTestId('mend-date'));
    expect(fake.calls[2]?.params).toEqual({
      items: [{ item: 'own:1', dropped: false, due: '2027-01-29', due_kind: 'soft' }],
    });
  });
  it('says so where there is no such mend', () => {
    fakeBackend({});
    const none = structuredClone(missed);
    const one = none.shortfalls[0]!;
    one.drop = [];
    one.shortfall.weekly_minutes_needed = null;
    render(Mends, { view: none });
    expect(screen.getByText('No number of hours a week is enough.')).toBeInTheDocument();
    expect(screen.getByText('Leaving items out would not mend it.')).toBeInTheDocument();
  });
  it('says nothing of mends that were not looked for', () => {
    fakeBackend({});
    const none = structuredClone(missed);
    const one = none.shortfalls[0]!;
    one.drop = [];
    Object.assign(one.shortfall, { mends_sought: false, weekly_minutes_needed: null, date_that_fits: null });
    render(Mends, { view: none });
    expect(screen.queryByText('No number of hours a week is enough.')).toBeNull();
    expect(screen.queryByText('Leaving items out would not mend it.')).toBeNull();
    expect(screen.queryByText('Try beside the plan:')).toBeNull();
  });
  it('shows the core’s sentence beside the mend when four scenarios stand already', async () => {
    fakeBackend({
      'scenario.save': () => {
        throw new CommandError('scenario.full', {}, text('There are four already.'));
      },
    });
    render(Mends, { view: missed });
    await userEvent.click(screen.getByTestId('mend-week'));
    expect(await screen.findByRole('alert')).toHaveTextContent('There are four already.');
  });
});

describe('the cards under the timeline', () => {
  it('are one quiet button where there is no scenario', async () => {
    fakeBackend({ 'scenario.list': () => all() });
    render(WhatIfBar);
    expect(await screen.findByTestId('whatif-new')).toBeInTheDocument();
    expect(screen.queryByTestId('scenario-today')).toBeNull();
  });
  it('offer no fifth scenario', async () => {
    fakeBackend({ 'scenario.list': () => reply(all(...['a', 'b', 'c', 'd'].map((id) => scenario(id)))) });
    render(WhatIfBar);
    expect(await screen.findByTestId('scenario-d')).toHaveTextContent('27 days earlier');
    expect(screen.queryByTestId('whatif-new')).toBeNull();
  });
});

it('the palette has a title for each of its entries', () => {
  expect(whatIfCommands().every((one) => one.title && one.keywords)).toBe(true);
});
