import { expect, it, vi } from 'vitest';
import { CommandError } from '../backend/backend';
import { fakeBackend, reply } from '../backend/fake';
import { goTo, redo, undo } from './history.svelte';
import { act } from './query.svelte';
import { toasts } from './toast.svelte';

const row = (seq: number) => ({
  seq,
  name: 'skills.set',
  sentence: { en: `Change ${seq}`, fr: '' },
  at: '',
  origin: 'window',
  undone: true,
  rows: 1,
});
const refusal = (code: string, en: string, args = {}) => new CommandError(code, args, { en, fr: en });
const sent = (fake: ReturnType<typeof fakeBackend>, name: string) =>
  fake.calls.filter((call) => call.name === name).map((call) => call.params);
const press = async () => {
  toasts.shown.at(-1)?.action?.run();
  await new Promise((later) => setTimeout(later, 5));
};

it('takes back by its toast the change that the toast names, and no other', async () => {
  const history = { seq: 7, name: 'skills.set', sentence: { en: 'Change 7', fr: '' } };
  const fake = fakeBackend({
    'skills.set': () => reply(null, { changed: ['skills'], history }),
    'history.undo': ({ seq }) => {
      if (seq !== 8) throw refusal('history.moved_on', 'Something else came after it. Nothing was taken back.');
      return reply(row(8), { changed: ['skills'] });
    },
  });
  await act('skills.set' as never, { skill: 'sql' } as never);
  await press();
  expect(sent(fake, 'history.undo')).toEqual([{ seq: 7 }]);
  expect(toasts.shown).toHaveLength(1);
  expect(toasts.shown[0]?.message).toBe('Something else came after it. Nothing was taken back.');
  expect(toasts.shown[0]?.tone).toBe('neutral');
  expect(toasts.shown[0]?.action?.label).toBe('Show the history');
});

it('asks before it takes back what the terminal did, and then takes back just that', async () => {
  const fake = fakeBackend({
    'history.undo': ({ others }) => {
      if (!others)
        throw refusal('history.made_elsewhere', '“Change 9” was made in the terminal.', { what: 'Change 9', origin: 'terminal' });
      return reply(row(9), { changed: ['skills'] });
    },
    'history.list': () => ({ rows: [row(9)], undo: row(9), redo: null, more: false }),
    'history.redo': () => reply(row(9), { changed: ['skills'] }),
  });
  await undo();
  expect(toasts.shown[0]?.message).toBe('“Change 9” was made in the terminal.');
  expect(toasts.shown[0]?.action?.label).toBe('Take it back anyway');
  await press();
  expect(sent(fake, 'history.undo')).toEqual([{}, { seq: 9, others: true }]);
  expect(toasts.shown.at(-1)?.message).toContain('Change 9');
  await press();
  expect(sent(fake, 'history.redo')).toEqual([{ seq: 9, others: true }]);
});

it('takes the number of the change from the refusal where the core gives it', async () => {
  const fake = fakeBackend({
    'history.redo': ({ others }) => {
      if (!others) throw refusal('history.made_elsewhere', 'The terminal took it back.', { seq: '4' });
      return reply(row(4));
    },
  });
  await redo();
  expect(toasts.shown[0]?.action?.label).toBe('Make it again anyway');
  await press();
  expect(sent(fake, 'history.redo')).toEqual([{}, { seq: 4, others: true }]);
  expect(sent(fake, 'history.list')).toEqual([]);
});

it('does one step at a time, however long the key is held', async () => {
  const gate = vi.fn();
  const fake = fakeBackend({ 'history.undo': () => new Promise((done) => gate.mockImplementation(() => done(reply(row(1))))) });
  const first = undo();
  await undo();
  await goTo(0);
  gate();
  await first;
  expect(sent(fake, 'history.undo')).toHaveLength(1);
  expect(sent(fake, 'history.go')).toEqual([]);
});

it('says calmly that there is nothing to take back', async () => {
  fakeBackend({
    'history.undo': () => {
      throw refusal('history.nothing_to_undo', 'There is nothing to undo.');
    },
  });
  await undo();
  expect(toasts.shown[0]).toMatchObject({ message: 'There is nothing to undo.', tone: 'neutral' });
});
