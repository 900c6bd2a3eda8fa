import { render, screen, waitFor } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import { CommandError } from '../../backend/backend';
import { fakeBackend } from '../../backend/fake';
import type { PlanSettings } from '../../backend/generated/commands';
import { trialText } from '../../lib/weekTry.svelte';
import { capacityOf, capacityParams, otherWeek } from './capacity';
import CapacityDialog from './CapacityDialog.svelte';
import PlanRefused from './PlanRefused.svelte';

vi.setConfig({ testTimeout: 20_000 });

const settings: PlanSettings = {
  weekly_minutes: [90, 90, 0, 90, 90, 240, 120],
  focus_limit: 2,
  min_session_minutes: 25,
  max_item_minutes_per_day: null,
  holidays: 'be',
  started_on: null,
};
const text = (en: string) => ({ en, fr: en });
const backend = () =>
  fakeBackend({
    'plan.calendar': () => ({ absences: [], settings, countries: [] }),
    'app.info': () => ({ today: '2026-11-20' }),
    'plan.settings': () => ({}),
    'scenario.try': () => ({
      outcome: { finish: '2027-05-03', refused: null, late_items: 2 },
      difference: { finish_days: -24 },
    }),
  });

describe('the hours of a week', () => {
  it('go back as they came where nothing was changed', () => {
    const { started_on: _, ...same } = settings;
    expect(capacityParams(capacityOf(settings))).toEqual(same);
  });
  it('are tried on the plan only where they differ, and where there are any', () => {
    const form = capacityOf(settings);
    expect(otherWeek(form, settings)).toBeNull();
    expect(otherWeek({ ...form, days: [60, 0, 0, 0, 0, 0, 0] }, settings)).toEqual([60, 0, 0, 0, 0, 0, 0]);
    expect(otherWeek({ ...form, days: [0, 0, 0, 0, 0, 0, 0] }, settings)).toBeNull();
  });
  it('with another sum keep their shape, and say what that would do before it is saved', async () => {
    const fake = backend();
    render(CapacityDialog, { open: true });
    const sum = await screen.findByLabelText('In a week');
    await userEvent.clear(sum);
    await userEvent.type(sum, '24{Tab}');
    await waitFor(() => expect(screen.getByTestId('trial')).toHaveTextContent('end on 3 May 2027, 24 days earlier'), {
      timeout: 4000,
    });
    expect(fake.calls.find((one) => one.name === 'scenario.try')?.params).toEqual({
      weekly_minutes: [180, 180, 0, 180, 180, 480, 240],
    });
    await userEvent.click(screen.getByTestId('save'));
    await waitFor(() => expect(fake.calls.some((one) => one.name === 'plan.settings')).toBe(true));
  });
  it.each([
    ['400', 'At most 168'],
    ['0', 'Give at least one day some time.'],
  ])('of %s in all are refused beside the field', async (written, said) => {
    const fake = backend();
    render(CapacityDialog, { open: true });
    const sum = await screen.findByLabelText('In a week');
    await userEvent.clear(sum);
    await userEvent.type(sum, `${written}{Tab}`);
    await waitFor(() => expect(screen.getByText((words) => words.startsWith(said))).toBeInTheDocument());
    await userEvent.click(screen.getByTestId('save'));
    expect(fake.calls.some((one) => one.name === 'plan.settings')).toBe(false);
  });
});

describe('what other hours would do', () => {
  it('says the day, the difference and the dates that would be missed', () => {
    const view = { outcome: { finish: '2027-05-03', refused: null, late_items: 2 }, difference: { finish_days: 7 } };
    expect(trialText(view as never)).toBe(
      'With these hours the plan would end on 3 May 2027, 7 days later. 2 due dates would be missed.',
    );
  });
  it('says why there would be no plan', () => {
    expect(trialText({ outcome: { refused: text('No time.') }, difference: {} } as never)).toBe('No time.');
  });
});

describe('a plan that cannot be made', () => {
  it('says why, and offers the hours', async () => {
    backend();
    render(PlanRefused, { error: new CommandError('plan.no_capacity', {}, text('There is no time for what is left.')) });
    expect(screen.getByText('There is no time for what is left.')).toBeInTheDocument();
    await userEvent.click(screen.getByTestId('refused-hours'));
    expect(await screen.findByLabelText('In a week')).toHaveValue('12\u00a0h');
  });
});
