// For tests: reports and what the core makes of them.
import type { AuditOfferView, AuditView, Finding, ProjectPageView, Report } from '../../../backend/generated/commands';

export const finding = (
  rule: string,
  { name = rule, ...more }: Partial<Omit<Finding, 'name'>> & { name?: string } = {},
): Finding => ({
  rule,
  kind: 'framework',
  name: { en: name, fr: name },
  skills: [],
  strength: 'direct',
  places: [{ file: 'pyproject.toml', line: 14 }],
  count: 1,
  aside: false,
  ...more,
});

export const report = (more: Partial<Report> = {}): Report => ({
  rules: 1,
  folder: 'bookshelf-api',
  git: {
    head: '4c1d2f0b6a8e9d7c5b3a1f2e4d6c8b0a9e7f5d3c',
    branch: 'main',
    bare: false,
    shallow: false,
    worktree: false,
    submodule: false,
    object_bytes: 1_843_221,
    remotes: [],
    submodules: [],
    tags: 0,
  },
  history: {
    commits: 214,
    own: 187,
    authors: 3,
    first: '2026-02-03',
    last: '2026-11-15',
    own_first: '2026-02-03',
    own_last: '2026-11-15',
    weeks: 31,
    own_weeks: 29,
    mailmap: false,
    complete: true,
  },
  files: 143,
  bytes: 612_340,
  languages: [],
  findings: [],
  not_found: [],
  left_out: [],
  title: '',
  summary: '',
  partial: false,
  ...more,
});

export const offer = (skill: string, more: Partial<Omit<AuditOfferView, 'offer'>> = {}, level = 3): AuditOfferView => ({
  offer: {
    skill,
    level,
    rests_on: [{ rule: `pypi.${skill}`, name: { en: skill, fr: skill }, place: { file: 'pyproject.toml', line: 14 } }],
  },
  name: { en: skill.toUpperCase(), fr: skill.toUpperCase() },
  accepted: null,
  proven: 0,
  asked: 0,
  ...more,
});

export const view = (more: Partial<AuditView> = {}): AuditView => ({
  at: '2026-11-20T18:30:00Z',
  report: report(),
  shown: { repository: true, own: true, tests: true, deployment: true },
  offers: [],
  lost: [],
  lines: [],
  before: null,
  changes: [],
  addresses: ['ana@example.org'],
  ...more,
});

/** A project as a page, as far as the audit looks at it. */
export const page = (folder = '/home/ana/bookshelf-api', status = 'done'): ProjectPageView =>
  ({ project: { record: { id: 'p1', name: 'Bookshelf', folder, status } } }) as unknown as ProjectPageView;
