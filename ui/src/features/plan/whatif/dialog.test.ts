import { render, screen, waitFor } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it } from 'vitest';
import { CommandError } from '../../../backend/backend';
import { fakeBackend } from '../../../backend/fake';
import { forgetAll } from '../../../lib/query.svelte';
import ScenarioDialog from './ScenarioDialog.svelte';

const text = (en: string) => ({ en, fr: en });
const plan = {
  today: '2026-11-20',
  target: null,
  weekly_minutes: 720,
  settings: { weekly_minutes: [120, 120, 120, 120, 120, 120, 0] },
  items: [
    { key: 'skill:redis:1', title: text('Redis'), minutes: 120, due: null, due_kind: null },
    { key: 'skill:sql:2', title: text('SQL'), minutes: 600, due: null, due_kind: null },
  ],
};
const answer = (finish: string, days: number) => ({
  record: { id: 'trial', name: '', weekly_minutes: null, rung: null, stack: null, ready_by: null, items: [] },
  changes: [text('12 h a week')],
  outcome: {
    rung_name: null,
    weekly_minutes: 720,
    items: 2,
    minutes_left: 600,
    finish,
    quantiles: { p50: '2027-03-05', p85: '2027-04-06', p95: null },
    ready_by: null,
    chance: null,
    late_items: 0,
    late_hard: 0,
    readiness: 0.3,
    refused: null,
  },
  difference: { finish_days: days, p85_days: -33, minutes: 0, weekly_minutes: 0, chance_points: null, moved: [] },
});
const open = async (more: Parameters<typeof fakeBackend>[0] = {}) => {
  const fake = fakeBackend({
    'plan.show': () => plan,
    'role.show': () => ({ rungs: [], stacks: [] }),
    'scenario.try': () => answer('2027-03-01', -27),
    ...more,
  });
  render(ScenarioDialog, { open: true });
  await screen.findByLabelText('Redis');
  return fake;
};

beforeEach(() => forgetAll());

describe('a scenario that is being written', () => {
  it('says at once what it comes to', async () => {
    const fake = await open();
    expect(screen.getByTestId('scenario-preview')).toHaveTextContent('Nothing differs from today’s plan yet.');
    await userEvent.click(screen.getByLabelText('Redis'));
    await waitFor(() => expect(screen.getByTestId('scenario-preview')).toHaveTextContent('Ends 1 March 2027 27 days earlier'));
    const tried = fake.calls.filter((call) => call.name === 'scenario.try');
    expect(tried).toHaveLength(1);
    expect(tried[0]?.params).toMatchObject({ items: [{ item: 'skill:redis:1', dropped: true }] });
  });
  it('is refused by the core’s sentence, inside the dialog', async () => {
    const no = new CommandError('scenario.full', {}, text('There are four already.'));
    await open({
      'scenario.save': () => {
        throw no;
      },
    });
    await userEvent.click(screen.getByLabelText('SQL'));
    await userEvent.click(screen.getByTestId('save'));
    await waitFor(() => expect(screen.getByTestId('scenario-preview')).toHaveTextContent('There are four already.'));
    expect(screen.getByTestId('scenario-form')).toBeInTheDocument();
  });
  it('cannot be kept while nothing differs', async () => {
    await open();
    expect(screen.getByTestId('save')).toBeDisabled();
  });
  it('asks of the core the week as one figure', async () => {
    const fake = await open();
    await userEvent.type(screen.getByLabelText('Hours a week'), '14{Tab}');
    await waitFor(() =>
      expect(fake.calls.findLast((call) => call.name === 'scenario.try')?.params).toMatchObject({ minutes_a_week: 840 }),
    );
  });
});
