import { describe, expect, test } from 'vitest';
import { draftOf, keepDraft } from './drafts';
import { effective, fittingChoices, membersOf, packParts, same, type Role } from './settings';

const role = {
  choices: [
    {
      id: 'language',
      members: [
        { skill: 'python', with: null },
        { skill: 'java', with: null },
      ],
    },
    {
      id: 'framework',
      members: [
        { skill: 'django', with: 'python' },
        { skill: 'flask', with: 'python' },
        { skill: 'spring', with: 'java' },
      ],
    },
  ],
  stacks: [{ id: 'py', choices: { language: 'python', framework: 'django' } }],
} as unknown as Role;

describe('the choices of a target', () => {
  test('an own choice counts before the stack’s', () => {
    expect(effective(role, { stack: 'py', choices: { framework: 'flask' } })).toEqual({ language: 'python', framework: 'flask' });
  });
  test('only the frameworks of the chosen language are offered', () => {
    expect(membersOf(role, 'framework', { language: 'java' })).toEqual(['spring']);
    expect(membersOf(role, 'framework', { language: 'python', framework: 'flask' })).toEqual(['django', 'flask']);
  });
  test('all are offered while no language is chosen', () =>
    expect(membersOf(role, 'framework', {})).toEqual(['django', 'flask', 'spring']));
  test('a framework is let go when its language is', () => {
    expect(fittingChoices(role, { stack: 'py', choices: { language: 'java', framework: 'flask' } })).toEqual({
      language: 'java',
    });
  });
});

test('the pack’s words are an id and a version', () =>
  expect(packParts('backend-developer 1.0.0')).toEqual({ id: 'backend-developer', version: '1.0.0' }));
test('a form is changed when a value in it is', () => {
  expect(same({ a: [1] }, { a: [1] })).toBe(true);
  expect(same({ a: [1] }, { a: [2] })).toBe(false);
});

test('what was written and not saved is there again, until what is kept has changed', () => {
  keepDraft('target', { rung: 'junior' }, { rung: 'senior' });
  expect(draftOf('target', { rung: 'junior' })).toEqual({ rung: 'senior' });
  expect(draftOf('target', { rung: 'lead' })).toBeNull();
  keepDraft('target', { rung: 'junior' }, { rung: 'junior' });
  expect(draftOf('target', { rung: 'junior' })).toBeNull();
});
