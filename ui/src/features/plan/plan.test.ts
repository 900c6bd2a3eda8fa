import { describe, expect, it } from 'vitest';
import type { PlanItemRecord, PlanItemView, PlanView, WeekView } from '../../backend/generated/commands';
import { CommandError } from '../../backend/backend';
import { refusals } from './change';
import { arrange, placer, stateOf } from './list';
import {
  certificationOf,
  chain,
  dayRows,
  deadlines,
  isChanged,
  missedDates,
  paramsOf,
  plusDays,
  reasonsOf,
  sharesOf,
} from './plan';

const text = (en: string) => ({ en, fr: en });
const item = (key: string, more: Partial<PlanItemView> = {}): PlanItemView => ({
  key,
  title: text(key),
  what: { kind: 'own' },
  skill: null,
  minutes: 60,
  logged: 0,
  whole: 60,
  whole_is_own: false,
  pace: 1,
  pace_class: 'm',
  pace_items: 0,
  critical: false,
  practice: [],
  estimate: { low: 1, likely: 1, high: 2 },
  after: [],
  due: null,
  due_kind: null,
  not_before: null,
  weight: 3,
  starts: '2026-11-20',
  finishes: '2026-11-20',
  late_minutes: 0,
  slack_minutes: null,
  because: { kind: 'start' },
  because_title: null,
  asked_by: [],
  prerequisite: false,
  record: null,
  ...more,
});
const record = (more: Partial<PlanItemRecord> = {}): PlanItemRecord => ({
  key: 'a',
  title: '',
  minutes: null,
  due: null,
  due_kind: null,
  not_before: null,
  weight: null,
  after: [],
  pinned: [],
  place: null,
  split_after: null,
  dropped: false,
  done_on: null,
  note: '',
  ...more,
});
const week = (more: Partial<WeekView> = {}): WeekView => ({
  start: '2026-11-16',
  capacity: [90, 90, 0, 90, 90, 240, 120],
  planned: 0,
  sessions: [],
  ...more,
});

describe('the days of a week', () => {
  it('begin today, so that past days are not shown', () => {
    const rows = dayRows(week(), { today: '2026-11-20', absences: [], holidays: [] });
    expect(rows.map((row) => row.from)).toEqual(['2026-11-20', '2026-11-21', '2026-11-22']);
    expect(rows[0]?.today).toBe(true);
  });
  it('of one absence stand together with its reason', () => {
    const absences = [{ id: 'x', from: '2026-11-25', to: '2026-11-29', minutes: 0, reason: 'Family' }];
    const rows = dayRows(week({ start: '2026-11-23', capacity: [90, 90, 0, 0, 0, 0, 0] }), {
      today: '2026-11-20',
      absences,
      holidays: [],
    });
    expect(rows.at(-1)).toMatchObject({ from: '2026-11-25', to: '2026-11-29', differs: { kind: 'absence', reason: 'Family' } });
    expect(reasonsOf(rows)).toHaveLength(1);
  });
  it('are public holidays by their names', () => {
    const rows = dayRows(week({ start: '2026-12-21', capacity: [90, 90, 0, 90, 0, 240, 120] }), {
      today: '2026-11-20',
      absences: [],
      holidays: [{ date: '2026-12-25', name: text('Christmas Day') }],
    });
    expect(rows.find((row) => row.from === '2026-12-25')?.differs).toMatchObject({ kind: 'holiday' });
    expect(rows.find((row) => row.from === '2026-12-23')?.differs).toBeNull();
  });
});

describe('a week at a glance', () => {
  it('sums the sessions of one item', () => {
    const session = (name: string, minutes: number) => ({
      date: '2026-11-20',
      item: name,
      title: text(name),
      minutes,
      pinned: 0,
    });
    const shares = sharesOf(week({ sessions: [session('a', 30), session('b', 60), session('a', 90)] }));
    expect(shares.map((share) => [share.item, share.minutes])).toEqual([
      ['a', 120],
      ['b', 60],
    ]);
  });
});

describe('an exam in the plan', () => {
  const preparation = item('certification:x', {
    title: text('Prepare X'),
    what: { kind: 'exam_preparation', record: 'x' },
    due: '2026-12-30',
    due_kind: 'hard',
  });
  const mock = item('mock:x', {
    ...preparation,
    key: 'mock:x',
    title: text('Mock exams for X'),
    what: { kind: 'mock_exam', record: 'x' },
  });
  const missing = (key: string, missing_minutes: number) => ({
    title: text(key),
    shortfall: {
      item: key,
      due: '2026-12-30',
      kind: 'hard' as const,
      missing_minutes,
      date_that_fits: null,
      mends_sought: true,
      weekly_minutes_needed: null,
      items_to_drop: null,
    },
    drop: [],
  });

  it('is one date with its mock exams, and theirs once the revision is done', () => {
    const view = (items: PlanItemView[]) => ({ items, ready: null }) as unknown as PlanView;
    expect(deadlines(view([preparation, mock])).map((one) => [one.key, one.kind])).toEqual([['certification:x', 'exam']]);
    expect(deadlines(view([mock])).map((one) => [one.key, one.kind])).toEqual([['mock:x', 'exam']]);
  });
  it('is missed once, with all that is missing before it', () => {
    const missed = missedDates({
      items: [preparation, mock],
      shortfalls: [missing('certification:x', 60), missing('mock:x', 90), missing('own:a', 10)],
    });
    expect(missed.map((one) => [one.title.en, one.shortfall.missing_minutes])).toEqual([
      ['Prepare X', 90],
      ['own:a', 10],
    ]);
  });
  it('belongs to its certification, and so does a renewal', () => {
    expect(certificationOf(mock)).toBe('x');
    expect(certificationOf(item('renewal:y', { what: { kind: 'renewal', record: 'y' } }))).toBe('y');
    expect(certificationOf(item('own:a'))).toBeNull();
  });
});

