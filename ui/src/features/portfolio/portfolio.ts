// What the portfolio's pages reckon: a project as parameters, its period, saves that never lose each other.
import type {
  AuditPlace,
  Link,
  ProjectParams,
  ProjectRecord,
  ProjectStatus,
  ProjectView,
  Shown,
  SkillLevel,
} from '../../backend/generated/commands';
import { act } from '../../lib/query.svelte';
import { list, month, monthRange, tx } from '../../lib/format';
import { m } from '../../paraglide/messages';

export const STATUSES: ProjectStatus[] = ['idea', 'doing', 'done', 'shown'];

export function statusText(status: ProjectStatus): string {
  switch (status) {
    case 'idea':
      return m.portfolio_status_idea();
    case 'doing':
      return m.portfolio_status_doing();
    case 'done':
      return m.portfolio_status_done();
    case 'shown':
      return m.portfolio_status_shown();
  }
}

/** Whether the project is evidence: one that is not finished carries nothing yet. */
export const carries = (status: ProjectStatus): boolean => status === 'done' || status === 'shown';

/** A save replaces the record but for what has commands of its own: the case study, the folder, the proofs. */
export function paramsOf({ story: _story, folder: _folder, proofs: _proofs, ...rest }: ProjectRecord): ProjectParams {
  return rest;
}

/** March – October 2026, since October 2026. */
export function periodText(record: Pick<ProjectRecord, 'starts' | 'ends'>): string {
  const { starts, ends } = record;
  if (starts && ends) return monthRange(starts, ends);
  if (starts) return m.portfolio_since({ month: month(starts) });
  return ends ? m.portfolio_until({ month: month(ends) }) : '';
}

/** Addresses as the core takes them; a bare host gets https. */
export function addressOf(text: string): string | null {
  const plain = text.trim();
  if (!plain) return null;
  const full = /^[a-z][a-z0-9+.-]*:/i.test(plain) ? plain : `https://${plain}`;
  try {
    const url = new URL(full);
    return ['https:', 'http:', 'mailto:'].includes(url.protocol) && (url.protocol === 'mailto:' || url.hostname.includes('.'))
      ? full
      : null;
  } catch {
    return null;
  }
}

export interface Wrong {
  name?: string;
  ends?: string;
  links: Record<number, string>;
  skills: Record<number, string>;
}

/** What is wrong with a project before it is sent, field by field; rows that are wholly empty do not count. */
export function wrongOf(form: { name: string; starts: string; ends: string; links: Link[]; skills: SkillLevel[] }): Wrong {
  const wrong: Wrong = { links: {}, skills: {} };
  if (!form.name.trim()) wrong.name = m.portfolio_form_name_empty();
  if (form.starts && form.ends && form.ends < form.starts) wrong.ends = m.portfolio_form_ends_early();
  form.links.forEach((link, i) => {
    if ((link.label.trim() || link.url.trim()) && !addressOf(link.url)) wrong.links[i] = m.portfolio_form_link_wrong();
  });
  form.skills.forEach((one, i) => {
    if (!one.skill && one.why.trim()) wrong.skills[i] = m.portfolio_form_skill_empty();
    else if (one.skill && form.skills.findIndex((other) => other.skill === one.skill) < i)
      wrong.skills[i] = m.portfolio_form_skill_twice();
  });
  return wrong;
}
export const isFine = (wrong: Wrong): boolean =>
  !wrong.name && !wrong.ends && Object.keys(wrong.links).length === 0 && Object.keys(wrong.skills).length === 0;

/** Saves one after the other, each on what the former left: two quick ticks never undo each other. */
export class Saver {
  private queue: Promise<unknown> = Promise.resolve();
  private waiting = 0;
  private latest: ProjectRecord | null = null;

  /** What the core says now; while saves wait, their own answers are newer. */
  see(record: ProjectRecord): void {
    if (this.waiting === 0) this.latest = record;
  }

  save(change: (record: ProjectRecord) => ProjectRecord, options: { showError?: boolean } = {}) {
    this.waiting++;
    const run = async () => {
      try {
        if (!this.latest) return null;
        const done = await act('projects.save', paramsOf(change(this.latest)), options);
        if (done.ok) this.latest = done.value.record;
        return done;
      } finally {
        this.waiting--;
      }
    };
    const result = this.queue.then(run);
    this.queue = result.catch(() => null);
    return result;
  }
}

/** docker/compose.yml:12, or the file alone where it is what was found. */
export const placeText = ({ file, line }: AuditPlace): string => (line > 0 ? `${file}:${line}` : file);
/** The first characters of a commit's id, as Git shortens it. */
export const shortCommit = (head: string): string => head.slice(0, 8);
/** Who a link leads to: example.org, or the mail address. */
export function hostOf(url: string): string {
  try {
    const at = new URL(url);
    return at.protocol === 'mailto:' ? at.pathname : at.host.replace(/^www\./, '');
  } catch {
    return url;
  }
}

/** The names of the first few, and how many more. */
export function someOf(names: string[], most: number): string {
  const rest = names.length - most;
  return list(rest > 0 ? [...names.slice(0, most), m.portfolio_more({ n: rest })] : names);
}

/** How far the checklist is, in words: what stands, and what is open. */
export function completeness(project: Pick<ProjectView, 'checklist' | 'checked' | 'complete'>, most = 2): string {
  const all = project.checklist.length;
  if (all === 0) return '';
  if (project.complete) return m.portfolio_complete({ n: all });
  if (project.checked === all) return m.portfolio_complete_once_done({ n: all });
  if (project.checked === 0) return m.portfolio_checked_none({ n: all });
  const open = project.checklist.filter((line) => line.state.mark === 'open').map((line) => tx(line.item.name));
  return m.portfolio_checked_open({ n: project.checked, all, open: someOf(open, most) });
}

/** What the audit shows of the project as a whole, and what it did not find. */
export function shownWords(shown: Shown): { found: string[]; not: string[] } {
  const all: [boolean, string][] = [
    [shown.repository, m.portfolio_shown_repository()],
    [shown.own, m.portfolio_shown_own()],
    [shown.tests, m.portfolio_shown_tests()],
    [shown.deployment, m.portfolio_shown_deployment()],
  ];
  const words = (wanted: boolean) => all.filter(([is]) => is === wanted).map(([, word]) => word);
  return { found: words(true), not: words(false) };
}
