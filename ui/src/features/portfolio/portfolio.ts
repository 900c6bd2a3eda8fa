// What the portfolio's pages reckon: a project as parameters, its period, saves that never lose each other.
import type {
  CheckState,
  Decision,
  Link,
  PracticeOption,
  ProjectParams,
  ProjectRecord,
  ProjectStatus,
  SkillLevel,
} from '../../backend/generated/commands';
import { act } from '../../lib/query.svelte';
import { dateMedium, month, range } from '../../lib/format';
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
export const statusTone = (status: ProjectStatus) =>
  (({ idea: 'neutral', doing: 'sky', done: 'moss', shown: 'moss' }) as const)[status];

/** Whether the project is evidence: one that is not finished carries nothing yet. */
export const carries = (status: ProjectStatus): boolean => status === 'done' || status === 'shown';
/** What a described project carries at most; more only once the audit has shown repository, tests and deployment. */
export const CARRIES_MOST = 2;

/** A save replaces the whole record: everything goes along. */
export const paramsOf = (record: ProjectRecord): Required<ProjectParams> => ({ ...record });

export const emptyProject = (): Omit<ProjectRecord, 'id'> => ({
  name: '',
  summary: '',
  role: '',
  team: '',
  starts: null,
  ends: null,
  status: 'idea',
  practice: null,
  links: [],
  skills: [],
  decisions: [],
  results: '',
  checklist: {},
});

/** March – October 2026, since October 2026. */
export function periodText(record: Pick<ProjectRecord, 'starts' | 'ends'>): string {
  const { starts, ends } = record;
  if (starts && ends) return range(month(starts), month(ends));
  if (starts) return m.portfolio_since({ month: month(starts) });
  return ends ? m.portfolio_until({ month: month(ends) }) : '';
}
export const dayText = (day: string | null): string | null => (day ? dateMedium(day) : null);

/** An item of a list one place up or down; the same list where there is no place. */
export function moved<T>(list: readonly T[], at: number, by: -1 | 1): T[] {
  const to = at + by;
  if (at < 0 || at >= list.length || to < 0 || to >= list.length) return [...list];
  const next = [...list];
  [next[at], next[to]] = [next[to] as T, next[at] as T];
  return next;
}

export const emptyDecision = (): Decision => ({ title: '', on: null, context: '', options: '', choice: '', consequences: '' });

/** The checklist with one line changed; an open line without a note is not kept. */
export function withCheck(record: ProjectRecord, id: string, state: CheckState): ProjectRecord {
  const checklist = { ...record.checklist, [id]: state };
  if (state.mark === 'open' && !state.note.trim()) delete checklist[id];
  return { ...record, checklist };
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

export const askedFor = (practices: PracticeOption[]): PracticeOption[] => practices.filter((one) => one.asked > 0);

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