describe('deadlines', () => {
  it('are the dates of items and the day to be ready', () => {
    const items = [
      item('undated'),
      item('own', { due: '2027-01-05', due_kind: 'hard', record: record({ due: '2027-01-05' }) }),
      item('exam', { due: '2026-12-30', due_kind: 'hard', what: { kind: 'exam_preparation', record: 'r' } }),
    ];
    const target = { record: { ready_by: '2027-09-06' }, rung_name: text('Junior') };
    const view = { items, target, ready: { by: '2027-09-06' } } as unknown as PlanView;
    expect(deadlines(view).map((one) => [one.key, one.kind])).toEqual([
      ['exam', 'exam'],
      ['own', 'hard'],
      ['ready', 'ready'],
    ]);
  });
});

describe('the chain of reasons', () => {
  it('is followed to its start', () => {
    const items = [
      item('c', { because: { kind: 'waits_for', item: 'b' } }),
      item('b', { because: { kind: 'capacity', item: 'a' } }),
      item('a'),
    ];
    expect(chain(items, 'c').map((link) => link.item.key)).toEqual(['c', 'b', 'a']);
  });
  it('ends where it would turn in a circle', () => {
    const items = [
      item('a', { because: { kind: 'capacity', item: 'b' } }),
      item('b', { because: { kind: 'capacity', item: 'a' } }),
    ];
    expect(chain(items, 'a')).toHaveLength(2);
  });
});

describe('changes to an item', () => {
  it('keep what was set before', () => {
    const params = paramsOf('a', record({ minutes: 90, after: ['b'], note: 'x' }));
    expect(params).toMatchObject({ key: 'a', minutes: 90, after: ['b'], note: 'x', dropped: false });
  });
  it('count only where something besides left out or done is set', () => {
    expect(isChanged(record({ dropped: true }))).toBe(false);
    expect(isChanged(record({ weight: 5 }))).toBe(true);
    expect(isChanged(null)).toBe(false);
  });
});

describe('the list', () => {
  it('sorts within groups', () => {
    const items = [
      item('a', { minutes: 10, due: '2027' }),
      item('b', { minutes: 30, due: '2026' }),
      item('c', { minutes: 20, due: '2027' }),
    ];
    const place = (one: PlanItemView) => ({ name: one.due ?? '', order: one.due ?? '' });
    expect(arrange(items, { key: 'left', descending: true }, place).map((one) => one.key)).toEqual(['b', 'c', 'a']);
  });
  it('groups by how an item stands, the late ones first', () => {
    const items = [item('later'), item('begun', { logged: 30 }), item('late', { late_minutes: 60, logged: 30 })];
    expect(items.map(stateOf)).toEqual(['to_come', 'going', 'late']);
    expect(arrange(items, null, placer('state', undefined)).map((one) => one.key)).toEqual(['late', 'begun', 'later']);
  });
  it('sorts by the day that holds with 85 chances in 100; those beyond reckoning come last', () => {
    const likely = new Map([
      ['a', null],
      ['b', '2027-03-01'],
      ['c', '2027-01-01'],
    ]);
    const items = [item('a'), item('b'), item('c')];
    expect(arrange(items, { key: 'likely', descending: false }, null, likely).map((one) => one.key)).toEqual(['c', 'b', 'a']);
  });
  it('groups by skill group, and what has no skill by its kind', () => {
    const skills = { groups: [{ id: 'data', name: text('Data') }], rows: [{ skill: 'sql', group: 'data' }] };
    const place = placer('what', skills as never);
    expect(place?.(item('a', { skill: 'sql' as never })).name).toBe('Data');
    expect(place?.(item('b')).name).toBe('Your own');
  });
});

describe('what the core refused', () => {
  it('stands next to the field that it is about', () => {
    const sentence = text('These items wait for each other: SQL, Docker.');
    expect(refusals(new CommandError('plan.cycle', { items: 'SQL, Docker' }, sentence)).after).toBe(sentence.en);
    expect(refusals(new CommandError('input.range', { field: 'weight' }, sentence)).weight).toBe(sentence.en);
    expect(Object.values(refusals(new CommandError('plan.no_capacity', {}, sentence)))).toEqual([null, null, null, null, null]);
  });
});

it('counts days over the end of a month', () => expect(plusDays('2026-02-27', 3)).toBe('2026-03-02'));
