import { render, screen } from '@testing-library/svelte';
import { beforeEach, describe, expect, it } from 'vitest';
import { fakeBackend } from '../../../backend/fake';
import type { CalibrationRow, ForecastView, ItemForecastView } from '../../../backend/generated/commands';
import { forgetAll } from '../../../lib/query.svelte';
import { axisOf, scale, ticks } from './axis';
import Basis from './Basis.svelte';
import Calibration from './Calibration.svelte';
import { came, rates } from './calibration';
import { arrange, chanceText, curves, sentence, weekRows } from './forecast';

const text = (en: string) => ({ en, fr: en });
const view = (more: Partial<ForecastView> = {}): ForecastView => ({
  today: '2026-11-20',
  runs: 10_000,
  logged_items: 9,
  weeks_known: 11,
  share_given: 0.78,
  rests_on_estimates: false,
  rung_name: text('Junior'),
  planned: '2027-03-20',
  finish: { p50: '2027-03-28', p85: '2027-05-09', p95: '2027-06-20' },
  ready_by: '2027-05-01',
  chance: 0.82,
  items: [],
  exams: [],
  fan: [
    { start: '2026-11-16', p5: 0.1, p15: 0.2, p50: 0.3, p85: 0.4, p95: 0.5 },
    { start: '2026-11-23', p5: 0.5, p15: 0.8, p50: 1, p85: 1, p95: 1 },
  ],
  burn: [
    { start: '2026-11-02', planned: null, done: 300, low: null, middle: null, high: null },
    { start: '2026-11-09', planned: 600, done: 500, low: null, middle: null, high: null },
    { start: '2026-11-16', planned: 1200, done: 600, low: 800, middle: 900, high: 1000 },
    { start: '2026-11-23', planned: 1600, done: null, low: 1400, middle: 1600, high: 1600 },
  ],
  pace: [],
  ...more,
});

beforeEach(() => forgetAll());

describe('the sentence', () => {
  it('gives two dates with their odds', () => {
    expect(sentence(view())).toBe('Junior: with even odds by 28 March 2027, in 85 of 100 cases by 9 May 2027.');
  });
  it('says plainly when a date lies beyond what is reckoned', () => {
    expect(sentence(view({ finish: { p50: '2027-03-28', p85: null, p95: null } }))).toContain('beyond what is reckoned');
    expect(sentence(view({ rung_name: null, finish: { p50: null, p85: null, p95: null } }))).toMatch(/^The whole plan:/);
  });
  it('never promises a thing for certain, nor rules it out', () => {
    expect(chanceText(1)).toBe('over 99%');
    expect(chanceText(0)).toBe('under 1%');
    expect(chanceText(0.82)).toBe('82%');
  });
});

describe('the picture', () => {
  it('starts the fan today from what is done, in hours of what is left', () => {
    const drawn = curves(view(), 1000);
    expect(drawn.fan[0]).toMatchObject({ day: '2026-11-20', p5: 600, p95: 600 });
    expect(drawn.fan[1]).toMatchObject({ day: '2026-11-23', p15: 800, p50: 900, p85: 1000 });
    expect(drawn.done.at(-1)).toEqual({ day: '2026-11-20', minutes: 600 });
  });
  it('draws no plan over weeks of which none was kept', () => {
    expect(curves(view(), 1000).planned).toEqual([
      [
        { day: '2026-11-16', minutes: 600 },
        { day: '2026-11-23', minutes: 1200 },
        { day: '2026-11-30', minutes: 1600 },
      ],
    ]);
  });
  it('is a table of the same weeks too', () => {
    const rows = weekRows(view(), 1000);
    expect(rows.map((row) => row.start)).toEqual(['2026-11-02', '2026-11-09', '2026-11-16', '2026-11-23']);
    expect(rows[3]?.fan?.p50).toBe(1600);
  });
  it('stands without a log or a begun plan', () => {
    const drawn = curves(view({ burn: [], fan: [] }), 0);
    expect(drawn.fan).toEqual([]);
    expect(drawn.most).toBeGreaterThan(0);
  });
});

