import { render, screen, waitFor } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it } from 'vitest';
import { backend, CommandError } from '../../backend/backend';
import { fakeBackend, reply, type Handlers } from '../../backend/fake';
import type { CareView } from '../../backend/generated/commands';
import CareBanner, { forgetStart } from '../../frame/CareBanner.svelte';
import { care, lookAfter, reopen, watchCare } from '../../lib/care.svelte';
import { setLanguage } from '../../lib/locale.svelte';
import { toasts } from '../../lib/toast.svelte';
import { better, heldBy } from './care';
import CarePage from './CarePage.svelte';

const text = (en: string) => ({ en, fr: `${en} (fr)` });
const count = (kind: string, n: number) => ({ kind, name: text(kind), count: n, now: null });
const backup = {
  backup: {
    id: 'here:1',
    made: '2026-11-19T18:30:00Z',
    why: text('after changes'),
    reason: 'changes',
    bytes: 10,
    encrypted: false,
    away: false,
    path: '/data/backups/1',
  },
  whole: true,
  fault: null,
  counts: [count('projects', 4), count('logs', 400)],
  files: 2,
  file_bytes: 2_000_000,
  newest_at: '2026-11-19T18:12:00Z',
  newest: text('Logged 1 h'),
  program: '0.1.0',
};
const salvage = { counts: [count('projects', 4), count('logs', 406), count('notes', 1)], lost: 3, complete: false };
const damaged = (given: Partial<CareView> = {}): CareView => ({
  state: 'damaged',
  folder: '/data',
  ended_badly: false,
  files_back: [],
  trouble: { code: 'store.damaged', args: {}, sentence: text('The data file is damaged (x).') },
  backup: null,
  salvage: null,
  ...given,
});
const refused = () => {
  throw new CommandError('store.damaged', {}, text('The data file is damaged (x).'));
};
const show = (view: CareView, handlers: Handlers = {}) => {
  const fake = fakeBackend({ 'app.info': () => ({ version: '1' }), 'preferences.show': () => ({ views: {} }), ...handlers });
  care.view = view;
  render(CarePage, { view, onopen: reopen });
  return fake;
};
beforeEach(() => reopen());

