import { fireEvent, render, screen, waitFor, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { CommandError } from '../../backend/backend';
import { fakeBackend, reply } from '../../backend/fake';
import { listenForChanges } from '../../lib/query.svelte';
import { toasts } from '../../lib/toast.svelte';
import HistoryPage from './HistoryPage.svelte';
import type { Row } from './past';

/** A history of so many changes, as the core keeps it. Every third was made in the terminal. */
function core(count: number) {
  const state = {
    rows: [...Array(count).keys()].map((i): Row => {
      const seq = count - i;
      const at = new Date(Date.UTC(2026, 10, 20, 12) - i * 60_000).toISOString();
      const origin = seq % 3 === 0 ? 'terminal' : 'window';
      return { seq, name: 'skills.set', sentence: { en: `Change ${seq}`, fr: '' }, at, origin, undone: false, rows: 1 };
    }),
  };
  const now = () => state.rows.find((row) => !row.undone)?.seq ?? 0;
  const fake = fakeBackend({
    'app.info': () => ({ empty: false }),
    'history.list': ({ limit, before }) => {
      const rows = state.rows.filter((row) => before == null || row.seq < before);
      const undo = state.rows.find((row) => !row.undone) ?? null;
      const redo = state.rows.findLast((row) => row.undone) ?? null;
      return { rows: rows.slice(0, limit ?? 100).map((row) => ({ ...row })), undo, redo, more: rows.length > (limit ?? 100) };
    },
    'history.go': ({ seq }) => {
      const before = now();
      const undone = state.rows.filter((row) => !row.undone && row.seq > seq).length;
      const redone = state.rows.filter((row) => row.undone && row.seq <= seq).length;
      for (const row of state.rows) row.undone = row.seq > seq;
      return reply({ undone, redone, now: seq, before }, { changed: ['skills'] });
    },
  });
  const calls = (name: string) => fake.calls.filter((call) => call.name === name).map((call) => call.params);
  return { state, fake, calls };
}
const lines = () => screen.getAllByRole('listitem').map((item) => item.textContent?.replace(/\s+/g, ' ').trim());
const open = async (count: number) => {
  const all = core(count);
  render(HistoryPage);
  await screen.findByTestId(count ? `past-${count}` : 'past-none').catch(() => {});
  return all;
};

describe('the history', () => {
  it('shows where the person is, and what a way back would take back before it is gone', async () => {
    const { calls } = await open(6);
    expect(lines()[0]).toContain('You are here');
    await userEvent.click(screen.getByTestId('past-3'));
    expect(screen.getByTestId('past-preview')).toHaveTextContent(
      'Takes back the 3 changes made after this one. This one stays. 1 of them was made in the terminal.',
    );
    expect(calls('history.go')).toEqual([]);
    await userEvent.click(screen.getByTestId('past-go'));
    await waitFor(() => expect(screen.getByTestId('past-preview')).toHaveTextContent('You are here.'));
    expect(calls('history.go')).toEqual([{ seq: 3 }]);
    expect(toasts.shown[0]?.message).toBe('Took back 3 changes. Newest that stands: Change 3.');
    await waitFor(() => expect(screen.getByTestId('past-here')).toHaveTextContent('The 3 changes above are taken back.'));
    expect(within(screen.getByTestId('past-4')).getByText('taken back')).toBeInTheDocument();
    expect(screen.queryByTestId('past-go')).not.toBeInTheDocument();
  });

  it('leads back to where the person was', async () => {
    const { calls } = await open(6);
    await userEvent.click(screen.getByTestId('past-2'));
    await userEvent.click(screen.getByTestId('past-go'));
    await waitFor(() => expect(toasts.shown[0]?.action?.label).toBe('Back to where I was'));
    toasts.shown[0]?.action?.run();
    await waitFor(() => expect(calls('history.go')).toEqual([{ seq: 2 }, { seq: 6 }]));
    await waitFor(() => expect(toasts.shown[0]?.message).toBe('Made 4 changes again.'));
  });

  it('is gone through by the keys alone: arrows choose and say what would be, Enter goes', async () => {
    const { calls } = await open(6);
    screen.getByTestId('past-6').focus();
    await userEvent.keyboard('{ArrowDown}{ArrowDown}');
    await waitFor(() => expect(screen.getByTestId('past-4')).toHaveFocus());
    expect(screen.getByTestId('past-4')).toHaveAccessibleDescription(/Takes back the 2 changes/);
    await userEvent.keyboard('{Enter}');
    await waitFor(() => expect(calls('history.go')).toEqual([{ seq: 4 }]));
    await userEvent.keyboard('{ArrowUp}');
    await waitFor(() => expect(screen.getByTestId('past-preview')).toHaveTextContent('Makes this change again.'));
    expect(screen.getByTestId('past-go')).toHaveTextContent('Go forward to here');
    await userEvent.keyboard('{Escape}');
    expect(screen.queryByTestId('past-preview')).not.toBeInTheDocument();
  });

  it('goes before the first change, too', async () => {
    const { calls } = await open(3);
    await userEvent.click(screen.getByTestId('past-0'));
    expect(screen.getByTestId('past-preview')).toHaveTextContent('Takes back all 3 changes.');
    await userEvent.click(screen.getByTestId('past-go'));
    await waitFor(() => expect(calls('history.go')).toEqual([{ seq: 0 }]));
    await waitFor(() => expect(toasts.shown[0]?.message).toBe('Took back 3 changes. No change stands.'));
  });

  it('says in the words of the core why a way is refused, and leaves all as it is', async () => {
    const { fake } = await open(3);
    fake.handlers['history.go'] = () => {
      throw new CommandError('history.older_version', {}, { en: 'An earlier version made this. Nothing was changed.', fr: '' });
    };
    await userEvent.click(screen.getByTestId('past-1'));
    await userEvent.click(screen.getByTestId('past-go'));
    await waitFor(() => expect(toasts.shown[0]?.message).toBe('An earlier version made this. Nothing was changed.'));
    expect(screen.getByTestId('past-preview')).toHaveTextContent('Takes back the 2 changes');
  });

  it('says that what an earlier version made can only be read', async () => {
    const { fake, state } = core(2);
    fake.handlers['history.list'] = () => ({ rows: state.rows, undo: null, redo: null, more: false });
    render(HistoryPage);
    expect(await screen.findByTestId('past-here')).toHaveTextContent('made by an earlier version');
    expect(screen.getByTestId('undo')).toBeDisabled();
  });

  it('draws a screenful of thousands of lines, and fetches older ones as they are looked for', async () => {
    const { calls } = await open(3000);
    expect(document.querySelectorAll('[data-seq]').length).toBeLessThan(90);
    expect(calls('history.list')).toEqual([{ limit: 200 }]);
    await fireEvent.input(screen.getByRole('searchbox'), { target: { value: 'change 42' } });
    expect(screen.getByTestId('past-count')).toHaveTextContent('2 of the newest 200 changes. Older ones were not looked at.');
    await userEvent.click(screen.getByTestId('past-older'));
    await waitFor(() => expect(screen.getByTestId('past-count')).toHaveTextContent('4 of the newest 400 changes.'));
    expect(calls('history.list').at(-1)).toEqual({ limit: 200, before: 2801 });
  });

  it('keeps the older lines true when something changes meanwhile', async () => {
    const { state, fake } = await open(500);
    const stop = listenForChanges();
    await fireEvent.input(screen.getByRole('searchbox'), { target: { value: 'change' } });
    await userEvent.click(screen.getByTestId('past-older'));
    await waitFor(() => expect(screen.getByTestId('past-count')).toHaveTextContent('400 of the newest 400'));
    for (const row of state.rows) row.undone = row.seq > 150;
    fake.change(['*']);
    await fireEvent.input(screen.getByRole('searchbox'), { target: { value: 'change 150' } });
    await waitFor(() => expect(screen.getByTestId('past-here')).toHaveTextContent('The 350 changes above are taken back.'));
    stop();
  });

  it('leads to where the person is when that lies out of sight', async () => {
    const { state } = core(700);
    for (const row of state.rows) row.undone = row.seq > 100;
    render(HistoryPage);
    await userEvent.click(await screen.findByTestId('past-show-here'));
    await waitFor(() => expect(screen.getByTestId('past-100')).toHaveFocus());
    expect(screen.getByTestId('past-preview')).toHaveTextContent('You are here.');
  });

  it('shows only what came from the terminal, and nothing without a word about it', async () => {
    await open(6);
    await userEvent.click(screen.getByRole('radio', { name: 'Terminal' }));
    await waitFor(() => expect(screen.getByTestId('past-count')).toHaveTextContent('2 of 6 changes.'));
    expect(screen.queryByTestId('past-5')).not.toBeInTheDocument();
    await fireEvent.input(screen.getByRole('searchbox'), { target: { value: 'zebra' } });
    await userEvent.click(await screen.findByRole('button', { name: 'Show all changes' }));
    await waitFor(() => expect(screen.getByTestId('past-5')).toBeInTheDocument());
  });

  it('says what it will hold while nothing was changed', async () => {
    core(0);
    render(HistoryPage);
    expect(await screen.findByText('Nothing was changed yet')).toBeInTheDocument();
  });
});
