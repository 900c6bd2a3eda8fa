import { describe, expect, it } from 'vitest';
import { fakeBackend } from '../../backend/fake';
import type { CheckView, ProjectRecord } from '../../backend/generated/commands';
import { addressOf, completeness, hostOf, isFine, paramsOf, placeText, Saver, shownWords, someOf, wrongOf } from './portfolio';
import { emptyProject } from './samples';

const project = (more: Partial<ProjectRecord> = {}): ProjectRecord => ({
  id: 'p',
  ...emptyProject(),
  name: 'Library API',
  ...more,
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
    const first = saver.save((record) => ({ ...record, role: 'Back end' }));
    const second = saver.save((record) => ({ ...record, team: 'Alone' }));
    saver.see(project()); // an older answer comes in between
    await Promise.all([first, second]);
    expect(sent[1]).toMatchObject({ role: 'Back end', team: 'Alone' });
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

describe('a save of the facts', () => {
  it('leaves the case study, the folder and the proofs alone', () => {
    const params = paramsOf(project({ story: '# Long', folder: '/home/x' }));
    expect(params).not.toHaveProperty('story');
    expect(params).not.toHaveProperty('folder');
    expect(params).not.toHaveProperty('proofs');
    expect(params.name).toBe('Library API');
  });
});

describe('how far a project is, in words', () => {
  const line = (id: string, mark: CheckView['state']['mark']): CheckView => ({
    item: { id, name: { en: id, fr: id }, hint: { en: '', fr: '' }, skills: [], shown_by: [], says: [] },
    state: { mark, note: '', planned: false, rests_on: null },
  });
  const of = (marks: CheckView['state']['mark'][], complete = false) => {
    const checklist = marks.map((mark, i) => line(`L${i + 1}`, mark));
    return completeness({ checklist, checked: marks.filter((mark) => mark !== 'open').length, complete });
  };
  it('names the first points that are open, and counts what does not apply as settled', () => {
    expect(of(['done', 'not_applicable', 'open', 'open', 'open'])).toBe('2 of 5 points stand; open: L3, L4 and 1 more.');
  });
  it('says complete only when the project is done', () => {
    expect(of(['done', 'done'])).toMatch(/once it is done/);
    expect(of(['done', 'done'], true)).toBe('Complete: all 2 points stand.');
  });
  it('does not scold when nothing is done, and says nothing without a checklist', () => {
    expect(of(['open', 'open'])).toBe('2 points, open so far.');
    expect(of([])).toBe('');
  });
});

describe('what the audit shows', () => {
  it('parts what was found from what was not', () => {
    const words = shownWords({ repository: true, own: false, tests: true, deployment: false });
    expect(words.found).toHaveLength(2);
    expect(words.not).toEqual(['your own commits', 'a way into production']);
  });
  it('names a place by file and line, or by the file alone', () => {
    expect(placeText({ file: 'src/a.py', line: 12 })).toBe('src/a.py:12');
    expect(placeText({ file: 'Dockerfile', line: 0 })).toBe('Dockerfile');
  });
});

describe('a list that is cut', () => {
  it('says how many more there are', () => {
    expect(someOf(['a', 'b', 'c', 'd'], 2)).toBe('a, b and 2 more');
    expect(someOf(['a', 'b'], 2)).toBe('a and b');
  });
});

describe('a link', () => {
  it('shows whom it leads to', () => {
    expect(hostOf('https://www.example.org/a?b')).toBe('example.org');
    expect(hostOf('mailto:a@b.org')).toBe('a@b.org');
  });
});