describe('the axis', () => {
  it('writes the year where it begins or turns', () => {
    const labels = ticks(axisOf('2026-11-20', '2027-03-10'), 12).map((one) => one.label);
    expect(labels).toEqual(['Dec 2026', 'Jan 2027', 'Feb', 'Mar']);
  });
  it('writes fewer months where there is little room, and years over decades', () => {
    expect(ticks(axisOf('2026-11-20', '2028-11-20'), 4).length).toBeLessThanOrEqual(4);
    expect(ticks(axisOf('2026-11-20', '2066-11-20'), 6).every((one) => /^\d{4}$/.test(one.label))).toBe(true);
  });
  it('has something to say of a single week', () => {
    expect(ticks(axisOf('2026-11-02', '2026-11-09'), 8)).toHaveLength(1);
  });
  it('counts hours in round figures that reach the highest one', () => {
    expect(scale(395)).toEqual([0, 100, 200, 300, 400]);
    expect(scale(0)).toEqual([0]);
    expect(scale(7.5).at(-1)).toBeGreaterThanOrEqual(7.5);
  });
});

describe('the items', () => {
  const item = (key: string, more: Partial<ItemForecastView> = {}): ItemForecastView => ({
    key,
    title: text(key),
    planned: '2027-01-01',
    quantiles: { p50: null, p85: null, p95: null },
    due: null,
    chance: null,
    ...more,
  });
  const items = [
    item('Redis', { due: '2027-02-01', chance: 0.9, planned: '2027-01-20' }),
    item('SQL', { due: '2027-01-05', chance: 0.4, planned: '2027-01-10' }),
    item('Étude'),
  ];
  it('are found without accents, or by having a due date', () => {
    expect(arrange(items, { search: 'etude', dueOnly: false, sort: null })).toHaveLength(1);
    expect(arrange(items, { search: '', dueOnly: true, sort: null })).toHaveLength(2);
  });
  it('stand last where they have nothing to sort by', () => {
    const sorted = (descending: boolean) =>
      arrange(items, { search: '', dueOnly: false, sort: { key: 'chance', descending } }).map((one) => one.key);
    expect(sorted(false)).toEqual(['SQL', 'Redis', 'Étude']);
    expect(sorted(true)).toEqual(['Redis', 'SQL', 'Étude']);
  });
});

describe('what became of a forecast', () => {
  const row = (ended_on: string | null): CalibrationRow => ({
    key: 'a',
    title: text('A'),
    made_on: '2026-09-01',
    p50: '2026-10-01',
    p85: '2026-10-10',
    p95: '2026-10-20',
    ended_on,
  });
  it('is the first of the three days that held', () => {
    expect([null, '2026-10-01', '2026-10-02', '2026-10-20', '2026-10-21'].map((day) => came(row(day)))).toEqual([
      'open',
      'p50',
      'p85',
      'p95',
      'late',
    ]);
  });
  it('stands beside what was said', () => {
    const held = { horizon: 'all', settled: 10, held_p50: 4, held_p85: 8, held_p95: 9, verdict: 'fair' };
    expect(rates(held).map((one) => [one.expected, one.held])).toEqual([
      [0.5, 4],
      [0.85, 8],
      [0.95, 9],
    ]);
  });
});

describe('the page', () => {
  it('says plainly that it rests on our estimates alone', () => {
    render(Basis, { view: view({ rests_on_estimates: true, logged_items: 2, share_given: null }) });
    expect(screen.getByText(/rests on our estimates alone: 2 finished items have logged time/)).toBeInTheDocument();
    expect(screen.getByText(/10,000/)).toBeInTheDocument();
  });
  it('says in words what the verdict means for reading the dates', async () => {
    const horizon = { horizon: 'all', settled: 60, held_p50: 20, held_p85: 40, held_p95: 50, verdict: 'too_hopeful' };
    fakeBackend({
      'forecast.calibration': () => ({ since: '2026-08-17', kept: 90, horizons: [horizon], rows: [] }),
    });
    render(Calibration);
    expect(await screen.findByTestId('calibration-verdict')).toHaveTextContent(/Too hopeful.*Plan by the 85-in-100 date/);
    expect(screen.getByTestId('calibration-table')).toHaveTextContent('20 of 60');
  });
  it('shows what it will hold while nothing is kept', async () => {
    fakeBackend({ 'forecast.calibration': () => ({ since: null, kept: 0, horizons: [], rows: [] }) });
    render(Calibration);
    expect(await screen.findByText('Nothing kept yet')).toBeInTheDocument();
  });
});
