import { fireEvent, render, screen } from '@testing-library/svelte';
import { expect, it, vi } from 'vitest';
import DateField from './DateField.svelte';
import HoursField from './HoursField.svelte';
import NumberField from './NumberField.svelte';
import { parseMinutes, parseNumber } from './parse';

it.each([
  ['1h30', 90],
  ['1 h 30', 90],
  ['1:30', 90],
  ['90 min', 90],
  ['1,5', 90],
  ['1.5 h', 90],
  ['2', 120],
  ['34 heures', 2040],
  ['', null],
  ['1h75', null],
  ['soon', null],
  ['-2', null],
])('reads %j as minutes', (text, minutes) => expect(parseMinutes(text)).toBe(minutes));

it('reads numbers with a comma or a point', () => {
  expect(parseNumber('1 234,5')).toBe(1234.5);
  expect(parseNumber('-3')).toBe(-3);
  expect(parseNumber('12e5')).toBeNull();
});

it('keeps the former length of time and says why when the new one is none', async () => {
  const onchange = vi.fn();
  render(HoursField, { label: 'Time', value: 60, onchange });
  await fireEvent.change(screen.getByLabelText('Time'), { target: { value: 'soon' } });
  expect(onchange).not.toHaveBeenCalled();
  expect(screen.getByRole('alert')).toHaveTextContent('Write a length of time');
  expect(screen.getByLabelText('Time')).toHaveAttribute('aria-invalid', 'true');
});

it('refuses a day before the first that is allowed', async () => {
  const onchange = vi.fn();
  render(DateField, { label: 'Due', value: '', min: '2026-11-20', onchange });
  await fireEvent.change(screen.getByLabelText('Due'), { target: { value: '2026-11-19' } });
  expect(screen.getByRole('alert')).toHaveTextContent('Choose 20 November 2026 or later.');
  await fireEvent.change(screen.getByLabelText('Due'), { target: { value: '2026-11-20' } });
  expect(onchange).toHaveBeenCalledWith('2026-11-20');
});

it('steps a number with the arrows, within its bounds', async () => {
  const onchange = vi.fn();
  render(NumberField, { label: 'Cost', value: 9, max: 10, onchange });
  const field = screen.getByLabelText('Cost');
  await fireEvent.keyDown(field, { key: 'ArrowUp' });
  await fireEvent.keyDown(field, { key: 'ArrowUp' });
  expect(onchange).toHaveBeenLastCalledWith(10);
});
