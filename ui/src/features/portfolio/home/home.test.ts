import { describe, expect, it } from 'vitest';
import type { AuditBrief, PracticeOption, ProjectStatus, ProjectView } from '../../../backend/generated/commands';
import { emptyProject } from '../samples';
import { auditLines, byStatus, sorted, startable, statusOptions } from './home';

const project = (name: string, status: ProjectStatus, more: Partial<ProjectView> = {}): ProjectView => ({
  record: { id: name, ...emptyProject(), name, status },
  practice_name: null,
  skills: [],
  checklist: [],
  checked: 0,
  complete: false,
  attachments: [],
  cover: null,
  audit: null,
  ...more,
});
const practice = (id: string, more: Partial<PracticeOption> = {}): PracticeOption => ({
  practice: id,
  name: { en: id, fr: id },
  summary: { en: '', fr: '' },
  checklist: [],
  is_project: true,
  asked: 0,
  made: 0,
  complete: 0,
  ...more,
});

describe('the filter by status', () => {
  const all = [project('a', 'doing'), project('b', 'shown'), project('c', 'doing')];
  it('offers only what there is, with how many', () => {
    expect(statusOptions(all).map((one) => one.label)).toEqual(['All 3', 'In progress 2', 'Shown 1']);
    expect(byStatus(all, 'doing').map((one) => one.record.name)).toEqual(['a', 'c']);
    expect(byStatus(all, '')).toHaveLength(3);
  });
});

describe('the table', () => {
  it('sorts by where a project stands, from idea to shown, and by name as the language does', () => {
    const all = [project('b', 'shown'), project('É', 'idea'), project('f', 'doing')];
    const names = (key: string, descending = false) => sorted(all, { key, descending }).map((one) => one.record.name);
    expect(names('status')).toEqual(['É', 'f', 'b']);
    expect(names('name')).toEqual(['b', 'É', 'f']);
    expect(names('name', true)).toEqual(['f', 'É', 'b']);
    expect(sorted(all, null)).toBe(all);
  });
});

describe('the kinds to start from', () => {
  it('are those that become projects, what the target still asks first', () => {
    const kinds = [
      practice('stack'),
      practice('talk', { is_project: false }),
      practice('application', { asked: 2, complete: 1 }),
      practice('met', { asked: 1, complete: 1 }),
    ];
    expect(startable(kinds).map((one) => one.practice)).toEqual(['application', 'stack', 'met']);
  });
});

describe('what the audit shows on a card', () => {
  const shown = { repository: true, own: true, tests: true, deployment: false };
  const audit = { languages: ['Python', 'SQL'], code: 4360, shown } as AuditBrief;
  it('is how much of what, and what else was found; own commits imply the repository', () => {
    expect(auditLines({ audit })).toEqual(['Python and SQL, 4,360 lines of code', 'Found: your own commits and tests']);
  });
  it('is nothing without an audit, and never a zero', () => {
    const bare = { ...audit, languages: [], code: 0, shown: { ...shown, repository: false, own: false, tests: false } };
    expect(auditLines({ audit: null })).toEqual([]);
    expect(auditLines({ audit: bare })).toEqual([]);
  });
});
