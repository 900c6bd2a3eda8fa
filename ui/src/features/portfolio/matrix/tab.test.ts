import { render, screen, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it } from 'vitest';
import { fakeBackend } from '../../../backend/fake';
import { inspector } from '../../../lib/inspector.svelte';
import { forgetAll } from '../../../lib/query.svelte';
import { setParams } from '../../../lib/router.svelte';
import MatrixTab from './MatrixTab.svelte';

const text = (en: string) => ({ en, fr: en });
const view = {
  columns: [
    { id: 'p1', source: 'project', name: 'Library API', on: '2026-10-03', counts: true },
    { id: 'p2', source: 'project', name: 'Booking', on: null, counts: false },
    { id: 'e1', source: 'review', name: 'Appraisal', on: '2026-09-14', counts: true },
  ],
  rows: [
    {
      skill: 'sql',
      name: text('SQL'),
      group: 'data',
      asked: 3,
      claimed: 3,
      proven: 3,
      cells: [{ column: 0, level: 3, audited: true, stale: false, counted: true }],
    },
    {
      skill: 'redis',
      name: text('Redis'),
      group: 'data',
      asked: 1,
      claimed: null,
      proven: 0,
      cells: [{ column: 1, level: 1, audited: false, stale: false, counted: false }],
    },
    { skill: 'docker', name: text('Docker'), group: 'cloud', asked: 2, claimed: 1, proven: 0, cells: [] },
  ],
  unproven: 1,
};
const groups = [
  { id: 'data', name: text('Data'), levels: [] },
  { id: 'cloud', name: text('Cloud'), levels: [] },
];
const open = async (given: object = view) => {
  fakeBackend({
    'projects.matrix': () => given,
    'skills.list': () => ({ target: null, groups, rows: [] }),
    'app.info': () => ({ empty: true }),
  });
  render(MatrixTab);
};

beforeEach(() => {
  forgetAll();
  inspector.close();
  setParams({ show: null });
});

describe('skills against what proves them', () => {
  it('says in words how much is proven, and by what each cell stands', async () => {
    await open();
    const grid = await screen.findByRole('grid');
    expect(
      screen.getByText('1 of the 3 skills asked have their level proven. 2 are proven by nothing; 1 of these are not begun.', {
        collapseWhitespace: true,
      }),
    ).toBeInTheDocument();
    expect(within(grid).getByText('carries 3, shown by the audit')).toBeInTheDocument();
    expect(within(grid).getByText('would carry 1 once the project is done')).toBeInTheDocument();
    expect(within(grid).getByText('proven by nothing, claimed 1 and asked 2')).toBeInTheDocument();
  });
  it('leaves the skills that nothing proves', async () => {
    await open();
    await userEvent.click(await screen.findByLabelText('Proven by nothing 2'));
    expect(screen.queryByTestId('matrix-row-sql')).toBeNull();
    expect(screen.getByTestId('matrix-row-redis')).toBeInTheDocument();
    expect(screen.getByTestId('matrix-row-docker')).toBeInTheDocument();
  });
  it('is walked with the arrows, one cell in the tab order, and opened with Enter', async () => {
    await open();
    const grid = await screen.findByRole('grid');
    const inOrder = () => [...grid.querySelectorAll<HTMLElement>('[tabindex="0"]')];
    expect(inOrder()).toHaveLength(1);
    inOrder()[0]!.focus();
    expect(document.activeElement).toHaveTextContent('SQL');
    await userEvent.keyboard('{ArrowRight}');
    expect(document.activeElement).toHaveTextContent('carries 3');
    expect(inOrder()).toHaveLength(1);
    expect(inspector.key).toBeNull();
    await userEvent.keyboard('{Enter}');
    expect(inspector.key).toBe('matrix:sql:p1');
    // What stands beside follows; a cell that holds nothing shows the skill.
    await userEvent.keyboard('{ArrowDown}');
    expect(inspector.key).toBe('matrix:redis:');
    await userEvent.keyboard('{ArrowUp}{ArrowUp}');
    expect(inspector.key).toBe('matrix::p1');
  });
  it('says what it will hold while there is no column', async () => {
    await open({ ...view, columns: [], rows: view.rows.map((row) => ({ ...row, cells: [] })) });
    expect(await screen.findByText('What is proven by what')).toBeInTheDocument();
    expect(screen.getByText(/Your target asks 3 skills/)).toBeInTheDocument();
  });
});
