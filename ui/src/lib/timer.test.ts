import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { CommandError } from '../backend/backend';
import { fakeBackend, reply } from '../backend/fake';
import type { TimerView } from '../backend/generated/commands';
import { clock, startTimer, stopTimer, timer } from './timer.svelte';
import { toasts } from './toast.svelte';

const view = (more: Partial<TimerView> = {}): TimerView => ({
  item: 'orm',
  skill: null,
  title: { en: 'ORM', fr: 'ORM' },
  running: true,
  seconds: 100,
  started_at: '18:00',
  started_on: '2026-11-20',
  warning: null,
  ...more,
});

beforeEach(() => vi.useFakeTimers({ toFake: ['performance', 'Date', 'setTimeout', 'clearTimeout'] }));
afterEach(() => {
  timer.seen(null);
  timer.last = [];
  timer.asks = null;
  toasts.clear();
  vi.useRealTimers();
});

describe('the timer', () => {
  test('is read as a clock', () => expect([7, 2527, 3849].map(clock)).toEqual(['0:07', '42:07', '1:04:09']));

  test('goes on from the core’s answer, whatever happens to the system’s clock', () => {
    timer.seen(view());
    vi.advanceTimersByTime(5_000);
    vi.setSystemTime(new Date('2020-01-01'));
    timer.tick();
    expect(timer.seconds).toBe(105);
  });
  test('stands still while it is paused', () => {
    timer.seen(view({ running: false }));
    vi.advanceTimersByTime(5_000);
    timer.tick();
    expect(timer.seconds).toBe(100);
  });
  test('a second one offers to stop the first and start this', async () => {
    timer.seen(view());
    const fake = fakeBackend({
      'timer.start': (params: { switch?: boolean }) => {
        if (!params.switch) throw new CommandError('timer.running', {}, { en: 'It already runs.', fr: 'Déjà lancé.' });
        return view({ item: 'sql', seconds: 0 });
      },
    });
    expect(await startTimer({ item: 'sql' })).toBe(false);
    expect(toasts.shown[0]?.message).toBe('It already runs.');
    toasts.shown[0]?.action?.run();
    await vi.waitFor(() => expect(timer.view?.item).toBe('sql'));
    expect(fake.calls.at(-1)?.params).toEqual({ item: 'sql', switch: true });
  });
  test('one that was forgotten asks first how long it was', async () => {
    const fake = fakeBackend({});
    timer.seen(view({ warning: 'forgotten' }));
    await stopTimer();
    expect(timer.asks).toEqual({ what: 'stop' });
    expect(fake.calls).toEqual([]);
  });
  test('stopped, it keeps what was logged in sight and can be undone', async () => {
    timer.seen(view());
    const entry = { record: { id: 'e1', minutes: 12 } };
    const history = { seq: 1, name: 'log.add', sentence: { en: 'Logged 12 min on “ORM”', fr: '…' } };
    fakeBackend({ 'timer.stop': () => reply({ entries: [entry], minutes: 12, minutes_left: 0 }, { history }) });
    await stopTimer();
    expect(timer.view).toBeNull();
    expect(timer.last).toEqual([entry]);
    expect(toasts.shown[0]).toMatchObject({ message: 'Logged 12 min on “ORM”', action: { label: 'Undo' } });
  });
});
