import { describe, expect, it } from 'vitest';
import type { ForecastView, LogRow, PlanItemView } from '../../../backend/generated/commands';
import { effectText } from './effect';
import { capacityOn, loggedOf, rangeOf, rowsOf, slackEnd, wirePath, wiresOf, workOf } from './layout';
import { loadsOf } from './loads';
import { ancestors, moveTo, nextFree, snapped, weekAway } from './moves';
import { sampleItem as item, samplePlan as view } from './sample';
import { clampPx, dayOf, isoOf, mondayOf, monthStep, pxOf, ticks } from './scale';

const text = (en: string) => ({ en, fr: en });
describe('the calendar of the timeline', () => {
  it('begins its weeks on Monday', () => {
    expect(isoOf(mondayOf(dayOf('2026-11-22')))).toBe('2026-11-16');
    expect(isoOf(mondayOf(dayOf('2026-11-23')))).toBe('2026-11-23');
  });
  it('shows months for a plan of months, and years for a plan of fifty years', () => {
    const months = ticks(
      { start: dayOf('2026-11-16'), end: dayOf('2027-07-01'), px: 3 },
      dayOf('2026-11-16'),
      dayOf('2027-07-01'),
    );
    expect(months.map((tick) => tick.label)).toEqual(['Nov', 'Dec', 'Jan 2027', 'Feb', 'Mar', 'Apr', 'May', 'Jun']);
    const long = { start: dayOf('2026-11-16'), end: dayOf('2076-11-16'), px: 800 / (50 * 365) };
    const years = ticks(long, long.start, long.end);
    expect(years.length).toBeLessThan(14);
    expect(years.every((tick) => /^\d{4}$/.test(tick.label))).toBe(true);
  });
  it('shows weeks by their Monday, and days when they are wide', () => {
    const scale = { start: dayOf('2026-11-20'), end: dayOf('2026-12-20'), px: 10 };
    expect(ticks(scale, scale.start, scale.start + 14).map((tick) => isoOf(tick.day))).toEqual([
      '2026-11-16',
      '2026-11-23',
      '2026-11-30',
    ]);
    expect(ticks({ ...scale, px: 90 }, scale.start, scale.start + 2).map((tick) => tick.label)).toEqual([
      'Fri 20 Nov',
      'Sat 21 Nov',
    ]);
  });
  it('never leaves the view half empty, however far one zooms out', () => {
    expect(pxOf('quarter', 30, 900)).toBe(30);
    expect(clampPx(0.01, 300, 900)).toBe(3);
    expect(monthStep(0.0001)).toBe(240);
  });
});

describe('a bar', () => {
  it('has a block for each week and one for each day', () => {
    const work = workOf(view([item('a'), item('b')])).get('a');
    expect(work?.weeks.map((block) => [isoOf(block.from), isoOf(block.to), block.minutes, block.pinned])).toEqual([
      ['2026-11-20', '2026-11-21', 60, false],
      ['2026-11-23', '2026-11-25', 120, true],
    ]);
    expect(work?.days).toHaveLength(3);
  });
  it('has what was logged on the item before, week by week', () => {
    const row = (on: string, minutes: number): LogRow => ({
      record: { id: on, item: 'a', skill: null, on, minutes, began: null, ended: null, note: '' },
      title: text('a'),
      began_at: null,
      ended_at: null,
    });
    const logged = loggedOf([row('2026-11-12', 30), row('2026-11-10', 45), row('2026-11-03', 20)]);
    expect(logged.get('a')?.map((block) => block.minutes)).toEqual([20, 75]);
  });
  it('trails its slack, in the time that there is, up to its due date', () => {
    const plan = view([]);
    const loose = item('b', { finishes: '2026-11-24', slack_minutes: 120 });
    expect(isoOf(slackEnd(loose, capacityOn(plan)) ?? 0)).toBe('2026-11-28');
    expect(isoOf(slackEnd({ ...loose, due: '2026-11-26' }, capacityOn(plan)) ?? 0)).toBe('2026-11-27');
    expect(slackEnd({ ...loose, late_minutes: 30 }, capacityOn(plan))).toBeNull();
  });
});

