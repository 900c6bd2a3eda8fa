import { render, screen } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { expect, it, vi } from 'vitest';
import { locale } from '../lib/locale.svelte';
import Level from './Level.svelte';
import LevelPicker from './LevelPicker.svelte';
import { cells } from './level';

it('fills what is proven and outlines what is only claimed', () => {
  expect(cells({ proven: 2, claimed: 3 })).toEqual(['proven', 'proven', 'claimed', 'empty', 'empty']);
});

it('hatches what would be proven if it were fresh', () => {
  expect(cells({ proven: 1, claimed: 3, stale: 2 })).toEqual(['proven', 'stale', 'claimed', 'empty', 'empty']);
});

it('fills beyond a claim that is lower than the proof', () => {
  expect(cells({ proven: 3, claimed: 1 })).toEqual(['proven', 'proven', 'proven', 'empty', 'empty']);
});

it('has five cells whatever it is given, and a notch under the required one', () => {
  const { container } = render(Level, { proven: 9, claimed: 0, required: 4 });
  const all = container.querySelectorAll('i');
  expect(all).toHaveLength(5);
  expect([...all].findIndex((cell) => cell.classList.contains('required'))).toBe(3);
});

it('says all of it to a screen reader, in both languages', () => {
  const { unmount } = render(Level, { proven: 1, claimed: 3, stale: 2, required: 2 });
  expect(screen.getByRole('img')).toHaveAccessibleName('proven 1 of 5, claimed 3, would be 2 if it were fresh, asked 2');
  unmount();
  locale.current = 'fr';
  render(Level, { proven: 1, claimed: 3, required: 2 });
  expect(screen.getByRole('img')).toHaveAccessibleName('prouvé 1 sur 5, déclaré 3, demandé 2');
});

it('is silent where the words beside it say the same', () => {
  render(Level, { proven: 1, claimed: 1, decorative: true });
  expect(screen.queryByRole('img')).toBeNull();
});

it('sets a level by keys alone, and tells what it means', async () => {
  const onchange = vi.fn();
  const names = ['None', 'Aware', 'Guided', 'Autonomous', 'Advanced', 'Reference'];
  render(LevelPicker, { label: 'SQL', value: 2, names, anchors: names.map((name) => `${name}: example`), onchange });
  expect(screen.getByText('Guided: example')).toBeInTheDocument();
  screen.getByRole('radio', { name: /Guided/ }).focus();
  await userEvent.keyboard('{ArrowRight}');
  expect(onchange).toHaveBeenLastCalledWith(3);
  expect(screen.getByText('Autonomous: example')).toBeInTheDocument();
});
