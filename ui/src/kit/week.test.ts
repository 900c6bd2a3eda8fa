import { describe, expect, it } from 'vitest';
import { reshape } from './week';

const sum = (days: number[] | null) => days?.reduce((a, b) => a + b, 0);

describe('another sum for a week', () => {
  it('keeps its shape: free days stay free, the long day stays the longest', () => {
    const days = reshape([90, 90, 0, 90, 90, 240, 120], 480);
    expect(sum(days)).toBe(480);
    expect(days?.[2]).toBe(0);
    expect(Math.max(...(days ?? []))).toBe(days?.[5]);
  });
  it('comes out to the minute, by steps of five', () => {
    for (const total of [300, 445, 600, 1200, 2405]) {
      const days = reshape([90, 90, 0, 90, 90, 240, 120], total);
      expect(sum(days)).toBe(total);
      expect(days?.every((day) => day % 5 === 0)).toBe(true);
    }
    expect(sum(reshape([90, 90, 0, 90, 90, 240, 120], 37))).toBe(37);
  });
  it('gives no day more than it has, and the rest to the others', () => {
    const days = reshape([600, 0, 0, 0, 0, 60, 60], 2400);
    expect(days?.[0]).toBe(1440);
    expect(sum(days)).toBe(2400);
  });
  it('has no answer for a week without a shape', () => expect(reshape([0, 0, null, 0, 0, 0, 0], 300)).toBeNull());
});