describe('damaged data', () => {
  it('is noticed by any call that is refused for it, and only then asked about', async () => {
    const fake = fakeBackend({ 'skills.list': refused, 'care.show': () => damaged() });
    const stop = watchCare();
    await backend()
      .call('skills.list', {})
      .catch(() => {});
    await waitFor(() => expect(care.view?.state).toBe('damaged'));
    expect(fake.calls.map((call) => call.name)).toEqual(['skills.list', 'care.show']);
    stop();
  });

  it('is not cried over a single file, nor asked about again and again', async () => {
    const fake = fakeBackend({ 'skills.list': refused, 'care.show': () => ({ ...damaged(), state: 'open' }) });
    await lookAfter();
    await lookAfter();
    expect(care.view).toBeNull();
    expect(fake.calls).toHaveLength(1);
  });

  it('is told even where not even that can be asked', async () => {
    fakeBackend({ 'care.show': refused });
    await lookAfter();
    expect(care.view).toMatchObject({ state: 'damaged', backup: null, salvage: null });
  });

  it('offers the backup with its day and what would be missing, and brings it back by one button', async () => {
    const fake = show(damaged({ backup, salvage }), {
      'care.restore': () => reply({ from: backup.backup, before: null, aside: '/data/damaged/1', counts: backup.counts }),
    });
    expect(screen.getByTestId('care-backup')).toHaveTextContent('What you did after that would be missing.');
    expect(screen.getByTestId('care-backup')).toHaveTextContent('surest');
    expect(screen.getByTestId('care-salvaged')).toHaveTextContent('About 3 records cannot be read');
    expect(screen.getByTestId('care-folder')).toHaveTextContent('/data');
    await userEvent.click(screen.getByTestId('care-restore'));
    expect(await screen.findByTestId('care-aside')).toHaveTextContent('/data/damaged/1');
    await userEvent.click(screen.getByTestId('care-open'));
    await waitFor(() => expect(care.view).toBeNull());
    expect(fake.calls.map((call) => call.name)).toEqual(['care.restore', 'app.info', 'preferences.show']);
  });

  it('takes what can be read where no backup is whole', async () => {
    const fake = show(damaged({ salvage }), { 'care.salvage': () => ({ aside: '/data/damaged/1', counts: salvage.counts }) });
    expect(screen.queryByTestId('care-restore')).not.toBeInTheDocument();
    await userEvent.click(screen.getByTestId('care-salvage'));
    await screen.findByTestId('care-open');
    expect(fake.calls[0]?.name).toBe('care.salvage');
  });

  it('says why it could not be mended, and still offers both', async () => {
    show(damaged({ backup, salvage }), {
      'care.restore': () => {
        throw new CommandError('store.disk_full', {}, text('The disk is full. Nothing was changed.'));
      },
    });
    await userEvent.click(screen.getByTestId('care-restore'));
    expect(await screen.findByRole('alert')).toHaveTextContent('The disk is full.');
    expect(screen.getByTestId('care-salvage')).toBeEnabled();
  });

  it('offers to start again where the program cannot go on as it is', async () => {
    const fake = show(damaged({ salvage }), {
      'care.salvage': () => ({ aside: '/data/damaged/1', counts: [] }),
      'app.info': () => {
        throw new CommandError('store.busy', {}, text('Busy.'));
      },
      'care.restart': () => null,
    });
    await userEvent.click(screen.getByTestId('care-salvage'));
    await userEvent.click(await screen.findByTestId('care-open'));
    await userEvent.click(await screen.findByTestId('care-restart'));
    expect(fake.calls.at(-1)?.name).toBe('care.restart');
  });

  it('without a way out says where the file lies, takes a backup from elsewhere, and saves a report', async () => {
    const fake = show(damaged(), {
      'report.save': () => ({ path: '/home/report.txt' }),
      'backup.pick': () => ({ ...backup.backup, id: 'file:1', encrypted: true, path: '/stick/b' }),
      'backup.restore': ({ passphrase }) => {
        if (passphrase !== 'right') throw new CommandError('backup.passphrase', {}, text('This does not open it.'));
        return { from: backup.backup, before: null, aside: null, counts: [] };
      },
    });
    expect(screen.getByText(/There is no whole backup here/)).toBeInTheDocument();
    await userEvent.click(screen.getByTestId('care-report'));
    expect(await screen.findByText('/home/report.txt')).toBeInTheDocument();
    await userEvent.click(screen.getByTestId('care-pick'));
    const field = await screen.findByLabelText('Its passphrase');
    await userEvent.type(field, 'wrong');
    await userEvent.click(screen.getByTestId('care-file'));
    expect(await screen.findByText('This does not open it.')).toBeInTheDocument();
    await userEvent.clear(field);
    await userEvent.type(field, 'right');
    await userEvent.click(screen.getByTestId('care-file'));
    await screen.findByTestId('care-open');
    expect(fake.calls.at(-1)?.params).toEqual({ id: 'file:1', passphrase: 'right' });
  });

  it('is begun anew on request, and the damaged file stays', async () => {
    const fake = show(damaged(), { 'care.begin': () => ({ aside: '/data/damaged/1', counts: [] }) });
    await userEvent.click(screen.getByTestId('care-begin'));
    expect(await screen.findByTestId('care-aside')).toHaveTextContent('/data/damaged/1');
    expect(fake.calls[0]?.name).toBe('care.begin');
  });

  it('is called missing where the file is gone, not damaged', async () => {
    const trouble = { code: 'store.lost_database', args: {}, sentence: text('The data file is missing.') };
    show(damaged({ trouble, backup }));
    expect(screen.getByRole('heading', { level: 1 })).toHaveTextContent('Your data file is missing');
  });

  it('is spoken of in French too', async () => {
    await setLanguage('fr');
    show(damaged({ backup }));
    expect(screen.getByRole('heading', { level: 1 })).toHaveTextContent('Votre fichier de données est endommagé');
    await setLanguage('en');
  });

  it('is weighed: a file that is readable whole, else the backup, else what can be read', () => {
    expect(better({ backup, salvage })).toBe('backup');
    expect(better({ backup, salvage: { ...salvage, complete: true } })).toBe('salvage');
    expect(better({ backup: null, salvage })).toBe('salvage');
    expect(better({ backup: null, salvage: null })).toBeNull();
    expect(heldBy({ backup, salvage })).toEqual([
      { kind: 'projects', name: 'projects', backup: 4, salvage: 4 },
      { kind: 'logs', name: 'logs', backup: 400, salvage: 406 },
      { kind: 'notes', name: 'notes', backup: 0, salvage: 1 },
    ]);
    expect(heldBy({ backup: null, salvage })[0]).toMatchObject({ backup: null, salvage: 4 });
  });
});

describe('what is said above every page', () => {
  const info = (given: object) => ({
    'app.info': () => ({ data_dir: '/data', read_only: false, ended_badly: false, backup_problem: null, ...given }),
  });

  it('tells that everything can be read and nothing changed, and why', async () => {
    fakeBackend(info({ read_only: true }));
    render(CareBanner);
    expect(await screen.findByTestId('read-only')).toHaveTextContent('the folder /data cannot be written');
  });

  it('tells that backups fail, with the way to Settings, until it is put away', async () => {
    fakeBackend(info({ backup_problem: { code: 'backup.gone', args: {}, sentence: text('The stick is not there.') } }));
    render(CareBanner);
    expect(await screen.findByTestId('backup-problem')).toHaveTextContent('The stick is not there.');
    expect(screen.getByRole('link', { name: 'See the backups' })).toHaveAttribute('href', '#/settings/backups');
    await userEvent.click(screen.getByRole('button', { name: 'Close' }));
    expect(screen.queryByTestId('backup-problem')).not.toBeInTheDocument();
  });

  it('tells once that all is whole after an unclean end', async () => {
    forgetStart();
    fakeBackend(info({ ended_badly: true }));
    const { unmount } = render(CareBanner);
    await waitFor(() => expect(toasts.shown[0]?.message).toContain('Everything was checked'));
    toasts.clear();
    unmount();
    render(CareBanner);
    await new Promise((later) => setTimeout(later, 60));
    expect(toasts.shown).toEqual([]);
  });

  it('asks nothing before the first paint', () => {
    const fake = fakeBackend(info({}));
    render(CareBanner);
    expect(fake.calls).toEqual([]);
  });
});
