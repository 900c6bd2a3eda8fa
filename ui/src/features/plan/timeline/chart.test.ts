import { fireEvent, render, screen, waitFor } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { PlanItemView, PlanView, SessionView, WeekView } from '../../../backend/generated/commands';
import { fakeBackend, reply } from '../../../backend/fake';
import { inspector } from '../../../lib/inspector.svelte';
import { startKeyboard } from '../../../lib/keyboard.svelte';
import { toasts } from '../../../lib/toast.svelte';
import PlanHome from '../PlanHome.svelte';
import { isoOf } from './scale';
import { sampleItem, samplePlan } from './sample';

function longPlan(count: number): PlanView {
  const items: PlanItemView[] = [];
  const weeks: WeekView[] = [];
  const first = samplePlan([]).weeks[0]?.start ?? '2026-11-16';
  const start = Math.round(Date.parse(`${first}T00:00:00Z`) / 86_400_000);
  for (let n = 0; n < count; n++) {
    const monday = isoOf(start + n * 7);
    const day = isoOf(start + n * 7 + 4);
    const key = `own:${n}`;
    const session: SessionView = { date: day, item: key, title: { en: `Item ${n}`, fr: `Item ${n}` }, minutes: 60, pinned: 0 };
    weeks.push({ start: monday, capacity: [60, 60, 60, 60, 60, 0, 0], planned: 60, sessions: [session] });
    items.push(sampleItem(key, { title: session.title, starts: day, finishes: day, critical: n < 3 }));
  }
  return samplePlan(items, { weeks, finish: items.at(-1)?.finishes ?? null, critical: ['own:0', 'own:1', 'own:2'] });
}
const effect = { former_finish: '2026-12-01', finish: '2026-12-13', former_late: 0, late: 0, moved: 1 };
const entry = (en: string) => ({ seq: 1, name: 'x', sentence: { en, fr: en } });
const backend = (plan: PlanView) =>
  fakeBackend({
    'plan.show': () => plan,
    'plan.move': () => reply(effect, { history: entry('Moved “Item 1”') as never, changed: ['plan'] }),
    'plan.place': () => reply(effect, { history: entry('Put “Item 1” elsewhere') as never }),
    'plan.drop': () => reply(effect, { history: entry('Left out “Item 1”') as never }),
    'plan.done': () => reply(effect, { history: entry('Finished “Item 1”') as never }),
    'plan.pin': () => reply(effect, { history: entry('Pinned “Item 1”') as never }),
    'timer.start': () => null,
  });
const row = (n: number) => document.querySelector<HTMLElement>(`[data-row="own:${n}"]`) as HTMLElement;
const called = (fake: ReturnType<typeof backend>, name: string) =>
  fake.calls.filter((call) => call.name === name).map((call) => call.params);

const show = () => render(PlanHome, { target: document.body.appendChild(document.createElement('main')) });

vi.setConfig({ testTimeout: 30_000 });
let stop = () => {};
beforeEach(() => {
  location.hash = '#/plan';
  vi.spyOn(HTMLElement.prototype, 'clientWidth', 'get').mockReturnValue(1000);
  vi.spyOn(HTMLElement.prototype, 'clientHeight', 'get').mockReturnValue(600);
  stop = startKeyboard();
});
afterEach(() => {
  stop();
  document.querySelectorAll('main').forEach((main) => main.remove());
  inspector.close();
});

