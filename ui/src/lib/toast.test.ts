import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { fireEvent, render, screen } from '@testing-library/svelte';
import Toaster from '../kit/Toaster.svelte';
import { toast, toasts } from './toast.svelte';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

it('says what was done and takes it back on request', async () => {
  const undo = vi.fn();
  render(Toaster);
  toast('Level of SQL set to 3', { action: { label: 'Undo', run: undo } });
  expect(await screen.findByText('Level of SQL set to 3')).toBeInTheDocument();
  await fireEvent.click(screen.getByRole('button', { name: 'Undo' }));
  expect(undo).toHaveBeenCalledOnce();
  expect(toasts.shown).toHaveLength(0);
});

it('goes by itself, but not while the pointer rests on it', async () => {
  render(Toaster);
  toast('Saved', { timeout: 4000 });
  const region = screen.getByRole('region');
  vi.advanceTimersByTime(3000);
  await fireEvent.mouseEnter(region);
  vi.advanceTimersByTime(60_000);
  expect(toasts.shown).toHaveLength(1);
  await fireEvent.mouseLeave(region);
  vi.advanceTimersByTime(1600);
  expect(toasts.shown).toHaveLength(0);
});

it('keeps an error until it is closed, and says it at once to a screen reader', async () => {
  render(Toaster);
  toast('The disk is full. Nothing was lost.', { tone: 'brick' });
  vi.advanceTimersByTime(600_000);
  expect(await screen.findByRole('alert')).toHaveTextContent('The disk is full');
});

it('shows one undo at a time', () => {
  toast('first', { topic: 'history' });
  toast('second', { topic: 'history' });
  expect(toasts.shown.map((one) => one.message)).toEqual(['second']);
});
