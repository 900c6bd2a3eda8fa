import { describe, expect, it } from 'vitest';
import { fakeBackend } from '../../backend/fake';
import type { ProjectRecord } from '../../backend/generated/commands';
import { addressOf, emptyProject, isFine, moved, Saver, withCheck, wrongOf } from './portfolio';

const project = (more: Partial<ProjectRecord> = {}): ProjectRecord => ({
  id: 'p',
  ...emptyProject(),
  name: 'Library API',
  ...more,
});

describe('a checklist', () => {
  it('keeps the other lines when one is ticked', () => {
    const before = project({ checklist: { api: { mark: 'done', note: '' } } });
    expect(withCheck(before, 'tests', { mark: 'done', note: '' }).checklist).toEqual({
      api: { mark: 'done', note: '' },
      tests: { mark: 'done', note: '' },
    });
  });
  it('forgets a line that is open again and says nothing', () => {
    const before = project({ checklist: { api: { mark: 'done', note: '' } } });
    expect(withCheck(before, 'api', { mark: 'open', note: '' }).checklist).toEqual({});
    expect(withCheck(before, 'api', { mark: 'open', note: 'paging is missing' }).checklist).toHaveProperty('api');
  });
});

describe('saves in quick succession', () => {
  it('build on each other, so that nothing is lost', async () => {
    const sent: ProjectRecord[] = [];
    fakeBackend({
      'projects.save': async (params) => {
        await new Promise((later) => setTimeout(later, 5));
        sent.push(params as ProjectRecord);
        return { record: params };
      },
    });
    const saver = new Saver();
    saver.see(project());
    const first = saver.save((record) => withCheck(record, 'api', { mark: 'done', note: '' }));
    const second = saver.save((record) => withCheck(record, 'tests', { mark: 'done', note: '' }));
    saver.see(project()); // an older answer comes in between
    await Promise.all([first, second]);
    expect(Object.keys(sent[1]?.checklist ?? {})).toEqual(['api', 'tests']);
  });
  it('go on after one was refused', async () => {
    let calls = 0;
    fakeBackend({
      'projects.save': (params) => {
        if (calls++ === 0) throw new Error('no');
        return { record: params };
      },
    });
    const saver = new Saver();
    saver.see(project());
    const first = await saver.save((record) => record);
    const second = await saver.save((record) => ({ ...record, results: 'x' }));
    expect(first?.ok).toBe(false);
    expect(second?.ok).toBe(true);
  });
});

describe('a list in order', () => {
  it('moves one place, and not beyond its ends', () => {
    expect(moved(['a', 'b', 'c'], 0, 1)).toEqual(['b', 'a', 'c']);
    expect(moved(['a', 'b'], 0, -1)).toEqual(['a', 'b']);
  });
});

describe('the form of a project', () => {
  const form = { name: 'x', starts: '', ends: '', links: [], skills: [] };
  it('asks for a name and an order of days', () => {
    expect(wrongOf({ ...form, name: ' ' }).name).toBeTruthy();
    expect(wrongOf({ ...form, starts: '2026-05-02', ends: '2026-05-01' }).ends).toBeTruthy();
    expect(isFine(wrongOf(form))).toBe(true);
  });
  it('points at the wrong address and the skill named twice', () => {
    const skill = { skill: 'sql', level: 2, why: '' };
    const wrong = wrongOf({ ...form, links: [{ label: 'Code', url: 'javascript:alert(1)' }], skills: [skill, skill] });
    expect(Object.keys(wrong.links)).toEqual(['0']);
    expect(Object.keys(wrong.skills)).toEqual(['1']);
  });
  it('gives a bare address https', () => {
    expect(addressOf('example.org/x')).toBe('https://example.org/x');
    expect(addressOf('file:///etc/passwd')).toBeNull();
    expect(addressOf('hello')).toBeNull();
  });
});
