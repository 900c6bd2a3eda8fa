// What the portfolio's home reckons: which projects, in which order, and what is asked of them.
import type { PracticeOption, ProjectView } from '../../../backend/generated/commands';
import type { Sort } from '../../../kit/Table.svelte';
import { compare, dateMedium, list, number } from '../../../lib/format';
import { m } from '../../../paraglide/messages';
import { shownWords, STATUSES, statusText } from '../portfolio';

export const askedFor = (practices: PracticeOption[]): PracticeOption[] => practices.filter((one) => one.asked > 0);

/** The kinds of project that one can start from; what the target still asks first, then those with a checklist. */
export function startable(practices: PracticeOption[]): PracticeOption[] {
  const wanted = (one: PracticeOption) => (one.asked > one.complete ? 2 : 0) + (one.checklist.length ? 1 : 0);
  return practices.filter((one) => one.is_project).sort((a, b) => wanted(b) - wanted(a));
}

/** All, and the statuses that a project has, each with how many. */
export function statusOptions(projects: ProjectView[]): { value: string; label: string }[] {
  const count = (status: string) => projects.filter((one) => one.record.status === status).length;
  return [
    { value: '', label: m.portfolio_filter_all({ n: projects.length }) },
    ...STATUSES.filter((status) => count(status)).map((status) => ({
      value: status as string,
      label: m.portfolio_filter_status({ status: statusText(status), n: count(status) }),
    })),
  ];
}

export const byStatus = (projects: ProjectView[], status: string): ProjectView[] =>
  status ? projects.filter((one) => one.record.status === status) : projects;

const share = (one: ProjectView) => (one.checklist.length ? one.checked / one.checklist.length : -1);

export function sorted(projects: ProjectView[], by: Sort | null): ProjectView[] {
  if (!by) return projects;
  const order = (a: ProjectView, b: ProjectView): number => {
    switch (by.key) {
      case 'status':
        return STATUSES.indexOf(a.record.status) - STATUSES.indexOf(b.record.status);
      case 'period':
        return compare(a.record.starts ?? a.record.ends ?? '', b.record.starts ?? b.record.ends ?? '');
      case 'checked':
        return share(a) - share(b);
      case 'audit':
        return compare(a.audit?.at ?? '', b.audit?.at ?? '');
      default:
        return compare(a.record.name, b.record.name);
    }
  };
  return [...projects].sort((a, b) => (by.descending ? -1 : 1) * order(a, b));
}

/** What the audit shows, in two lines: how much of what, and what else it found. */
export function auditLines({ audit }: Pick<ProjectView, 'audit'>): string[] {
  if (!audit) return [];
  const code = audit.code > 0 ? m.portfolio_code_lines({ n: audit.code, lines: number(audit.code) }) : '';
  const { repository, own } = audit.shown;
  const { found } = shownWords({ ...audit.shown, repository: repository && !own }); // own commits say it already
  return [
    [list(audit.languages), code].filter(Boolean).join(', '),
    found.length ? m.portfolio_audit_found({ what: list(found) }) : '',
  ].filter(Boolean);
}
export const auditDay = (project: Pick<ProjectView, 'audit'>): string => (project.audit ? dateMedium(project.audit.at) : '');
