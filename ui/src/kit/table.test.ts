import { render, screen } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { createRawSnippet } from 'svelte';
import { expect, it, vi } from 'vitest';
import Table, { type Column } from './Table.svelte';

interface Row {
  id: string;
  group: string;
}
const rows: Row[] = [
  { id: 'python', group: 'Languages' },
  { id: 'java', group: 'Languages' },
  { id: 'sql', group: 'Databases' },
];
const cell = createRawSnippet<[Row, Column]>((row) => ({ render: () => `<span>${row().id}</span>` }));
const columns: Column[] = [{ key: 'id', title: 'Skill', sort: true }];
const props = {
  label: 'Skills',
  rows,
  columns,
  key: (row: unknown) => (row as Row).id,
  group: (row: unknown) => (row as Row).group,
  cell,
};

it('moves through the rows with the arrow keys across groups, and opens with Enter', async () => {
  const onselect = vi.fn();
  const onopen = vi.fn();
  render(Table, { ...props, onselect, onopen } as never);
  await userEvent.tab();
  await userEvent.tab();
  expect(document.activeElement).toHaveTextContent('python');
  await userEvent.keyboard('{ArrowDown}{ArrowDown}');
  expect(onselect).toHaveBeenLastCalledWith(rows[2]);
  await userEvent.keyboard('{ArrowDown}{Home}{Enter}');
  expect(onopen).toHaveBeenLastCalledWith(rows[0]);
});

it('has one row in the tab order, and says which is selected', () => {
  render(Table, { ...props, selected: 'java', onselect: () => {} } as never);
  expect(screen.getByRole('grid', { name: 'Skills' })).toBeInTheDocument();
  const all = screen.getAllByRole('row').filter((row) => row.hasAttribute('data-item'));
  expect(all.map((row) => row.tabIndex)).toEqual([-1, 0, -1]);
  expect(all.map((row) => row.getAttribute('aria-selected'))).toEqual(['false', 'true', 'false']);
});

it('is a plain table where nothing can be chosen', () => {
  render(Table, props as never);
  expect(screen.getByRole('table', { name: 'Skills' })).toBeInTheDocument();
});