describe('the whole timeline', () => {
  it('reaches from what was logged of late to the last date, and to the forecast unless that is absurdly far', () => {
    const plan = view([item('a', { due: '2026-12-20', due_kind: 'hard' })]);
    const far = { finish: { p50: '2027-01-02', p85: '2029-01-02', p95: null } } as ForecastView;
    const logged = new Map([['a', [{ from: dayOf('2026-11-03'), to: dayOf('2026-11-04'), minutes: 30, pinned: false }]]]);
    const range = rangeOf(plan, far, logged);
    expect(isoOf(range.start)).toBe('2026-11-02');
    expect(range.end).toBeGreaterThan(dayOf('2026-12-20'));
    expect(range.end).toBeLessThan(dayOf('2027-03-01'));
  });
  it('puts the items of a group under its name', () => {
    const rows = rowsOf([item('a'), item('b'), item('c')], (one) => (one.key === 'b' ? 'Data' : 'Web'));
    expect(rows.map((row) => row.key)).toEqual(['group Web', 'a', 'c', 'group Data', 'b']);
  });
  it('connects the critical chain, and the chosen item with what it waits for and holds up', () => {
    const plan = view([item('a'), item('b', { after: ['a'] }), item('c', { after: ['b'] })], { critical: ['a', 'b'] });
    expect(wiresOf(plan, null)).toEqual([{ from: 'a', to: 'b', chain: true }]);
    expect(wiresOf(plan, 'b')).toEqual([
      { from: 'a', to: 'b', chain: true },
      { from: 'b', to: 'c', chain: false },
    ]);
  });
  it('draws a line straight down where the next bar begins beneath, else over the end of the bar', () => {
    expect(wirePath(0, 100, 16, 40, 48)).toBe('M43 16H43V38');
    expect(wirePath(0, 100, 16, 140, 112)).toBe('M100 16H143V102');
    expect(wirePath(50, 100, 112, 10, 16)).toBe('M100 112h4V32H13V26');
  });
  it('tells hours a week, the mean of several in a very long plan, and hours a day when days are wide', () => {
    expect(loadsOf(view([]), 5).map((load) => [load.planned, load.capacity])).toEqual([
      [60, 60],
      [180, 240],
    ]);
    expect(loadsOf(view([]), 0.4)).toHaveLength(1);
    expect(loadsOf(view([]), 40)).toHaveLength(14);
  });
});

describe('an item that is put elsewhere', () => {
  const items = [
    item('a', { starts: '2026-11-20' }),
    item('b', { starts: '2026-11-23', after: ['a'] }),
    item('c', { starts: '2026-11-26' }),
    item('d', { starts: '2026-12-02', after: ['b'] }),
  ];
  const plan = view(items);
  it('to the right may not begin before that day', () => {
    expect(moveTo(plan, items[2] as PlanItemView, dayOf('2026-12-07'))).toEqual({ kind: 'not_before', date: '2026-12-07' });
  });
  it('to the left goes ahead of what stands there, but never of what it waits for', () => {
    expect(moveTo(plan, items[2] as PlanItemView, dayOf('2026-11-20'))).toMatchObject({ kind: 'ahead', item: { key: 'a' } });
    expect(moveTo(plan, items[3] as PlanItemView, dayOf('2026-11-20'))).toMatchObject({ kind: 'ahead', item: { key: 'c' } });
    expect(moveTo(plan, items[1] as PlanItemView, dayOf('2026-11-20'))).toMatchObject({ kind: 'stays', waits: { key: 'a' } });
  });
  it('to the left takes back an earlier move first', () => {
    const moved = item('c', { starts: '2026-12-07', not_before: '2026-12-07' });
    const with_ = view([...items.slice(0, 2), moved]);
    expect(moveTo(with_, moved, dayOf('2026-11-30'))).toEqual({ kind: 'not_before', date: '2026-11-30' });
    expect(moveTo(with_, moved, dayOf('2026-11-18'))).toEqual({ kind: 'early' });
  });
  it('where it was changes nothing', () => {
    expect(moveTo(plan, items[0] as PlanItemView, dayOf('2026-11-20'))).toBeNull();
    expect(snapped(items[0] as PlanItemView, 0.3, 2)).toBe(dayOf('2026-11-20'));
  });
  it('lands on a day where days can be told apart, else on a Monday', () => {
    expect(isoOf(snapped(items[0] as PlanItemView, 4, 20))).toBe('2026-11-24');
    expect(isoOf(snapped(items[0] as PlanItemView, 9, 2))).toBe('2026-11-30');
    expect(isoOf(weekAway(items[2] as PlanItemView, 1))).toBe('2026-11-30');
  });
  it('knows everything that comes before it', () => {
    expect([...ancestors(plan, items[3] as PlanItemView)].sort()).toEqual(['a', 'b']);
  });
  it('is pinned by its next session that is not pinned yet', () => {
    expect(nextFree(plan, 'a')).toEqual({ date: '2026-11-20', minutes: 60 });
    expect(nextFree(plan, 'z')).toBeNull();
  });
});

describe('what a change did to the plan', () => {
  const effect = { former_finish: '2026-12-01', finish: '2026-12-13', former_late: 1, late: 0, moved: 3 };
  it('is told in days and due dates', () => {
    expect(effectText(effect)).toBe('The plan ends 12 days later, on 13 December 2026. Every due date is met again.');
    expect(effectText({ ...effect, finish: '2026-11-30', late: 3 })).toBe(
      'The plan ends 1 day earlier, on 30 November 2026. 2 more due dates are missed.',
    );
    expect(effectText({ ...effect, finish: '2026-12-01', late: 1 })).toBe('The plan still ends on 1 December 2026.');
  });
});
