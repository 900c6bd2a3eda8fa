import { describe, expect, it } from 'vitest';
import type { MatrixCell, MatrixColumn, MatrixRow, MatrixView } from '../../../backend/generated/commands';
import { cellWords, countOf, freshOf, groupRows, rowWords, shownRows, spans, standingOf, step, sums } from './matrix';

const column = (source: MatrixColumn['source'], given: Partial<MatrixColumn> = {}): MatrixColumn => ({
  id: source === 'log' ? null : source,
  source,
  name: source,
  on: null,
  counts: true,
  ...given,
});
const cell = (given: Partial<MatrixCell> = {}): MatrixCell => ({
  column: 0,
  level: 2,
  audited: false,
  stale: false,
  counted: true,
  ...given,
});
const row = (skill: string, given: Partial<MatrixRow> = {}): MatrixRow => ({
  skill,
  name: { en: skill, fr: skill },
  group: 'data',
  asked: 0,
  claimed: null,
  proven: 0,
  cells: [],
  ...given,
});
const view: MatrixView = {
  columns: [column('project'), column('project', { id: 'two', counts: false }), column('work'), column('log')],
  rows: [
    row('sql', { asked: 3, proven: 3, cells: [cell({ level: 3, audited: true })] }),
    row('docker', { asked: 2, cells: [cell({ column: 1 })] }),
    row('redis', { asked: 1, group: 'cache' }),
    row('perl', { claimed: 4, proven: 2, cells: [cell({ column: 2 })] }),
  ],
  unproven: 1,
};

describe('the matrix', () => {
  it('leaves the rows that a filter asks for, and tells how many they are', () => {
    const ids = (filter: Parameters<typeof shownRows>[1], words = '') => shownRows(view, filter, words).map((one) => one.skill);
    expect(ids('all')).toEqual(['sql', 'docker', 'redis', 'perl']);
    expect(ids('asked')).toEqual(['sql', 'docker', 'redis']);
    expect(ids('unproven')).toEqual(['docker', 'redis']);
    expect(ids('audited')).toEqual(['sql']);
    expect(ids('all', 'DOCK')).toEqual(['docker']);
    expect(countOf(view, 'unproven')).toBe(2);
  });
  it('tells what is proven by nothing from what nothing was begun for', () => {
    expect(sums(view)).toEqual({ asked: 3, met: 1, unproven: 2, silent: 1 });
  });
  it('keeps the skills under their groups, and a group that nobody knows at the end', () => {
    const groups = groupRows(view.rows, [{ id: 'data', name: { en: 'Data', fr: 'Données' } }]);
    expect(groups.map((one) => [one.name, one.rows.length])).toEqual([
      ['Data', 3],
      ['cache', 1],
    ]);
  });
  it('puts columns of one source under one heading', () => {
    expect(spans(view.columns)).toEqual([
      { source: 'project', from: 0, count: 2 },
      { source: 'work', from: 2, count: 1 },
      { source: 'log', from: 3, count: 1 },
    ]);
  });
});

describe('a cell of the matrix', () => {
  it('tells the audit, a description, a record and a project that is not done apart', () => {
    expect(standingOf(cell({ audited: true }), column('project'))).toBe('audited');
    expect(standingOf(cell(), column('project'))).toBe('described');
    expect(standingOf(cell(), column('work'))).toBe('recorded');
    expect(standingOf(cell({ audited: true }), column('project', { counts: false }))).toBe('would');
  });
  it('says in words what its form shows', () => {
    expect(cellWords(cell({ audited: true, level: 3 }), column('project'))).toBe('carries 3, shown by the audit');
    expect(cellWords(cell({ stale: true, counted: false }), column('work'))).toBe('carries 2, stale, does not raise the level');
    expect(cellWords(cell({ counted: false }), column('project', { counts: false }))).toBe(
      'would carry 2 once the project is done',
    );
    expect(cellWords(cell({ level: 0 }), column('log'))).toBe('begun, no level yet');
    expect(rowWords(view.rows[1]!)).toBe('begun, proven by nothing and asked 2');
  });
  it('shows one level more as what it carried before it grew old', () => {
    expect(freshOf(cell())).toBeNull();
    expect(freshOf(cell({ stale: true }))).toBe(3);
  });
});

describe('the arrows in the matrix', () => {
  it('go from cell to cell and stop at the edges', () => {
    expect(step({ row: 0, column: 0 }, 'ArrowRight', 4, 4)).toEqual({ row: 0, column: 1 });
    expect(step({ row: 0, column: 0 }, 'ArrowUp', 4, 4)).toEqual({ row: -1, column: 0 });
    expect(step({ row: 3, column: 3 }, 'ArrowDown', 4, 4)).toEqual({ row: 3, column: 3 });
    expect(step({ row: 0, column: -1 }, 'ArrowUp', 4, 4)).toEqual({ row: 0, column: -1 });
    expect(step({ row: -1, column: 0 }, 'ArrowLeft', 4, 4)).toEqual({ row: 0, column: -1 });
    expect(step({ row: 1, column: 1 }, 'x', 4, 4)).toBeNull();
  });
  it('go to the ends of a row with Home and End, of the whole with Ctrl', () => {
    expect(step({ row: 2, column: 1 }, 'Home', 4, 4)).toEqual({ row: 2, column: -1 });
    expect(step({ row: 2, column: 1 }, 'End', 4, 4)).toEqual({ row: 2, column: 3 });
    expect(step({ row: 2, column: 1 }, 'End', 4, 4, true)).toEqual({ row: 3, column: 3 });
    expect(step({ row: 2, column: 1 }, 'PageDown', 40, 4)).toEqual({ row: 12, column: 1 });
    expect(step({ row: 2, column: 1 }, 'PageUp', 40, 4)).toEqual({ row: 0, column: 1 });
  });
});
