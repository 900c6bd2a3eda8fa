import { render, screen, waitFor } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { describe, expect, test, vi } from 'vitest';
import { CommandError } from '../../backend/backend';
import { fakeBackend } from '../../backend/fake';
import type { LogRow } from '../../backend/generated/commands';
import { forgetAll } from '../../lib/query.svelte';
import { burnOf, rowsOf } from './burn';
import { byWeek, chosen, fieldOf, missing, monday, parseTime, pastMidnight, since, toParams, type Draft } from './log';
import LogDialog from './LogDialog.svelte';

const draft = (more: Partial<Draft> = {}): Draft => ({
  what: 'skill:git',
  on: '2026-11-20',
  way: 'length',
  minutes: 45,
  from: '',
  to: '',
  note: '',
  ...more,
});
const row = (on: string, minutes: number, id = `${on}-${minutes}`): LogRow => ({
  record: { id, item: null, skill: 'git', on, minutes, began: null, ended: null, note: '' },
  title: { en: 'Git', fr: 'Git' },
  began_at: null,
  ended_at: null,
});

describe('a time of day', () => {
  test.each([
    ['18:30', '18:30'],
    ['18h30', '18:30'],
    ['1830', '18:30'],
    ['7 h', '07:00'],
    ['8.05', '08:05'],
    ['0:10', '00:10'],
  ])('%s is %s', (text, time) => expect(parseTime(text)).toBe(time));
  test.each(['24:00', '18:60', 'noon', '183', '18:3'])('%s is none', (text) => expect(parseTime(text)).toBeNull());
  test('an end that is not after the beginning lies on the next day', () => {
    expect(pastMidnight('23:30', '00:10')).toBe(true);
    expect(pastMidnight('18:00', '19:00')).toBe(false);
    expect(pastMidnight('18:00', '')).toBe(false);
  });
});

describe('an entry of the log', () => {
  test('says what it lacks: what it was spent on, the day, the time', () => {
    expect(missing(draft({ what: '', on: '', minutes: null }))).toEqual(['what', 'on', 'minutes']);
    expect(missing(draft({ way: 'span' }))).toEqual(['from', 'to']);
    expect(missing(draft())).toEqual([]);
  });
  test('a length is sent as minutes, a span as its two times', () => {
    expect(toParams(draft(), null)).toMatchObject({ skill: 'git', item: null, minutes: 45 });
    const span = toParams(draft({ way: 'span', from: '18:00', to: '18:45' }), null);
    expect(span).toMatchObject({ from: '18:00', to: '18:45' });
    expect(span).not.toHaveProperty('minutes');
  });
  test('keys of items keep their colons', () => expect(chosen('item:skill:sql:2').item).toBe('skill:sql:2'));
  test('a refusal stands beside the field that it is about', () => {
    const refused = (code: string, args = {}) => new CommandError(code, args);
    expect(fieldOf(refused('log.future', { date: '2999-01-01' }), draft())).toBe('on');
    expect(fieldOf(refused('log.overlap'), draft({ way: 'span' }))).toBe('from');
    expect(fieldOf(refused('log.day_full'), draft())).toBe('minutes');
    expect(fieldOf(refused('input.range', { field: 'minutes' }), draft())).toBe('minutes');
    expect(fieldOf(refused('data.locked'), draft())).toBeNull();
  });
});

describe('the log by weeks', () => {
  test('days and weeks have their sums, the newest first', () => {
    const weeks = byWeek([row('2026-11-17', 60), row('2026-11-17', 30), row('2026-11-16', 20), row('2026-11-15', 10)]);
    expect(weeks.map((week) => [week.start, week.minutes, week.days.length])).toEqual([
      ['2026-11-16', 110, 2],
      ['2026-11-09', 10, 1],
    ]);
    expect(weeks[0]?.days[0]?.minutes).toBe(90);
  });
  test('a week begins on Monday, also for a Sunday and across a year', () => {
    expect(monday('2026-11-22')).toBe('2026-11-16');
    expect(monday('2027-01-01')).toBe('2026-12-28');
  });
  test('a period begins where it says', () => {
    expect(since('week', '2026-11-20')).toBe('2026-11-16');
    expect(since('year', '2026-11-20')).toBe('2026-01-01');
    expect(since('all', '2026-11-20')).toBeNull();
  });
});

describe('the burn-up', () => {
  const week = (i: number, done: number | null) => ({
    start: `2026-${String(9 + Math.floor(i / 4)).padStart(2, '0')}-${String((i % 4) * 7 + 1).padStart(2, '0')}`,
    planned: (i + 1) * 60,
    done,
    low: done === null ? i * 40 : null,
    middle: done === null ? i * 50 : null,
    high: done === null ? i * 60 : null,
  });
  const weeks = Array.from({ length: 10 }, (_, i) => week(i, i < 4 ? (i + 1) * 50 : null));

  test('stands at the last week of which is known what was done', () => {
    const burn = burnOf(weeks, 300, 70);
    expect(burn?.now?.x).toBeCloseTo(100);
    expect(burn?.marks.find((mark) => mark.now)?.start).toBe(weeks[3]?.start);
    expect(burn?.band.startsWith('M100 ')).toBe(true);
  });
  test('one week alone draws nothing', () => expect(burnOf(weeks.slice(0, 1), 300, 70)).toBeNull());
  test('its table stays short and keeps the present and the last week', () => {
    const many = Array.from({ length: 200 }, (_, i) => ({ ...week(i % 12, i < 50 ? i : null), start: `w${i}`, planned: 9e6 }));
    const rows = rowsOf(many);
    expect(rows.length).toBeLessThan(32);
    expect(rows.map((one) => one.start)).toContain('w49');
    expect(rows.at(-1)?.start).toBe('w199');
  });
});

describe('correcting an entry', () => {
  test('is prefilled, saved in one act, and a refusal of the core stands beside its field', async () => {
    forgetAll();
    let refuse = true;
    const fake = fakeBackend({
      'plan.show': () => {
        throw new CommandError('plan.no_capacity');
      },
      'skills.list': () => ({ groups: [], rows: [{ skill: 'git', name: { en: 'Git', fr: 'Git' }, group: 'x', required: null }] }),
      'log.save': () => {
        if (refuse) throw new CommandError('log.day_full', {}, { en: 'That day is full.', fr: 'Jour complet.' });
        return [row('2026-11-19', 30)];
      },
    });
    const onclose = vi.fn();
    render(LogDialog, { ask: { what: 'log', entry: row('2026-11-19', 90, 'e1') }, today: '2026-11-20', onclose });
    const time = await screen.findByLabelText('Time');
    expect(time).toHaveValue('1\u00a0h\u00a030');
    await userEvent.click(screen.getByTestId('save'));
    expect(await screen.findByText('That day is full.')).toBeInTheDocument();
    expect(time).toHaveAttribute('aria-invalid', 'true');
    refuse = false;
    await userEvent.clear(time);
    await userEvent.type(time, '30 min');
    await userEvent.tab();
    await userEvent.click(screen.getByTestId('save'));
    await waitFor(() => expect(onclose).toHaveBeenCalled());
    const saved = fake.calls.filter((call) => call.name === 'log.save').at(-1)?.params;
    expect(saved).toMatchObject({ id: 'e1', skill: 'git', minutes: 30, on: '2026-11-19' });
  });
});
