import { configure, render, screen, waitFor, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { CommandError } from '../../../backend/backend';
import { fakeBackend, reply, type Handlers } from '../../../backend/fake';
import type { ArchiveDifference, ArchivePreview } from '../../../backend/generated/commands';
import { toasts } from '../../../lib/toast.svelte';
import { allAs, something, sum, sumWords, takenWords } from './archive';
import ArchiveSection from './ArchiveSection.svelte';

configure({ asyncUtilTimeout: 8000 });

const same = (text: string) => ({ en: text, fr: text });
const differs = (key: string, here: string, there = here): ArchiveDifference => ({
  key,
  kind: 'project',
  kind_name: { en: 'project', fr: 'projet' },
  here: same(here),
  there: same(there),
  fields: [{ field: 'summary', name: { en: 'summary', fr: 'résumé' }, here: same('Old words'), there: same('') }],
});
const preview = (more: Partial<ArchivePreview> = {}): ArchivePreview => ({
  id: 'a1',
  path: '/home/ana/all.groundwork',
  made: '2026-10-01T18:20:00Z',
  program: '0.1.0',
  kinds: [{ kind: 'project', name: { en: 'projects', fr: 'projets' }, kept: false, new: 4, same: 1, different: 2, only_here: 3 }],
  different: [differs('project:1', 'Payments'), differs('project:2', 'Rules', 'Rules engine')],
  new_files: 5,
  missing_files: 0,
  same_files: 1,
  ...more,
});
const section = (handlers: Handlers) => {
  const fake = fakeBackend(handlers);
  render(ArchiveSection);
  return fake;
};
const called = (fake: ReturnType<typeof fakeBackend>, name: string) =>
  fake.calls.filter((one) => one.name === name).map((one) => one.params);

describe('what taking an archive in comes to', () => {
  it('is told as the person chooses', () => {
    const chosen = new Set(['project:2']);
    expect(sum(preview(), chosen)).toEqual({ added: 4, own: 0, files: 5, replaced: 1, kept: 1 });
    expect(sumWords(sum(preview(), chosen))).toBe('4 new · 5 files · 1 as in the archive · 1 as here');
    expect(takenWords({ added: 1, replaced: 0, kept: 2 })).toBe('1 added · 2 as here');
    expect([
      allAs(preview(), new Set()),
      allAs(preview(), chosen),
      allAs(preview(), new Set(['project:1', 'project:2'])),
    ]).toEqual(['here', '', 'there']);
  });
  it('tells what the program keeps apart from what is the person’s', () => {
    const kept = { kind: 'kept_day', name: same('kept standings'), kept: true, new: 3, same: 0, different: 0, only_here: 1 };
    const of = sum(preview({ kinds: [kept], new_files: 0, different: [] }), new Set());
    expect([something(of), sumWords(of)]).toEqual([true, '3 kept by the program']);
  });
  it('is nothing where all of it is here and stays', () => {
    const none = preview({ kinds: [], new_files: 0 });
    expect(something(sum(none, new Set()))).toBe(false);
    expect(something(sum(none, new Set(['project:1'])))).toBe(true);
  });
});

describe('an archive', () => {
  it('takes everything along and says where it lies and what is in it', async () => {
    let place = false;
    section({
      'archive.export': () =>
        place
          ? {
              path: '/home/ana/all.groundwork',
              bytes: 4_800_000,
              counts: [{ kind: 'project', name: { en: 'projects', fr: '' }, count: 4, now: null }],
              files: 12,
            }
          : null,
    });
    await userEvent.click(screen.getByTestId('archive-export'));
    expect(screen.queryByTestId('archive-saved')).toBeNull();
    place = true;
    await userEvent.click(screen.getByTestId('archive-export'));
    expect(await screen.findByTestId('archive-saved')).toHaveTextContent('Saved (4.8 MB). It lies in');
    expect(screen.getByText('/home/ana/all.groundwork')).toBeVisible();
    await userEvent.click(screen.getByText('What is in it'));
    expect(screen.getByText('Attached files').parentElement).toHaveTextContent('12');
  });

  it('is shown before it is taken in, each difference as the person chooses', async () => {
    const history = { seq: 7, name: 'archive.take', sentence: { en: 'Archive taken in', fr: '' } };
    const fake = section({
      'archive.read': () => preview(),
      'archive.take': () => reply({ added: 4, replaced: 1, kept: 1 }, { changed: ['*'], history }),
    });
    await userEvent.click(screen.getByTestId('archive-read'));
    expect(await screen.findByRole('row', { name: 'projects 4 1 2 3' })).toBeVisible();
    const second = screen.getByTestId('difference-project:2');
    expect(second).toHaveTextContent(/in the archive: Rules engine/);
    expect(within(second).getByRole('row', { name: 'summary Old words empty' })).toBeVisible();
    await userEvent.click(within(second).getByRole('radio', { name: 'As in the archive' }));
    expect(screen.getByTestId('archive-sum')).toHaveTextContent('4 new · 5 files · 1 as in the archive · 1 as here');
    await userEvent.click(screen.getByTestId('archive-take'));
    await waitFor(() => expect(screen.queryByTestId('archive-preview')).toBeNull());
    expect(called(fake, 'archive.take')).toEqual([{ id: 'a1', replace: ['project:2'] }]);
    expect(toasts.shown[0]?.message).toBe('Archive taken in. 4 added · 1 as in the archive · 1 as here');
    expect(toasts.shown[0]?.action?.label).toBe('Undo');
  });

  it('is taken over whole by one switch, and by it left as here again', async () => {
    const fake = section({ 'archive.read': () => preview(), 'archive.take': () => ({ added: 4, replaced: 2, kept: 0 }) });
    await userEvent.click(screen.getByTestId('archive-read'));
    await userEvent.click(await screen.findByRole('radio', { name: 'All as in the archive' }));
    expect(screen.getByTestId('archive-sum')).toHaveTextContent('2 as in the archive');
    await userEvent.click(screen.getByRole('radio', { name: 'All as here' }));
    expect(screen.getByTestId('archive-sum')).toHaveTextContent('2 as here');
    await userEvent.click(screen.getByRole('radio', { name: 'All as in the archive' }));
    await userEvent.click(screen.getByTestId('archive-take'));
    await waitFor(() => expect(called(fake, 'archive.take')).toEqual([{ id: 'a1', replace: ['project:1', 'project:2'] }]));
  });

  it('that holds nothing new says so', async () => {
    section({ 'archive.read': () => preview({ kinds: [], different: [], new_files: 0 }) });
    await userEvent.click(screen.getByTestId('archive-read'));
    expect(await screen.findByTestId('archive-nothing')).toBeVisible();
    expect(screen.queryByTestId('archive-take')).toBeNull();
  });

  it('that is hostile is refused beside the button, in the words of the core', async () => {
    section({
      'archive.read': () => {
        throw new CommandError(
          'archive.outside',
          {},
          { en: 'The file names a place outside itself. Nothing was written.', fr: '' },
        );
      },
    });
    await userEvent.click(screen.getByTestId('archive-read'));
    expect(await screen.findByTestId('archive-refused')).toHaveTextContent('The file names a place outside itself.');
    expect(screen.queryByTestId('archive-preview')).toBeNull();
  });

  it('that cannot be taken in leaves the choices as they were', async () => {
    section({
      'archive.read': () => preview(),
      'archive.take': () => {
        throw new CommandError('archive.gone', {}, { en: 'The file is no longer there.', fr: '' });
      },
    });
    await userEvent.click(screen.getByTestId('archive-read'));
    await userEvent.click(await screen.findByRole('radio', { name: 'All as in the archive' }));
    await userEvent.click(screen.getByTestId('archive-take'));
    expect(await screen.findByText('The file is no longer there.')).toBeVisible();
    expect(screen.getByRole('radio', { name: 'All as in the archive' })).toBeChecked();
  });
});
