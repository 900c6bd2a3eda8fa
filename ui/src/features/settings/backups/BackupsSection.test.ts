import { configure, render, screen, waitFor, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it } from 'vitest';
import { CommandError } from '../../../backend/backend';
import { fakeBackend, reply, type Handlers } from '../../../backend/fake';
import type { BackupParams } from '../../../backend/generated/commands';
import { route } from '../../../lib/router.svelte';
import { toasts } from '../../../lib/toast.svelte';
import BackupsSection from './BackupsSection.svelte';
import { away, backup, content, restored, view } from './samples';

configure({ asyncUtilTimeout: 8000 }); // a busy machine draws a dialog slowly

const section = (handlers: Handlers) => {
  const fake = fakeBackend({ 'backup.list': () => view(), ...handlers });
  render(BackupsSection);
  return fake;
};
const called = (fake: ReturnType<typeof fakeBackend>, name: string) =>
  fake.calls.filter((one) => one.name === name).map((one) => one.params);
const refusal = (code: string, en: string) => ({ code, args: {}, sentence: { en, fr: '' } });
const open = async () => userEvent.click((await screen.findAllByTestId('backup-row'))[0]!);

afterEach(() => void (route.hash = ''));

describe('backups', () => {
  it('are made on asking, and the list is asked for anew', async () => {
    let rows = [] as ReturnType<typeof backup>[];
    const fake = section({
      'backup.list': () => view({ rows }),
      'backup.now': () => (rows = [backup()])[0],
    });
    expect(await screen.findByText('No backup yet')).toBeVisible();
    await userEvent.click(screen.getByTestId('backup'));
    expect(await screen.findByTestId('backup-done')).toHaveTextContent('Backed up, read back and checked (3.4 MB).');
    expect(screen.getByText('/home/ana/groundwork/backups/1')).toBeVisible();
    expect(await screen.findByTestId('backup-row')).toHaveTextContent(/after changes/);
    expect(called(fake, 'backup.now')).toHaveLength(1);
  });

  it('are made by the link of Today and of the palette too, once', async () => {
    route.hash = '#/settings/data?backup=1';
    const fake = section({ 'backup.now': () => backup() });
    expect(await screen.findByTestId('backup-done')).toBeVisible();
    expect(called(fake, 'backup.now')).toHaveLength(1);
    expect(route.params.get('backup')).toBeNull();
  });

  it('that fail say why and what to do, and can be tried again', async () => {
    let full = true;
    const full_disk = refusal('backup.no_space', 'The disk is full. Free some space.');
    section({
      'backup.list': () => view({ problem: full ? full_disk : null }),
      'backup.now': () => backup(),
    });
    const said = await screen.findByTestId('backup-problem');
    expect(said).toHaveTextContent('The last backup that was due was not made. The disk is full. Free some space.');
    full = false;
    await userEvent.click(within(said).getByRole('button', { name: 'Try again' }));
    await waitFor(() => expect(screen.queryByTestId('backup-problem')).toBeNull());
  });

  it('by the dozen show the newest, how far back they go, and all on asking', async () => {
    const rows = Array.from({ length: 80 }, (_, i) =>
      backup({ id: `here:${i}`, made: new Date(Date.UTC(2024, 5, 30) - i * 86_400_000).toISOString() }),
    );
    section({ 'backup.list': () => view({ rows }) });
    expect(await screen.findAllByTestId('backup-row')).toHaveLength(6);
    await userEvent.click(screen.getByRole('button', { name: /^74 more, back to \d+ April 2024$/ }));
    expect(screen.getAllByTestId('backup-row').length).toBeGreaterThan(20);
    await userEvent.click(screen.getByRole('button', { name: /^June 2024: 22 more$/ }));
    expect(screen.getAllByTestId('backup-row').length).toBeGreaterThan(40);
  });
});

