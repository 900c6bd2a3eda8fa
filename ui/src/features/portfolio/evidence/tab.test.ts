import { render, screen, waitFor, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it } from 'vitest';
import { fakeBackend, reply } from '../../../backend/fake';
import EvidenceDialog from '../../../lib/evidence/EvidenceDialog.svelte';
import { forgetAll } from '../../../lib/query.svelte';
import EvidenceTab from './EvidenceTab.svelte';

const text = (en: string) => ({ en, fr: en });
const skills = {
  target: null,
  groups: [{ id: 'data', name: text('Data'), levels: ['one', 'two', 'three', 'four', 'five'].map(text) }],
  rows: [
    { skill: 'sql', name: text('SQL'), group: 'data' },
    { skill: 'redis', name: text('Redis'), group: 'data' },
  ],
};
const record = (given: object = {}) => ({
  id: 'r1',
  skill: 'sql',
  also: ['redis'],
  what: { kind: 'review', states: 3 },
  from: null,
  ongoing: false,
  on: '2026-09-14',
  title: 'Appraisal',
  by: 'Marc Dupuis',
  words: 'Took the search over alone.',
  url: 'https://www.example.org/a/b',
  ...given,
});
const row = (given: object = {}, more: object = {}) => ({
  record: record(given),
  months: null,
  skills: [
    { skill: 'sql', name: text('SQL'), carries: 3, counted: true, stale: false },
    { skill: 'redis', name: text('Redis'), carries: 2, counted: false, stale: true },
  ],
  attachments: [],
  ...more,
});
const open = async (rows: object[], more: Parameters<typeof fakeBackend>[0] = {}) => {
  const fake = fakeBackend({
    'evidence.list': () => ({ rows }),
    'skills.list': () => skills,
    'app.info': () => ({ empty: true }),
    ...more,
  });
  render(EvidenceTab);
  await screen.findByText('What carries how far');
  return fake;
};
const sent = (fake: ReturnType<typeof fakeBackend>, name: string) => fake.calls.find((call) => call.name === name)?.params;

beforeEach(() => forgetAll());

describe('evidence that is not a project', () => {
  it('shows the words of a reviewer with name and day, and what they carry', async () => {
    await open([row()]);
    const group = await screen.findByTestId('evidence-review');
    expect(group).toHaveTextContent('“Took the search over alone.”');
    expect(group).toHaveTextContent('Marc Dupuis');
    expect(group).toHaveTextContent('14 Sept 2026 · Appraisal · states level 3');
    expect(within(group).getByText('carries 2, stale, does not raise the level')).toBeInTheDocument();
  });
  it('opens a proof by the core, with its host in sight', async () => {
    const fake = await open([row()], { 'links.open': () => null });
    await userEvent.click(await screen.findByText('example.org'));
    expect(sent(fake, 'links.open')).toEqual({ url: 'https://www.example.org/a/b' });
  });
  it('begins with any kind while there is none', async () => {
    await open([]);
    await userEvent.click(screen.getByRole('button', { name: 'Add a course' }));
    expect(await screen.findByRole('dialog')).toHaveTextContent('Add a course');
  });
  it('keeps work that goes on for several skills, and attaches a file to it at once', async () => {
    const fake = fakeBackend({
      'skills.list': () => skills,
      'evidence.save': (params) => reply({ ...record(), ...(params as object), id: 'new' }),
      'attachments.add': () => null,
    });
    render(EvidenceDialog, { open: true, kind: 'work', skills: ['sql', 'redis'] });
    await screen.findByLabelText('Remove Redis');
    await userEvent.type(screen.getByLabelText('Role'), 'Apprentice');
    await userEvent.type(screen.getByLabelText('Employer'), 'Town library');
    const [from] = screen.getAllByLabelText('First day');
    await userEvent.type(from!, '2025-09-01');
    await userEvent.click(screen.getByLabelText('It goes on'));
    expect(screen.queryByLabelText('Last day')).toBeNull();
    await userEvent.click(screen.getByText('Save and attach a file…'));
    await waitFor(() => expect(sent(fake, 'attachments.add')).toEqual({ owner: 'evidence', owner_id: 'new' }));
    expect(sent(fake, 'evidence.save')).toMatchObject({
      skill: 'sql',
      also: ['redis'],
      what: { kind: 'work' },
      from: '2025-09-01',
      ongoing: true,
      on: null,
      title: 'Apprentice',
      by: 'Town library',
    });
  });
  it('says what is missing beside its field, and no longer once it is there', async () => {
    const fake = await open([]);
    await userEvent.click(screen.getByRole('button', { name: 'Add a review' }));
    await userEvent.click(screen.getByTestId('save'));
    expect(screen.getAllByText('Needed before it can be saved.')).toHaveLength(2);
    expect(screen.getByText('Choose at least one skill.')).toBeInTheDocument();
    await userEvent.type(screen.getByLabelText('Name of the reviewer'), 'Ada');
    expect(screen.getAllByText('Needed before it can be saved.')).toHaveLength(1);
    expect(sent(fake, 'evidence.save')).toBeUndefined();
  });
  it('opens a record for change with Enter', async () => {
    await open([row()]);
    const item = (await screen.findByTestId('evidence-review')).querySelector<HTMLElement>('[data-item]')!;
    item.focus();
    await userEvent.keyboard('{Enter}');
    expect(await screen.findByDisplayValue('Took the search over alone.')).toBeInTheDocument();
    expect(screen.getByLabelText('Chosen skills')).toHaveTextContent('SQL');
  });
});
