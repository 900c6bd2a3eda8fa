// A piece of evidence as a form holds it, until it is one that the core takes.
import type { ContributionForm, EvidenceParams, EvidenceRecord, LogSaveParams } from '../../backend/generated/commands';

export const KINDS = ['log', 'course', 'work', 'review', 'contribution', 'practice_set'] as const;
export type Kind = (typeof KINDS)[number];

export interface Draft {
  kind: Kind;
  skills: string[];
  minutes: number | null;
  /** Whether work is given from day to day; else in months. */
  dated: boolean;
  months: number | null;
  from: string;
  ongoing: boolean;
  form: ContributionForm | null;
  states: string;
  on: string;
  title: string;
  by: string;
  words: string;
  url: string;
}
export type Problem = 'needed' | 'either' | 'future' | 'order' | 'address' | 'skills';
export type Problems = Partial<
  Record<'skills' | 'minutes' | 'months' | 'from' | 'on' | 'title' | 'by' | 'words' | 'url', Problem>
>;

export const isKind = (word: string): word is Kind => (KINDS as readonly string[]).includes(word);

export const blank = (kind: Kind, today: string, skills: string[] = []): Draft => ({
  kind,
  skills: [...skills],
  minutes: null,
  dated: true,
  months: null,
  from: '',
  ongoing: false,
  form: 'change',
  states: '2',
  on: today,
  title: '',
  by: '',
  words: '',
  url: '',
});

export function fromRecord(record: EvidenceRecord): Draft {
  const { what } = record;
  return {
    ...blank(isKind(what.kind) ? what.kind : 'log', record.on, [record.skill, ...record.also]),
    minutes: what.kind === 'log' ? what.minutes : null,
    dated: what.kind !== 'work' || record.from !== null,
    months: what.kind === 'work' && what.months > 0 ? what.months : null,
    from: record.from ?? '',
    ongoing: record.ongoing,
    form: what.kind === 'contribution' ? what.form : 'change',
    states: what.kind === 'review' ? String(what.states) : '2',
    title: record.title,
    by: record.by,
    words: record.words,
    url: record.url,
  };
}

/** What each kind asks for besides its date. */
export const NEEDS_TITLE: Record<Kind, boolean> = {
  log: false,
  course: true,
  work: false,
  review: false,
  contribution: true,
  practice_set: true,
};

export function problems(draft: Draft, today: string): Problems {
  const found: Problems = {};
  const work = draft.kind === 'work';
  const dated = work && draft.dated;
  if (draft.skills.length === 0) found.skills = 'skills';
  if (draft.kind === 'log' && !draft.minutes) found.minutes = 'needed';
  if (work && !dated && !draft.months) found.months = 'needed';
  if (NEEDS_TITLE[draft.kind] && !draft.title.trim()) found.title = 'needed';
  if (dated && !draft.title.trim() && !draft.by.trim()) found.title = 'either';
  if (draft.kind === 'review' && !draft.by.trim()) found.by = 'needed';
  if (draft.kind === 'review' && !draft.words.trim()) found.words = 'needed';
  if (dated && !draft.from) found.from = 'needed';
  else if (dated && draft.from > today) found.from = 'future';
  if (!(dated && draft.ongoing)) {
    if (!draft.on) found.on = 'needed';
    else if (draft.on > today) found.on = 'future';
    else if (dated && !found.from && draft.on < draft.from) found.on = 'order';
  }
  if (draft.url.trim() && !/^(https?:\/\/|mailto:)\S+$/i.test(draft.url.trim())) found.url = 'address';
  return found;
}

function whatOf(draft: Draft): EvidenceParams['what'] {
  switch (draft.kind) {
    case 'log':
      return { kind: 'log', minutes: draft.minutes ?? 0 };
    case 'work':
      return { kind: 'work', months: draft.months ?? 0 };
    case 'review':
      return { kind: 'review', states: Number(draft.states) };
    case 'contribution':
      return { kind: 'contribution', form: draft.form };
    default:
      return { kind: draft.kind };
  }
}

/** The piece as the core takes it; what another kind asked for is left out. */
export function toParams(draft: Draft, id: string | null): EvidenceParams {
  const dated = draft.kind === 'work' && draft.dated;
  const ongoing = dated && draft.ongoing;
  const [skill = '', ...also] = draft.skills;
  return {
    ...(id ? { id } : {}),
    skill,
    also,
    what: whatOf(draft),
    from: dated ? draft.from : null,
    ongoing,
    // What goes on is as new as today, whatever day stood here before.
    on: ongoing ? null : draft.on,
    title: draft.title.trim(),
    by: draft.kind === 'log' ? '' : draft.by.trim(),
    words: draft.words.trim(),
    url: draft.url.trim(),
  };
}

/** Time, as the time log takes it. */
export const toLog = (draft: Draft): LogSaveParams => ({
  skill: draft.skills[0] ?? '',
  minutes: draft.minutes,
  on: draft.on,
  note: draft.words.trim(),
});

/** What stands in place of a long address: its host, or the person written to. */
export function hostOf(address: string): string {
  try {
    const url = new URL(address);
    return url.protocol === 'mailto:' ? url.pathname : url.hostname.replace(/^www\./, '');
  } catch {
    return address;
  }
}
