import { render, screen, waitFor } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import { CommandError } from '../../backend/backend';
import { fakeBackend } from '../../backend/fake';
import type { LogRow, PlanItemView, PlanView, SessionView } from '../../backend/generated/commands';
import { startKeyboard } from '../../lib/keyboard.svelte';
import { toasts } from '../../lib/toast.svelte';
import { boardDays, mondayOf, neighbour, openDay, reach } from './week';
import { lengthen, putOn } from './sessions';
import WeeksView from './WeeksView.svelte';

const text = (en: string) => ({ en, fr: en });
const session = (item: string, date: string, minutes: number, pinned = 0): SessionView => ({
  date,
  item,
  title: text(item),
  minutes,
  pinned,
});
const entry = (item: string | null, on: string, minutes: number) =>
  ({ record: { id: `${item} ${on}`, item, skill: null, on, minutes }, title: text(item ?? 'Reading') }) as unknown as LogRow;
const view = (sessions: SessionView[], more: Partial<PlanView> = {}) =>
  ({
    today: '2026-11-20',
    settings: { started_on: '2026-11-02' },
    absences: [],
    holidays: [],
    critical: [],
    items: [],
    weeks: [
      { start: '2026-11-16', capacity: [0, 0, 0, 0, 90, 240, 120], planned: 0, sessions },
      { start: '2026-11-23', capacity: [90, 90, 0, 90, 90, 240, 120], planned: 0, sessions: [] },
    ],
    ...more,
  }) as unknown as PlanView;

describe('a week on the board', () => {
  it('shows what is planned, what is logged, and what is free', () => {
    const days = boardDays('2026-11-16', view([session('sql', '2026-11-20', 60), session('sql', '2026-11-21', 90)]), [
      entry('docker', '2026-11-17', 45),
      entry('docker', '2026-11-17', 15),
      entry('sql', '2026-11-20', 25),
    ]);
    expect(days[1]).toMatchObject({ past: true, logged: 60, done: [{ item: 'docker', minutes: 60 }] });
    expect(days[4]).toMatchObject({ today: true, planned: 60, free: 30, done: [] });
    expect(days[4]?.cards[0]).toMatchObject({ minutes: 60, logged: 25 });
    expect(days[5]).toMatchObject({ planned: 90, free: 150 });
  });
  it('has one card for an item a day, however often it is taken up', () => {
    const days = boardDays(
      '2026-11-16',
      view([session('sql', '2026-11-21', 60, 30), session('git', '2026-11-21', 30), session('sql', '2026-11-21', 60)]),
      [],
    );
    expect(days.flatMap((day) => day.cards.map((card) => card.item))).toEqual(['sql', 'git']);
    expect(days[5]?.cards[0]).toMatchObject({ minutes: 120, pinned: 30 });
  });
  it('shows a session where it is being put before the core has said yes', () => {
    const plan = view([session('sql', '2026-11-20', 60)]);
    const card = boardDays('2026-11-16', plan, [])[4]?.cards[0];
    if (!card) throw new Error('no card');
    const days = boardDays('2026-11-16', plan, [], { card, to: '2026-11-22' });
    expect(days.map((day) => day.cards.length)).toEqual([0, 0, 0, 0, 0, 0, 1]);
  });
  it('names absences and holidays', () => {
    const days = boardDays('2026-11-16', view([], { holidays: [{ date: '2026-11-21', name: text('Day of something') }] }), []);
    expect(days[5]?.differs).toMatchObject({ kind: 'holiday' });
  });
  it('can be leafed from the week the plan was begun to its last', () => {
    expect(reach(view([]))).toEqual({ first: '2026-11-02', last: '2026-11-23' });
    expect(mondayOf('2026-11-22')).toBe('2026-11-16');
  });
});

describe('the arrow keys', () => {
  const days = boardDays(
    '2026-11-16',
    view([
      session('a', '2026-11-20', 30),
      session('b', '2026-11-20', 30),
      session('c', '2026-11-22', 30),
      session('d', '2026-11-22', 30),
    ]),
    [],
  );
  const to = (id: string, key: string) => neighbour(days, id, key)?.item;
  it('go down through the day and on into the next', () => {
    expect(to('2026-11-20 a', 'ArrowDown')).toBe('b');
    expect(to('2026-11-20 b', 'ArrowDown')).toBe('c');
    expect(to('2026-11-20 a', 'ArrowUp')).toBeUndefined();
  });
  it('go sideways to the nearest day that holds something, at the same height', () => {
    expect(to('2026-11-20 b', 'ArrowRight')).toBe('d');
    expect(to('2026-11-22 c', 'ArrowLeft')).toBe('a');
    expect(to('2026-11-22 c', 'ArrowRight')).toBeUndefined();
  });
});

