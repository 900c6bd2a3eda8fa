import { describe, expect, it } from 'vitest';
import type { EvidenceRecord } from '../../backend/generated/commands';
import { blank, fromRecord, hostOf, problems, toLog, toParams } from './form';

const today = '2026-11-20';
const kept = (given: Partial<EvidenceRecord> = {}): EvidenceRecord => ({
  id: 'r1',
  skill: 'git',
  also: ['linux', 'sql'],
  what: { kind: 'review', states: 3 },
  from: null,
  ongoing: false,
  on: '2026-01-02',
  title: 'T',
  by: 'N. B.',
  words: 'W',
  url: '',
  ...given,
});

describe('a piece of evidence in its form', () => {
  it('asks for what its kind needs, for a skill, and for a day that has come', () => {
    expect(problems(blank('log', today, ['git']), today)).toEqual({ minutes: 'needed' });
    expect(problems(blank('review', today, ['git']), today)).toEqual({ by: 'needed', words: 'needed' });
    expect(problems({ ...blank('course', '2026-11-21'), url: 'example.org' }, today)).toEqual({
      skills: 'skills',
      title: 'needed',
      on: 'future',
      url: 'address',
    });
    expect(problems({ ...blank('contribution', today, ['git']), title: 'Fix' }, today)).toEqual({});
  });
  it('takes work from its first day, by role or by employer', () => {
    const work = { ...blank('work', today, ['git']), from: '2025-01-01' };
    expect(problems(work, today)).toEqual({ title: 'either' });
    expect(problems({ ...work, by: 'Mairie' }, today)).toEqual({});
    expect(problems({ ...work, by: 'Mairie', from: '' }, today)).toEqual({ from: 'needed' });
    expect(problems({ ...work, by: 'Mairie', on: '2024-12-31' }, today)).toEqual({ on: 'order' });
    expect(problems({ ...work, by: 'Mairie', from: '2027-01-01' }, today)).toEqual({ from: 'future' });
  });
  it('needs no last day while work goes on', () => {
    const goes = { ...blank('work', '', ['git']), from: '2025-01-01', title: 'Developer', ongoing: true };
    expect(problems(goes, today)).toEqual({});
    expect(toParams(goes, null)).toMatchObject({ from: '2025-01-01', ongoing: true, on: null });
  });
  it('takes work in months where the days are forgotten', () => {
    const months = { ...blank('work', today, ['git']), dated: false, months: 7, from: '2025-01-01', ongoing: true };
    expect(problems(months, today)).toEqual({});
    expect(problems({ ...months, months: null }, today)).toEqual({ months: 'needed' });
    expect(toParams(months, null)).toMatchObject({ what: { kind: 'work', months: 7 }, from: null, ongoing: false, on: today });
  });
  it('comes back from the form as it was kept, with all its skills', () => {
    for (const record of [
      kept(),
      kept({ what: { kind: 'contribution', form: null } }),
      kept({ what: { kind: 'contribution', form: 'talk' } }),
      kept({ what: { kind: 'work', months: 0 }, from: '2025-01-01' }),
      kept({ what: { kind: 'work', months: 9 }, also: [] }),
    ])
      expect(toParams(fromRecord(record), 'r1')).toEqual(record);
  });
  it('sends time to the time log', () => {
    expect(toLog({ ...blank('log', today, ['git']), minutes: 90, words: ' rebase ' })).toEqual({
      skill: 'git',
      minutes: 90,
      on: today,
      note: 'rebase',
    });
  });
  it('names a long address by its host, or by who is written to', () => {
    expect(hostOf('https://www.example.org/a/very/long/path')).toBe('example.org');
    expect(hostOf('mailto:ada@example.org')).toBe('ada@example.org');
    expect(hostOf('nonsense')).toBe('nonsense');
  });
});
