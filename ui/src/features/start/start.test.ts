import { describe, expect, test } from 'vitest';
import { addMonths, anchor, byGroup, levelsOf, type Group, type Question } from './start';

const text = (en: string) => ({ en, fr: en });
const question = (skill: string, group: string): Question => ({
  skill,
  name: text(skill),
  group,
  required: 2,
  core: false,
  claimed: null,
});
const data: Group = { id: 'data', name: text('Data'), levels: [1, 2, 3, 4, 5].map((n) => text(`level ${n}`)) };
const soft: Group = { id: 'soft', name: text('People'), levels: [] };

describe('a day so many months on', () => {
  test('is the same day of the month', () => expect(addMonths('2026-11-20', 6)).toBe('2027-05-20'));
  test('is the last day of a shorter month', () => expect(addMonths('2026-08-31', 6)).toBe('2027-02-28'));
});

describe('the questions', () => {
  test('stand in the order of the groups, without empty groups', () => {
    const parts = byGroup([question('sql', 'data')], [soft, data]);
    expect(parts.map((part) => part.group.id)).toEqual(['data']);
  });
  test('what is left out is not claimed, and zero is', () => {
    const asked = [question('sql', 'data'), question('orm', 'data'), question('git', 'data')];
    expect(levelsOf({ sql: 0, git: 3 }, asked).map(({ skill, level }) => [skill, level])).toEqual([
      ['sql', 0],
      ['git', 3],
    ]);
  });
  test('answers to skills that another target does not ask are left out', () => {
    expect(levelsOf({ python: 3 }, [question('sql', 'data')])).toEqual([]);
  });
  test('level 0 has words of its own', () => {
    expect(anchor(data, 0, 'none')).toBe('none');
    expect(anchor(data, 2, 'none')).toEqual(text('level 2'));
  });
});
