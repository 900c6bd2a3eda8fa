export interface Axis {
  label: string;
  proven: number;
  claimed: number;
  required?: number | null;
}

/** A point at `value` (0-5) on axis `i` of `n`, the first one upward, clockwise. */
export function point(i: number, n: number, value: number, radius: number): [number, number] {
  const angle = (i / n) * 2 * Math.PI - Math.PI / 2;
  const r = (Math.max(0, Math.min(5, value)) / 5) * radius;
  return [Math.round(Math.cos(angle) * r * 100) / 100, Math.round(Math.sin(angle) * r * 100) / 100];
}

/** The outline through all axes. */
export const outline = (values: number[], radius: number): string =>
  values.map((value, i) => `${i ? 'L' : 'M'}${point(i, values.length, value, radius).join(' ')}`).join('') + 'Z';

/** A label broken into at most two lines of about 16 letters. */
export function lines(label: string): string[] {
  if (label.length <= 16) return [label];
  const words = label.split(' ');
  let first = '';
  while (words.length > 1 && (!first || (first + words[0]).length < Math.max(10, label.length / 2))) first += `${words.shift()} `;
  return first ? [first.trim(), words.join(' ')] : [label];
}
