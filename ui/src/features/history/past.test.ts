import { describe, expect, it } from 'vitest';
import { locale } from '../../lib/locale.svelte';
import { dayTitle, fitting, joined, lineAfter, linesOf, onWay, seen, standing, tops, wayTo, type Row } from './past';

const row = (seq: number, given: Partial<Row> = {}): Row => ({
  seq,
  name: 'skills.set',
  sentence: { en: `Change ${seq}`, fr: `Changement ${seq}` },
  at: `2026-11-20T${String(8 + Math.floor(seq / 60)).padStart(2, '0')}:${String(seq % 60).padStart(2, '0')}:00Z`,
  origin: 'window',
  undone: false,
  rows: 1,
  ...given,
});
/** Five changes, the two newest taken back. */
const five = [5, 4, 3, 2, 1].map((seq) => row(seq, { undone: seq > 3, origin: seq % 2 ? 'terminal' : 'window' }));

describe('where the person is, and what a way costs', () => {
  it('stands at the newest change that was not taken back', () => {
    expect(standing(five)?.seq).toBe(3);
    expect(standing(five.slice(0, 2))).toBeNull();
    expect(standing([])).toBeNull();
  });

  it('counts what going back takes back, and how much of it the terminal did', () => {
    expect(wayTo(five, 1)).toEqual({ back: 2, again: 0, elsewhere: 1 });
    expect(wayTo(five, 0)).toEqual({ back: 3, again: 0, elsewhere: 2 });
  });

  it('counts what going forward makes again', () => {
    expect(wayTo(five, 4)).toEqual({ back: 0, again: 1, elsewhere: 0 });
    expect(wayTo(five, 5)).toEqual({ back: 0, again: 2, elsewhere: 1 });
  });

  it('has no way to where the person is', () => {
    expect(wayTo(five, 3)).toEqual({ back: 0, again: 0, elsewhere: 0 });
    expect(five.filter((one) => onWay(one, 3))).toEqual([]);
    expect(five.filter((one) => onWay(one, 1)).map((one) => one.seq)).toEqual([3, 2]);
    expect(five.filter((one) => onWay(one, 4)).map((one) => one.seq)).toEqual([4]);
  });
});

describe('the lines of the page', () => {
  const kinds = (rows: Row[], here: number, whole: boolean) =>
    linesOf(rows, here, whole).map((line) => (line.kind === 'row' ? line.seq : line.kind));

  it('mark the place between what is taken back and what stands, and end before the first change', () => {
    expect(kinds(five, 3, true)).toEqual(['day', 5, 4, 'here', 3, 2, 1, 'first']);
  });

  it('mark it at the top where all stands, and at the foot where nothing does', () => {
    expect(kinds([row(1)], 1, true)).toEqual(['here', 'day', 1, 'first']);
    expect(kinds([row(1, { undone: true })], 0, true)).toEqual(['day', 1, 'here', 'first']);
  });

  it('do not offer the point before the first change while older ones are not there', () => {
    expect(kinds(five, 3, false)).toEqual(['day', 5, 4, 'here', 3, 2, 1]);
    expect(kinds([row(9, { undone: true })], 0, false)).toEqual(['day', 9]);
  });

  it('name each day once', () => {
    const rows = [row(3), row(2, { at: '2026-11-19T12:00:00Z' }), row(1, { at: '2026-11-19T11:00:00Z' })];
    expect(kinds(rows, 3, false)).toEqual(['here', 'day', 3, 'day', 2, 1]);
  });

  it('keep the mark where it belongs when a filter hides the lines around it', () => {
    expect(kinds([five[0]!, five[4]!], 3, false)).toEqual(['day', 5, 'here', 1]);
  });

  it('say the day as the person does', () => {
    expect(dayTitle('2026-11-20', '2026-11-20')).toBe('Today');
    expect(dayTitle('2026-11-19', '2026-11-20')).toBe('Yesterday');
    expect(dayTitle('2026-10-31', '2026-11-01')).toBe('Yesterday');
    expect(dayTitle('2026-11-03', '2026-11-20')).toBe('Tuesday 3 November');
    expect(dayTitle('2025-11-03', '2026-11-20')).toBe('3 November 2025');
    locale.current = 'fr';
    expect(dayTitle('2026-11-03', '2026-11-20')).toBe('Mardi 3 novembre');
  });
});

describe('what is drawn of thousands of lines', () => {
  const lines = linesOf(
    [...Array(3000).keys()].map((i) => row(3000 - i, { at: '2026-11-20T09:00:00Z' })),
    3000,
    true,
  );
  const at = tops(lines, (line) => (line.kind === 'row' ? 35 : 40));

  it('is what touches the window, and no more', () => {
    expect(at.at(-1)).toBe(3000 * 35 + 3 * 40);
    const { from, to } = seen(at, 35_000, 35_900);
    expect(at[from]).toBeLessThanOrEqual(35_000);
    expect(at[to]).toBeGreaterThanOrEqual(35_900);
    expect(to - from).toBeLessThan(30);
  });

  it('reaches the ends', () => {
    expect(seen(at, -500, 100)).toEqual({ from: 0, to: 3 });
    expect(seen(at, 104_000, 200_000).to).toBe(lines.length);
    expect(seen([0], 0, 900)).toEqual({ from: 0, to: 0 });
  });

  it('is gone through by the keys of any list', () => {
    expect(lineAfter('ArrowDown', 3, 10)).toBe(4);
    expect(lineAfter('ArrowUp', 0, 10)).toBe(0);
    expect(lineAfter('PageDown', 3, 10)).toBe(9);
    expect(lineAfter('End', 0, 10)).toBe(9);
    expect(lineAfter('x', 0, 10)).toBeNull();
  });
});

describe('what is looked for', () => {
  it('is found by words and by origin, not by what is not said', () => {
    expect(fitting(five, 'change 4', 'all').map((one) => one.seq)).toEqual([4]);
    expect(fitting(five, '', 'terminal').map((one) => one.seq)).toEqual([5, 3, 1]);
    expect(fitting(five, '2026', 'all')).toEqual([]);
    expect(fitting(five, 'nowhere', 'all')).toEqual([]);
  });

  it('joins older lines to newer ones without one twice', () => {
    expect(joined([row(6), row(5), row(4)], five).map((one) => one.seq)).toEqual([6, 5, 4, 3, 2, 1]);
    expect(joined([], five)).toHaveLength(5);
  });
});
