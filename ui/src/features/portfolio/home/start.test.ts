import { render, screen, waitFor } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { CommandError } from '../../../backend/backend';
import { fakeBackend, reply } from '../../../backend/fake';
import type { PracticeOption } from '../../../backend/generated/commands';
import StartDialog from './StartDialog.svelte';

const application: PracticeOption = {
  practice: 'complete-application',
  name: { en: 'A complete web application', fr: 'Une application web complète' },
  summary: { en: 'All of it.', fr: 'Le tout.' },
  checklist: [
    {
      id: 'tests',
      name: { en: 'Tests', fr: 'Tests' },
      hint: { en: 'They fail when it breaks.', fr: '…' },
      skills: [],
      shown_by: [],
      says: [],
    },
  ],
  is_project: true,
  asked: 2,
  made: 0,
  complete: 0,
};
const made = { record: { id: 'new' } };
const start = () => render(StartDialog, { open: true, practices: [application] });
const user = userEvent.setup();

describe('starting a project', () => {
  it('from a practice shows its checklist before, and begins it under its name', async () => {
    const core = fakeBackend({ 'projects.begin': () => made });
    start();
    expect(await screen.findByText('They fail when it breaks.')).toBeVisible();
    await user.type(screen.getByLabelText('Name of your project'), 'Library API');
    await user.click(screen.getByTestId('save'));
    expect(core.calls).toContainEqual({
      name: 'projects.begin',
      params: { practice: 'complete-application', name: 'Library API' },
    });
    await waitFor(() => expect(location.hash).toBe('#/portfolio/new'));
  });

  it('asks for a name beside the field, and sends nothing before', async () => {
    const core = fakeBackend({});
    start();
    await user.click(await screen.findByTestId('save'));
    expect(await screen.findByText('Give it a name.')).toBeVisible();
    expect(core.calls).toEqual([]);
  });

  it('empty asks only for a name and where it stands', async () => {
    const core = fakeBackend({ 'projects.save': () => made });
    start();
    await user.click(await screen.findByRole('radio', { name: /Empty/ }));
    await user.type(screen.getByLabelText('Name'), 'Idea box');
    await user.click(screen.getByRole('radio', { name: 'Idea' }));
    await user.click(screen.getByTestId('save'));
    expect(core.calls).toContainEqual({ name: 'projects.save', params: { name: 'Idea box', status: 'idea' } });
  });
});

describe('starting from a folder', () => {
  const folder = async () => user.click(await screen.findByRole('radio', { name: /From a folder/ }));

  it('shows how far the audit is, can be stopped, and opens the audit of the new project', async () => {
    let finish: (value: unknown) => void = () => {};
    const core = fakeBackend({
      'projects.begin_folder': () => new Promise((later) => (finish = later)),
      'audit.progress': () => ({ stage: 'files', files: 120, files_total: 480, commits: 9 }),
      'audit.cancel': () => null,
    });
    start();
    await folder();
    await user.click(screen.getByTestId('save'));
    expect(await screen.findByText(/120 of 480/)).toBeVisible();
    await user.click(screen.getByTestId('audit-stop'));
    expect(core.calls).toContainEqual({ name: 'audit.cancel', params: {} });
    finish(reply(made));
    await waitFor(() => expect(location.hash).toBe('#/portfolio/new?section=audit'));
  });

  it('says so when no folder was chosen, and stays open', async () => {
    fakeBackend({ 'projects.begin_folder': () => null, 'audit.progress': () => null });
    start();
    await folder();
    await user.click(screen.getByTestId('save'));
    expect(await screen.findByText(/No folder was chosen/)).toBeVisible();
  });

  it('shows the core’s sentence when the folder is another project’s', async () => {
    fakeBackend({
      'projects.begin_folder': () => {
        throw new CommandError('project.folder_known', { name: 'Library API' });
      },
      'audit.progress': () => null,
    });
    start();
    await folder();
    await user.click(screen.getByTestId('save'));
    expect(await screen.findByRole('alert')).toHaveTextContent(/./);
  });
});