it('a session goes over a day without time to the next that has some', () => {
  expect(openDay(view([]), '2026-11-24', 1)).toBe('2026-11-26');
  expect(openDay(view([]), '2026-11-23', -1)).toBe('2026-11-22');
  expect(openDay(view([]), '2026-11-29', 1)).toBe('2026-11-30');
  expect(openDay(view([]), '2026-11-20', -1)).toBe('2026-11-19');
});

describe('the minutes of a session', () => {
  it('change by a quarter of an hour and are pinned; with none left it is let go', async () => {
    const fake = fakeBackend({ 'plan.pin': () => ({}), 'plan.unpin': () => ({}) });
    const card = { item: 'sql', date: '2026-11-20', minutes: 50, pinned: 0 };
    await lengthen(card, 15);
    await lengthen(card, -15);
    await lengthen({ ...card, pinned: 15 }, -15);
    expect(lengthen({ ...card, minutes: 10 }, -15)).toBeNull();
    expect(fake.calls.map((one) => [one.name, (one.params as { minutes?: number }).minutes])).toEqual([
      ['plan.pin', 60],
      ['plan.pin', 45],
      ['plan.unpin', undefined],
    ]);
  });
});

describe('putting a session on another day', () => {
  it('gives it no more than that day has, and keeps what was pinned there', async () => {
    const fake = fakeBackend({ 'plan.pin': () => ({}) });
    const plan = view([session('sql', '2026-11-20', 60, 30)]);
    const card = { item: 'sql', date: '2026-11-21', minutes: 240, pinned: 0 };
    await putOn(plan, card, '2026-11-20');
    await putOn(plan, { ...card, minutes: 45 }, '2026-11-20');
    await putOn(plan, card, '2026-11-25');
    expect(fake.calls.map((one) => (one.params as { minutes: number }).minutes)).toEqual([90, 75, 240]);
  });
  const setup = () => {
    const stop = startKeyboard();
    const plan = view([session('sql', '2026-11-20', 60, 60), session('git', '2026-11-21', 30)], {
      items: [{ key: 'sql', title: text('sql'), minutes: 60 }] as unknown as PlanItemView[],
    });
    render(WeeksView, { view: plan });
    return stop;
  };
  it('with Alt and an arrow pins it there, in place of where it was pinned', async () => {
    const fake = fakeBackend({
      'log.list': () => ({ entries: [], minutes: 0 }),
      'plan.pin': () => ({ former_finish: null, finish: null, former_late: 0, late: 0, moved: 0 }),
    });
    const stop = setup();
    (await screen.findByTestId('session-2026-11-20 sql')).focus();
    await userEvent.keyboard('{Alt>}{ArrowRight}{/Alt}');
    await waitFor(() => expect(fake.calls.some((one) => one.name === 'plan.pin')).toBe(true));
    expect(fake.calls.find((one) => one.name === 'plan.pin')?.params).toEqual({
      key: 'sql',
      date: '2026-11-21',
      minutes: 60,
      from: '2026-11-20',
    });
    stop();
  });
  it('that is refused says why, and the session stands where it was, with the focus', async () => {
    fakeBackend({
      'log.list': () => ({ entries: [], minutes: 0 }),
      'plan.pin': () => {
        throw new CommandError('plan.pin_over_capacity', {}, text('That day is full.'));
      },
    });
    const stop = setup();
    (await screen.findByTestId('session-2026-11-20 sql')).focus();
    await userEvent.keyboard('{Alt>}{ArrowRight}{/Alt}');
    await waitFor(() => expect(toasts.shown.map((one) => one.message)).toEqual(['That day is full.']));
    await vi.waitFor(() => expect(screen.getByTestId('session-2026-11-20 sql')).toHaveFocus());
    stop();
  });
});
