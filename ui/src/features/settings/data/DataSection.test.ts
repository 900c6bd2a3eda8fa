import { configure, render, screen, waitFor } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it } from 'vitest';
import { fakeBackend, type Handlers } from '../../../backend/fake';
import type { Info } from '../settings';
import DataSection from './DataSection.svelte';
import { moved } from './moved.svelte';

configure({ asyncUtilTimeout: 8000 });

const info = { data_dir: '/home/ana/groundwork', example: false, empty: false } as Info;
const section = (handlers: Handlers) => {
  const fake = fakeBackend(handlers);
  render(DataSection, { info });
  return fake;
};
const care = {
  state: 'open',
  folder: '/x',
  ended_badly: false,
  files_back: [] as string[],
  trouble: null,
  backup: null,
  salvage: null,
};

beforeEach(() => void (moved.view = null));

describe('the data folder', () => {
  it('is moved where the person chooses, and the program starts again', async () => {
    let chosen = false;
    const fake = section({
      'care.move': () => (chosen ? { from: '/home/ana/groundwork', to: '/media/disk/groundwork' } : null),
      'care.restart': () => null,
    });
    await userEvent.click(screen.getByTestId('data-move'));
    expect(screen.queryByTestId('data-moved')).toBeNull(); // no folder was chosen: all as before
    chosen = true;
    await userEvent.click(screen.getByTestId('data-move'));
    expect(await screen.findByTestId('data-moved')).toHaveTextContent(
      /\/media\/disk\/groundwork.*\/home\/ana\/groundwork.*still there too, under another name/,
    );
    await userEvent.click(screen.getByTestId('restart'));
    expect(fake.calls.map((one) => one.name)).toContain('care.restart');
  });

  it('is checked on asking: whole, or what is not', async () => {
    let trouble: unknown = null;
    section({ 'care.check': () => ({ ...care, trouble }) });
    await userEvent.click(screen.getByTestId('data-check'));
    expect(await screen.findByText('Everything was read and is whole.')).toBeVisible();
    care.files_back = ['diploma.pdf', 'notes.txt'];
    await userEvent.click(screen.getByTestId('data-check'));
    expect(await screen.findByText(/2 attached files .* are back from a backup: diploma\.pdf, notes\.txt/)).toBeVisible();
    care.files_back = [];
    trouble = { code: 'care.file', args: {}, sentence: { en: 'A file was altered.', fr: '' } };
    await userEvent.click(screen.getByTestId('data-check'));
    await waitFor(() =>
      expect(screen.getByTestId('data-checked')).toHaveTextContent('Not everything is whole. A file was altered.'),
    );
  });
});

describe('the report', () => {
  it('is shown word for word, says what it holds, and is saved', async () => {
    let place = false;
    section({
      'report.show': () => ({ text: 'version 0.1.0\n<b>log</b>' }),
      'report.save': () => (place ? { path: '/home/ana/report.txt' } : null),
    });
    await userEvent.click(screen.getByTestId('report-open'));
    const text = await screen.findByTestId('report-text');
    expect(text.textContent).toBe('version 0.1.0\n<b>log</b>');
    expect(screen.getByText(/no names, no notes/)).toBeVisible();
    await userEvent.click(screen.getByTestId('report-save'));
    expect(screen.queryByTestId('report-saved')).toBeNull();
    place = true;
    await userEvent.click(screen.getByTestId('report-save'));
    expect(await screen.findByTestId('report-saved')).toBeVisible();
    expect(screen.getByText('/home/ana/report.txt')).toBeVisible();
  });
});