describe('a backup that is looked into', () => {
  it('is held against what is there now, restored, and the way leads back', async () => {
    const fake = section({
      'backup.show': () => content(),
      'backup.restore': ({ id }: BackupParams) => reply(restored({ from: backup({ id }) }), { changed: ['*'] }),
    });
    await open();
    expect(await screen.findByRole('row', { name: 'projects 3 4 −1' })).toBeVisible();
    expect(screen.getByRole('row', { name: 'absences 2 2 as now' })).toBeVisible();
    expect(screen.getByTestId('backup-will')).toHaveTextContent(/what you have now is backed up first/);
    const asked = called(fake, 'backup.list').length;
    await userEvent.click(screen.getByTestId('restore'));
    expect(await screen.findByTestId('restored')).toHaveTextContent(/You have again what you had on 20 Nov 2026/);
    expect(screen.getByTestId('restored')).toHaveTextContent(/kept as a backup \(3.5 MB\); in the list: “before a restore”/);
    expect(screen.getByTestId('restored')).toHaveFocus();
    await waitFor(() => expect(called(fake, 'backup.list').length).toBeGreaterThan(asked));
    await userEvent.click(screen.getByTestId('go-back'));
    expect(await screen.findByText('Back as it was')).toBeVisible();
    expect(called(fake, 'backup.restore')).toEqual([
      { id: 'here:1', passphrase: null },
      { id: 'here:before', passphrase: null },
    ]);
    expect(screen.queryByTestId('go-back')).toBeNull();
  });

  it('asks for its passphrase where this computer does not know it, again where it is another one', async () => {
    const sealed = backup({ id: 'file:/x', made: null, why: { en: '', fr: '' }, encrypted: true });
    const fake = section({
      'backup.pick': () => sealed,
      'backup.show': ({ passphrase }: BackupParams) => {
        const fault = (code: string, en: string) =>
          content({ backup: sealed, whole: false, counts: [], fault: refusal(code, en) });
        if (!passphrase) return fault('backup.passphrase_needed', 'It is encrypted.');
        if (passphrase === 'good words') return content({ backup: backup({ id: 'file:/x' }) });
        throw new CommandError('backup.passphrase_wrong', {}, { en: 'This passphrase does not open it.', fr: '' });
      },
      'backup.restore': () => restored(),
    });
    await userEvent.click(await screen.findByTestId('backup-pick'));
    const field = await screen.findByTestId('passphrase');
    await waitFor(() => expect(field).toHaveFocus());
    expect(screen.queryByTestId('restore')).toBeNull();
    await userEvent.click(screen.getByTestId('open-sealed'));
    expect(field).toHaveAccessibleDescription('Write the passphrase first.');
    await userEvent.type(field, 'bad words{Enter}');
    await waitFor(() => expect(field).toHaveAccessibleDescription('This passphrase does not open it.'));
    expect(field).toHaveValue('bad words');
    await userEvent.clear(field);
    await userEvent.type(field, 'good words{Enter}');
    await userEvent.click(await screen.findByTestId('restore'));
    expect(await screen.findByTestId('restored')).toBeVisible();
    expect(called(fake, 'backup.restore')).toEqual([{ id: 'file:/x', passphrase: 'good words' }]);
  });

  it('that is not whole says so and cannot be restored', async () => {
    section({ 'backup.show': () => content({ whole: false, fault: refusal('backup.altered', 'A file was altered.') }) });
    await open();
    expect(await screen.findByText('A file was altered.')).toBeVisible();
    expect(screen.queryByTestId('restore')).toBeNull();
  });

  it('stays open with what went wrong where it could not be restored', async () => {
    section({
      'backup.show': () => content(),
      'backup.restore': () => {
        throw new CommandError('backup.no_space', {}, { en: 'The disk is full. Nothing was changed.', fr: '' });
      },
    });
    await open();
    await userEvent.click(await screen.findByTestId('restore'));
    expect(await screen.findByText('The disk is full. Nothing was changed.')).toBeVisible();
    expect(screen.getByTestId('restore')).toBeEnabled();
  });

  it('from elsewhere that is no backup is refused beside the button', async () => {
    section({
      'backup.pick': () => {
        throw new CommandError('backup.foreign', {}, { en: 'This is not a backup of Groundwork.', fr: '' });
      },
    });
    await userEvent.click(await screen.findByTestId('backup-pick'));
    expect(await screen.findByText('This is not a backup of Groundwork.')).toBeVisible();
    expect(screen.queryByTestId('backup-preview')).toBeNull();
  });
});

describe('the folder of choice', () => {
  it('is chosen in the dialog of the system; where none was chosen, all is as before', async () => {
    let chosen = false;
    const fake = section({
      'backup.list': () => view({ away: chosen ? away() : null }),
      'backup.set_folder': () => (chosen ? view({ away: away() }) : null),
    });
    await userEvent.click(await screen.findByTestId('away-choose'));
    expect(called(fake, 'backup.set_folder')).toEqual([{}]);
    expect(toasts.shown).toEqual([]);
    chosen = true;
    await userEvent.click(screen.getByTestId('away-choose'));
    expect(await screen.findByText('/media/stick/groundwork')).toBeVisible();
    expect(toasts.shown.at(-1)?.message).toBe('Backups go to that folder too from now on.');
  });

  it('that cannot be reached says what to do', async () => {
    section({ 'backup.list': () => view({ away: away({ reachable: false }) }) });
    expect(await screen.findByTestId('away-gone')).toHaveTextContent(/Plug in its stick or disk/);
  });

  it('is encrypted with a passphrase that is written twice', async () => {
    let sealed = false;
    const fake = section({
      'backup.list': () => view({ away: away({ encrypted: sealed }), passphrase: sealed }),
      'backup.set_passphrase': ({ passphrase }) => {
        sealed = passphrase !== null;
        return view({ away: away({ encrypted: sealed }) });
      },
    });
    await userEvent.click(await screen.findByTestId('seal-set'));
    expect(await screen.findByText(/nobody can open these backups, us included/)).toBeVisible();
    const [first, second] = [screen.getByTestId('seal-first'), screen.getByTestId('seal-second')];
    await userEvent.type(first, 'short{Enter}');
    expect(first).toHaveAccessibleDescription(/It needs at least 8 characters/);
    await userEvent.type(first, ' no longer');
    await userEvent.type(second, 'another one{Enter}');
    await waitFor(() => expect(second).toHaveAccessibleDescription('The two are not the same.'));
    expect(called(fake, 'backup.set_passphrase')).toEqual([]);
    await userEvent.clear(second);
    await userEvent.type(second, 'short no longer{Enter}');
    expect(await screen.findByTestId('seal-change')).toBeVisible();
    await userEvent.click(screen.getByTestId('seal-end'));
    expect(await screen.findByTestId('seal-set')).toBeVisible();
    expect(called(fake, 'backup.set_passphrase')).toEqual([{ passphrase: 'short no longer' }, { passphrase: null }]);
  });
});

it('a restore whose dialog was closed meanwhile tells of its end, with the way back', async () => {
  let end: (value: unknown) => void = () => {};
  section({ 'backup.show': () => content(), 'backup.restore': () => new Promise((done) => (end = done)) });
  await open();
  await userEvent.click(await screen.findByTestId('restore'));
  await userEvent.keyboard('{Escape}');
  await waitFor(() => expect(screen.queryByTestId('backup-preview')).toBeNull());
  end(restored());
  await waitFor(() => expect(toasts.shown.at(-1)?.message).toBe('Restored'));
  expect(toasts.shown.at(-1)?.action?.label).toBe('Go back');
});
