import { describe, expect, it } from 'vitest';
import type { PlanItemRecord, PlanItemView, PlanView, WeekView } from '../../backend/generated/commands';
import { arrange, chain, dayRows, deadlines, isChanged, paramsOf, plusDays, reasonsOf, scaledWeek, sharesOf } from './plan';

const text = (en: string) => ({ en, fr: en });
const item = (key: string, more: Partial<PlanItemView> = {}): PlanItemView => ({
  key,
  title: text(key),
  what: { kind: 'own' },
  skill: null,
  minutes: 60,
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
  dropped: false,
  done_on: null,
  note: '',
  ...more,
});
const settings = {
  weekly_minutes: [90, 90, 0, 90, 90, 240, 120] as [number, number, number, number, number, number, number],
  focus_limit: 2,
  min_session_minutes: 25,
  max_item_minutes_per_day: null,
  holidays: 'fr',
  started_on: null,
};
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
    const session = (name: string, minutes: number) => ({ date: '2026-11-20', item: name, title: text(name), minutes });
    const shares = sharesOf(week({ sessions: [session('a', 30), session('b', 60), session('a', 90)] }));
    expect(shares.map((share) => [share.item, share.minutes])).toEqual([
      ['a', 120],
      ['b', 60],
    ]);
  });
});

describe('more time a week', () => {
  it('keeps the shape of the week, by steps of five minutes, and reaches what is needed', () => {
    const scaled = scaledWeek(settings.weekly_minutes, 1123);
    expect(scaled?.[2]).toBe(0);
    expect(scaled?.every((minutes) => minutes % 5 === 0)).toBe(true);
    expect(scaled?.reduce((a, b) => a + b, 0)).toBeGreaterThanOrEqual(1123);
  });
  it('is not offered where the days are too short or nothing is missing', () => {
    expect(scaledWeek([1000, 0, 0, 0, 0, 0, 0], 2000)).toBeNull();
    expect(scaledWeek([60, 0, 0, 0, 0, 0, 0], 30)).toBeNull();
    expect(scaledWeek([0, 0, 0, 0, 0, 0, 0], 30)).toBeNull();
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
});

it('counts days over the end of a month', () => expect(plusDays('2026-02-27', 3)).toBe('2026-03-02'));
