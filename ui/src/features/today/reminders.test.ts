import { render, screen, waitFor } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { CommandError } from '../../backend/backend';
import { fakeBackend, reply, type FakeBackend } from '../../backend/fake';
import type { ReminderKind, ReminderView } from '../../backend/generated/commands';
import { listenForChanges } from '../../lib/query.svelte';
import RemindersStrip from './RemindersStrip.svelte';

const text = (en: string) => ({ en, fr: en });
const said = (title: string, more: Partial<ReminderView> & { kind?: ReminderKind } = {}): ReminderView => ({
  reminder: {
    key: title,
    kind: more.kind ?? 'exam',
    subject: `of-${title}`,
    on: '2027-01-15',
    days: 7,
    due: '2027-01-08T08:00:00Z',
  },
  title: text(title),
  text: text('15 January 2027'),
  missed: false,
  said_at: '2027-01-08T08:00:00Z',
  ...more,
});
/** A core that forgets what was put away. */
function core(all: ReminderView[]): { backend: FakeBackend; now: ReminderView[] } {
  const state = { now: all } as { backend: FakeBackend; now: ReminderView[] };
  state.backend = fakeBackend({
    'reminders.show': () => ({ settings: {}, ahead: [], said: state.now }),
    'reminders.dismiss': ({ key }: { key: string }) => {
      state.now = state.now.filter((one) => one.reminder.key !== key);
      return reply(null, { changed: ['kept'] });
    },
  });
  return state;
}
const settled = (backend: FakeBackend) => waitFor(() => expect(backend.calls.length).toBeGreaterThan(0));

describe('reminders on Today', () => {
  it('are nothing at all where nothing was said', async () => {
    const { backend } = core([]);
    render(RemindersStrip);
    await settled(backend);
    expect(screen.getByRole('status')).toBeEmptyDOMElement();
  });
  it('lead to the certification they are about; sessions stand on Today already', async () => {
    core([said('Exam in 7 days'), said('Expires in 30 days', { kind: 'expiry' }), said('Planned today', { kind: 'session' })]);
    render(RemindersStrip);
    expect(await screen.findByRole('link', { name: 'Exam in 7 days' })).toHaveAttribute(
      'href',
      '#/certifications/of-Exam%20in%207%20days',
    );
    expect(screen.getAllByRole('link')).toHaveLength(2);
  });
  it('tell which came while the program was closed', async () => {
    core([said('Missed', { missed: true }), said('Seen')]);
    render(RemindersStrip);
    expect(await screen.findByTestId('reminder-Missed')).toHaveTextContent('came while the program was closed');
    expect(screen.getByTestId('reminder-Seen')).not.toHaveTextContent('closed');
  });
  it('are three at most, with how many more; each can be put away, or all', async () => {
    const state = core(['a', 'b', 'c', 'd', 'e'].map((title) => said(title)));
    render(RemindersStrip);
    expect(await screen.findAllByRole('listitem')).toHaveLength(3);
    await userEvent.click(screen.getByRole('button', { name: 'Put away: b' }));
    await waitFor(() => expect(screen.queryByTestId('reminder-b')).toBeNull());
    expect(screen.getByTestId('reminder-d')).toBeInTheDocument();
    await userEvent.click(screen.getByRole('button', { name: '1 more' }));
    expect(screen.getAllByRole('listitem')).toHaveLength(4);
    await userEvent.click(screen.getByTestId('reminders-away'));
    await waitFor(() => expect(screen.getByRole('status')).toBeEmptyDOMElement());
    expect(state.now).toEqual([]);
  });
  it('appear when one is said while the window is open', async () => {
    const state = core([]);
    const stop = listenForChanges();
    render(RemindersStrip);
    await settled(state.backend);
    state.now = [said('Exam tomorrow')];
    state.backend.change(['kept']);
    expect(await screen.findByText('Exam tomorrow')).toBeInTheDocument();
    stop();
  });
  it('that another window put away go without a word', async () => {
    const state = core([said('a')]);
    state.backend.handlers['reminders.dismiss'] = () => {
      state.now = [];
      throw new CommandError('record.unknown', {}, text('There is none.'));
    };
    render(RemindersStrip);
    await userEvent.click(await screen.findByRole('button', { name: 'Put away: a' }));
    await waitFor(() => expect(screen.getByRole('status')).toBeEmptyDOMElement());
    expect(screen.queryByText('There is none.')).toBeNull();
  });
});
