import { describe, expect, it } from 'vitest';
import type { EvidenceRecord, EvidenceRowView, EvidenceSkillView } from '../../../backend/generated/commands';
import { byKind, monthsOf, nameOf, strongestFirst, totals, whenText } from './evidence';

const skill = (id: string, given: Partial<EvidenceSkillView> = {}): EvidenceSkillView => ({
  skill: id,
  name: { en: id, fr: id },
  carries: 2,
  counted: true,
  stale: false,
  ...given,
});
const row = (
  record: Partial<EvidenceRecord>,
  skills = [skill('sql')],
  given: Partial<EvidenceRowView> = {},
): EvidenceRowView => ({
  record: {
    id: 'r',
    skill: 'sql',
    also: [],
    what: { kind: 'course' },
    from: null,
    ongoing: false,
    on: '2026-03-14',
    title: 'CS50',
    by: 'Harvard',
    words: '',
    url: '',
    ...record,
  },
  months: null,
  skills,
  attachments: [],
  ...given,
});
const work = { what: { kind: 'work', months: 9 } } as const;

describe('the evidence tab', () => {
  it('puts records under their kind and leaves out kinds that have none', () => {
    const view = { rows: [row({}), row(work), row({ id: 's' })] };
    expect(byKind(view).map((group) => [group.kind, group.rows.length])).toEqual([
      ['work', 1],
      ['course', 2],
    ]);
  });
  it('counts each skill once, also where it is stale', () => {
    const view = { rows: [row({}, [skill('sql', { stale: true }), skill('git')]), row(work, [skill('sql', { stale: true })])] };
    expect(totals(view)).toEqual({ records: 2, skills: 2, stale: 1 });
  });
  it('counts months from the days where they are known, else as they were said', () => {
    expect(monthsOf(row(work))).toBe(9);
    expect(monthsOf(row({ ...work, from: '2024-01-01' }, [], { months: 26 }))).toBe(26);
    expect(monthsOf(row({}))).toBeNull();
  });
  it('tells a period for work and a day for the rest', () => {
    expect(whenText(row({}))).toBe('14 Mar 2026');
    expect(whenText(row({ ...work, from: '2024-09-02', ongoing: true }))).toBe('since September 2024');
    expect(whenText(row({ ...work, from: '2025-06-01', on: '2025-12-31' }))).toContain('June 2025');
    expect(whenText(row({ ...work, from: '2025-06-01', on: '2025-06-30' }))).toBe('June 2025');
    expect(whenText(row(work))).toBe('until March 2026');
  });
  it('is called by its title, else by who stands behind it', () => {
    expect(nameOf(row({}))).toBe('CS50');
    expect(nameOf(row({ title: '' }))).toBe('Harvard');
  });
  it('shows what counts first, the strongest before the others', () => {
    const order = strongestFirst([skill('a', { counted: false, carries: 4 }), skill('b', { carries: 1 }), skill('c')]);
    expect(order.map((one) => one.skill)).toEqual(['c', 'b', 'a']);
  });
});
