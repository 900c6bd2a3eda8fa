import { render, screen } from '@testing-library/svelte';
import { describe, expect, test } from 'vitest';
import type { LogRow, SessionView } from '../../backend/generated/commands';
import DueCard from './DueCard.svelte';
import {
  earlier,
  inHundred,
  later,
  leadsTo,
  lines,
  pressing,
  totals,
  trendOf,
  type Due,
  type Forecast,
  type Today,
} from './today';
import WhenCard from './WhenCard.svelte';

const due = (what: Due['what'], reference: string): Due =>
  ({ what, reference, title: { en: 'x', fr: 'x' }, on: '2027-01-01', days: 3, minutes_left: null }) as Due;
const session = (item: string, minutes: number, date = '2026-11-20'): SessionView => ({
  item,
  minutes,
  date,
  title: { en: item, fr: item },
  pinned: 0,
});
const logged = (what: { item?: string; skill?: string }, minutes: number): LogRow => ({
  record: {
    id: `${what.item ?? what.skill}-${minutes}`,
    item: what.item ?? null,
    skill: what.skill ?? null,
    on: '2026-11-20',
    minutes,
    began: null,
    ended: null,
    note: '',
  },
  title: { en: what.item ?? what.skill ?? '', fr: '' },
  began_at: null,
  ended_at: null,
});

describe('this week', () => {
  test('adds up what was logged, what is planned and the time there is', () => {
    const week = [
      { date: '2026-11-16', logged: 30, planned: 0, capacity: 90 },
      { date: '2026-11-17', logged: 0, planned: 60, capacity: 90 },
    ];
    expect(totals(week)).toEqual({ logged: 30, planned: 60, capacity: 180 });
  });
});

describe('the day’s sessions', () => {
  const today = (sessions: SessionView[], of: Record<string, number> = {}) =>
    ({ today: '2026-11-20', next_sessions: sessions, logged_today: of }) as unknown as Today;

  test('what is done stands first and is ticked; what is to come follows in its order', () => {
    const rows = lines(today([session('orm', 60), session('sql', 30)]), [logged({ skill: 'git' }, 25)]);
    expect(rows.map((row) => [row.what, row.done])).toEqual([
      ['skill:git', true],
      ['item:orm', false],
      ['item:sql', false],
    ]);
  });
  test('two entries of one item are one line', () => {
    const rows = lines(today([]), [logged({ item: 'orm' }, 25), logged({ item: 'orm' }, 20)]);
    expect(rows).toHaveLength(1);
    expect(rows[0]?.logged).toBe(45);
  });
  test('an item that goes on after what was logged is one line, and not ticked', () => {
    const rows = lines(today([session('orm', 60)], { orm: 30 }), [logged({ item: 'orm' }, 30)]);
    expect(rows.map((row) => [row.planned, row.logged, row.done])).toEqual([[60, 30, false]]);
  });
  test('later sessions of the week are those after the day at hand, as many as there is room for', () => {
    const week = [session('orm', 60), session('sql', 30, '2026-11-21'), session('git', 30, '2026-11-22')];
    expect(later(today([session('orm', 60)]), week, 1).map((row) => row.item)).toEqual(['sql']);
    expect(later(today([session('orm', 60)]), week, -2)).toEqual([]);
  });
});

describe('what comes due', () => {
  test('is late once past, soon within two weeks', () =>
    expect([-1, 0, 14, 15].map(pressing)).toEqual(['late', 'soon', 'soon', 'later']));
  test('leads to the page where it can be changed', () => {
    expect(leadsTo(due('stale', 'docker'))).toBe('#/skills/docker');
    expect(leadsTo(due('exam', 'abc'))).toBe('#/certifications/abc');
    expect(leadsTo(due('item', 'skill:sql:2'))).toBe('#/plan?item=skill%3Asql%3A2');
    expect(leadsTo(due('ready', 'target'))).toBe('#/plan');
  });
  test('an exam says the chance to be prepared, once the forecast is there', () => {
    const exams = [{ record: 'abc', chance: 0.82 }] as Forecast['exams'];
    render(DueCard, { due: [due('exam', 'abc')], today: '2026-11-20', exams });
    expect(screen.getByText('82 in 100 to be prepared')).toBeInTheDocument();
  });
  test('a forecast never promises all or nothing', () => expect([0.9999, 0, 0.5].map(inHundred)).toEqual([99, 1, 50]));
});

describe('the trend', () => {
  const point = (on: string, proven: number) => ({ on, proven, claimed: 0, p85: null });
  test('needs two days, and looks back twelve weeks', () => {
    expect(trendOf([point('2026-11-20', 0.4)], '2026-11-20')).toBeNull();
    const trend = trendOf([point('2026-01-01', 0), point('2026-10-01', 0.3), point('2026-11-20', 0.4)], '2026-11-20');
    expect(trend?.from).toBe('2026-10-01');
    expect(trend?.change).toBeCloseTo(0.1);
  });
  test('an end that came nearer is earlier, one that is not known is neither', () => {
    expect(earlier('2027-06-12', '2027-06-06')).toBe(6);
    expect(earlier('2027-06-06', '2027-06-12')).toBe(-6);
    expect(earlier(null, '2027-06-12')).toBeNull();
  });
});

describe('when', () => {
  const ready = {
    by: '2027-05-20',
    met: false,
    missing_minutes: 71390,
    weekly_minutes_needed: 960,
    date_that_fits: '2030-10-05',
  };
  const today = { finish: '2030-10-05', minutes_left: 81660, ready, shortfalls: [] } as unknown as Today;
  const forecast = {
    finish: { p50: '2027-03-28', p85: '2027-05-09', p95: null },
    chance: 0.62,
    rests_on_estimates: true,
    logged_items: 2,
    burn: [],
  } as unknown as Forecast;

  test('a date that is missed says how much does not fit, and how many hours a week would do', () => {
    const { container } = render(WhenCard, { today });
    expect(screen.getByText(/20 May 2027/)).toHaveTextContent('do not fit before it');
    expect(container).toHaveTextContent(/16\sh a week are needed/);
  });
  test('the forecast is a range in words, and says when it rests on our estimates alone', () => {
    const { container } = render(WhenCard, { today, forecast });
    expect(container).toHaveTextContent(/March\s–\sMay 2027/);
    expect(container).toHaveTextContent('Even odds by 28 Mar, 85 in 100 by 9 May 2027.');
    expect(container).toHaveTextContent('Rests on our estimates alone');
  });
});