describe('the timeline', () => {
  it('keeps only the rows in sight of a plan of a thousand items', async () => {
    backend(longPlan(1000));
    show();
    await screen.findByTestId('timeline');
    await waitFor(() => expect(screen.getAllByTestId('timeline-row').length).toBeGreaterThan(10));
    expect(screen.getAllByTestId('timeline-row').length).toBeLessThan(60);
    expect(document.querySelector('[role=grid]')?.getAttribute('aria-rowcount')).toBe('1000');
  });

  it('says of each row in words when it is, what is left and whether the end hangs on it', async () => {
    backend(longPlan(9));
    show();
    await screen.findByTestId('timeline');
    await waitFor(() => expect(row(0)).toHaveTextContent(/on the critical chain/));
    expect(row(5)).not.toHaveTextContent(/on the critical chain/);
    expect(row(0)).toHaveTextContent(/1 h left/);
  });

  it('marks no row where nearly all are on the chain, and says in the legend that the time is full', async () => {
    backend(longPlan(4));
    show();
    await screen.findByTestId('timeline');
    await waitFor(() => expect(row(0)).toHaveTextContent(/1 h left/));
    expect(row(0)).not.toHaveTextContent(/on the critical chain/);
    await userEvent.click(screen.getByRole('button', { name: 'What the marks mean' }));
    expect(await screen.findByText('Your time is full throughout: any delay moves the end.')).toBeInTheDocument();
  });

  it('moves between rows with the arrows and opens one with Enter', async () => {
    backend(longPlan(30));
    show();
    await screen.findByTestId('timeline');
    await waitFor(() => expect(row(0)).toBeTruthy());
    row(0).focus();
    await userEvent.keyboard('{ArrowDown}{ArrowDown}');
    await waitFor(() => expect(document.activeElement).toBe(row(2)));
    await userEvent.keyboard('{Enter}');
    expect(inspector.key).toBe('own:2');
  });

  it('moves the item of the focused row by a week, and says what that does to the end', async () => {
    const fake = backend(longPlan(5));
    show();
    await screen.findByTestId('timeline');
    await waitFor(() => expect(row(1)).toBeTruthy());
    row(1).focus();
    await userEvent.keyboard('{Shift>}{ArrowRight}{/Shift}');
    await waitFor(() => expect(called(fake, 'plan.move')).toEqual([{ key: 'own:1', not_before: '2026-11-30' }]));
    await waitFor(() =>
      expect(toasts.shown.map((toast) => toast.message)).toEqual([
        'Moved “Item 1”. The plan ends 12 days later, on 13 December 2026.',
      ]),
    );
  });

  it('reorders, pins, finishes and leaves out by keys', async () => {
    const fake = backend(longPlan(5));
    show();
    await screen.findByTestId('timeline');
    await waitFor(() => expect(row(2)).toBeTruthy());
    row(2).focus();
    await userEvent.keyboard('{Alt>}{ArrowUp}{/Alt}{Alt>}{ArrowDown}{/Alt}pcx');
    await waitFor(() => expect(called(fake, 'plan.drop')).toEqual([{ key: 'own:2', dropped: true }]));
    expect(called(fake, 'plan.place')).toEqual([
      { key: 'own:2', place: { kind: 'ahead_of', item: 'own:1' } },
      { key: 'own:2', place: { kind: 'ahead_of', item: 'own:4' } },
    ]);
    expect(called(fake, 'plan.pin')).toEqual([{ key: 'own:2', date: '2026-12-04', minutes: 60 }]);
    expect(called(fake, 'plan.done')).toEqual([{ key: 'own:2', done_on: '2026-11-20' }]);
  });

  it('leaves everything as it was when a drag is left with Escape', async () => {
    const fake = backend(longPlan(5));
    show();
    await screen.findByTestId('timeline');
    const bar = await waitFor(() => document.querySelector('rect.hit[data-key="own:1"]') as SVGRectElement);
    const at = (type: string, clientX: number) =>
      fireEvent(type === 'pointerdown' ? bar : window, new MouseEvent(type, { bubbles: true, clientX, clientY: 80, button: 0 }));
    await at('pointerdown', 300);
    await at('pointermove', 420);
    await screen.findByTestId('timeline-ghost');
    await userEvent.keyboard('{Escape}');
    expect(screen.queryByTestId('timeline-ghost')).toBeNull();
    await at('pointerup', 420);
    expect(called(fake, 'plan.move')).toEqual([]);
  });

  it('asks for the day in a small dialog, and refuses none', async () => {
    const fake = backend(longPlan(5));
    show();
    await screen.findByTestId('timeline');
    await waitFor(() => expect(row(1)).toBeTruthy());
    row(1).focus();
    await userEvent.keyboard('m');
    const field = await screen.findByLabelText(/Not before/);
    await fireEvent.input(field, { target: { value: '' } });
    await fireEvent.change(field);
    await userEvent.click(screen.getByTestId('deed-save'));
    expect(called(fake, 'plan.move')).toEqual([]);
    await fireEvent.input(field, { target: { value: '2027-01-04' } });
    await fireEvent.change(field);
    await userEvent.click(screen.getByTestId('deed-save'));
    await waitFor(() => expect(called(fake, 'plan.move')).toEqual([{ key: 'own:1', not_before: '2027-01-04' }]));
  });
});
