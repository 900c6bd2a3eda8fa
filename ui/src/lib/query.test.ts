import { render, screen, waitFor } from '@testing-library/svelte';
import { expect, it } from 'vitest';
import { CommandError } from '../backend/backend';
import { fakeBackend, reply } from '../backend/fake';
import Asker from '../test/Asker.svelte';
import { undo } from './history.svelte';
import { locale } from './locale.svelte';
import { act, listenForChanges } from './query.svelte';
import { toasts } from './toast.svelte';

const shown = (text: string) => waitFor(() => expect(screen.getByRole('status', { name: '' })).toHaveTextContent(text));
const set = (skill: string) => act('skills.set' as never, { skill } as never);
const history = { seq: 1, name: 'skills.set', sentence: { en: 'Level of SQL set to 3', fr: 'Niveau de SQL réglé à 3' } };

function core() {
  const state = { level: 2 };
  const fake = fakeBackend({
    'skills.list': () => ({ ...state }),
    'skills.set': () => {
      state.level = 3;
      return reply(null, { changed: ['skills'], history });
    },
    'history.undo': () => {
      state.level = 2;
      return reply({ ...history, at: '', origin: 'window', undone: true, rows: 1 }, { changed: ['skills'] });
    },
  });
  return { state, fake, asked: () => fake.calls.filter((call) => call.name === 'skills.list').length };
}

it('shows the new level after a change, without a moment of nothing', async () => {
  core();
  render(Asker, { name: 'skills.list', params: {} });
  await shown('{"level":2}');
  const done = set('sql');
  expect(screen.getByText('{"level":2}')).toBeInTheDocument();
  await done;
  await shown('{"level":3}');
});

it('says what was done, with an undo that takes it back', async () => {
  core();
  render(Asker, { name: 'skills.list', params: {} });
  await set('sql');
  expect(toasts.shown[0]?.message).toBe('Level of SQL set to 3');
  await undo();
  await shown('{"level":2}');
  expect(toasts.shown.map((one) => one.message)).toEqual(['Undone: Level of SQL set to 3']);
});

it('says it in French to who reads French', async () => {
  core();
  locale.current = 'fr';
  await set('sql');
  expect(toasts.shown[0]?.message).toBe('Niveau de SQL réglé à 3');
});

it('follows a change made in the terminal', async () => {
  const { fake, state } = core();
  const stop = listenForChanges();
  render(Asker, { name: 'skills.list', params: {} });
  await shown('{"level":2}');
  state.level = 4;
  fake.change(['skills']);
  await shown('{"level":4}');
  stop();
});

it('asks again only what the change concerns', async () => {
  const { fake, asked } = core();
  const stop = listenForChanges();
  render(Asker, { name: 'skills.list', params: {}, topics: ['skills'] });
  await shown('{"level":2}');
  fake.change(['plan']);
  await new Promise((resolve) => setTimeout(resolve, 20));
  expect(asked()).toBe(1);
  stop();
});

it('shows a page seen before at once', async () => {
  const { asked } = core();
  const first = render(Asker, { name: 'skills.list', params: {} });
  await shown('{"level":2}');
  first.unmount();
  render(Asker, { name: 'skills.list', params: {} });
  expect(screen.getByText('{"level":2}')).toBeInTheDocument();
  expect(asked()).toBe(1);
});

it('takes "there is none" for an answer, and tells it from no answer yet', async () => {
  let target: { rung: string } | null = null;
  const fake = fakeBackend({ 'target.show': () => target });
  const stop = listenForChanges();
  render(Asker, { name: 'target.show', params: {} });
  expect(screen.queryByRole('status', { name: '' })).not.toBeInTheDocument();
  await shown('null');
  target = { rung: 'junior' };
  fake.change(['target']);
  await shown('{"rung":"junior"}');
  target = null;
  fake.change(['target']);
  await shown('null');
  stop();
});

it('keeps the former list on screen while a longer one is read', async () => {
  const gates: ((value: unknown) => void)[] = [];
  fakeBackend({ 'log.list': ({ limit }) => (limit === 1 ? 'short' : new Promise((resolve) => gates.push(resolve))) });
  const { rerender } = render(Asker, { name: 'log.list', params: { limit: 1 }, keep: true });
  await shown('"short"');
  await rerender({ name: 'log.list', params: { limit: 2 }, keep: true });
  await waitFor(() => expect(gates).toHaveLength(1));
  expect(screen.getByText('"short"')).toBeInTheDocument();
  gates[0]?.('long');
  await shown('"long"');
});

it('shows that another record has none, rather than what the former one had', async () => {
  fakeBackend({ 'skills.show': ({ skill }) => (skill === 'sql' ? 'level 2' : null) });
  const { rerender } = render(Asker, { name: 'skills.show', params: { skill: 'sql' }, keep: true });
  await shown('"level 2"');
  await rerender({ name: 'skills.show', params: { skill: 'git' }, keep: true });
  await shown('null');
});

it('asks for another record when the selection moves, and waits without one', async () => {
  const fake = fakeBackend({ 'skills.show': ({ skill }) => skill });
  const { rerender } = render(Asker, { name: 'skills.show', params: null });
  await new Promise((resolve) => setTimeout(resolve, 5));
  expect(fake.calls).toHaveLength(0);
  await rerender({ name: 'skills.show', params: { skill: 'sql' } });
  await shown('"sql"');
  await rerender({ name: 'skills.show', params: { skill: 'git' } });
  await shown('"git"');
});

it('throws away a slow answer that a newer one overtook', async () => {
  const gates: ((value: unknown) => void)[] = [];
  const fake = fakeBackend({ 'skills.list': () => new Promise((resolve) => gates.push(resolve)) });
  const stop = listenForChanges();
  render(Asker, { name: 'skills.list', params: {} });
  await waitFor(() => expect(gates).toHaveLength(1));
  fake.change(['skills']);
  await waitFor(() => expect(gates).toHaveLength(2));
  gates[1]?.('new');
  gates[0]?.('old');
  await shown('"new"');
  await new Promise((resolve) => setTimeout(resolve, 5));
  await shown('"new"');
  stop();
});

it('tells why a change was refused, in the words of the core', async () => {
  const refused = new CommandError('date.far', {}, { en: 'That day is too far. Nothing was saved.', fr: 'Trop loin.' });
  fakeBackend({
    'skills.set': () => {
      throw refused;
    },
  });
  const outcome = await set('sql');
  expect(outcome).toEqual({ ok: false, error: refused });
  expect(toasts.shown[0]?.message).toBe('That day is too far. Nothing was saved.');
});

it('offers to try again when a page could not be read', async () => {
  let broken = true;
  fakeBackend({
    'skills.list': () => {
      if (broken) throw new CommandError('store.busy', {}, { en: 'Busy. Nothing was lost.', fr: 'Occupé.' });
      return 'there';
    },
  });
  render(Asker, { name: 'skills.list', params: {} });
  await waitFor(() => expect(screen.getByRole('alert')).toHaveTextContent('Busy'));
  broken = false;
  screen.getByRole('button', { name: 'Try again' }).click();
  await shown('"there"');
});
