// A piece of evidence as the form holds it, until it is one that the core takes.
import type { EvidenceParams, EvidenceRecord, LogSaveParams } from '../../backend/generated/commands';

export const KINDS = ['log', 'course', 'work', 'review', 'contribution', 'practice_set'] as const;
export type Kind = (typeof KINDS)[number];

export interface Draft {
  kind: Kind;
  minutes: number | null;
  months: number | null;
  states: string;
  on: string;
  title: string;
  by: string;
  words: string;
  url: string;
}
export type Problem = 'needed' | 'future' | 'address';
export type Problems = Partial<Record<'minutes' | 'months' | 'on' | 'title' | 'by' | 'words' | 'url', Problem>>;

export const isKind = (word: string): word is Kind => (KINDS as readonly string[]).includes(word);

export const blank = (kind: Kind, today: string, states = 2): Draft => ({
  kind,
  minutes: null,
  months: null,
  states: String(states),
  on: today,
  title: '',
  by: '',
  words: '',
  url: '',
});

export function fromRecord(record: EvidenceRecord): Draft {
  const { what } = record;
  return {
    ...blank(isKind(what.kind) ? what.kind : 'log', record.on),
    minutes: what.kind === 'log' ? what.minutes : null,
    months: what.kind === 'work' ? what.months : null,
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
  if (draft.kind === 'log' && !draft.minutes) found.minutes = 'needed';
  if (draft.kind === 'work' && !draft.months) found.months = 'needed';
  if (NEEDS_TITLE[draft.kind] && !draft.title.trim()) found.title = 'needed';
  if (draft.kind === 'review' && !draft.by.trim()) found.by = 'needed';
  if (draft.kind === 'review' && !draft.words.trim()) found.words = 'needed';
  if (!draft.on) found.on = 'needed';
  else if (draft.on > today) found.on = 'future';
  if (draft.url.trim() && !/^(https?:\/\/|mailto:)\S+$/i.test(draft.url.trim())) found.url = 'address';
  return found;
}

/** The piece as the core takes it; what another kind asked for is left out. */
export function toParams(draft: Draft, skill: string, id: string | null): EvidenceParams {
  const what: EvidenceParams['what'] =
    draft.kind === 'log'
      ? { kind: 'log', minutes: draft.minutes ?? 0 }
      : draft.kind === 'work'
        ? { kind: 'work', months: draft.months ?? 0 }
        : draft.kind === 'review'
          ? { kind: 'review', states: Number(draft.states) }
          : { kind: draft.kind };
  return {
    ...(id ? { id } : {}),
    skill,
    what,
    on: draft.on,
    title: draft.title.trim(),
    by: draft.kind === 'review' ? draft.by.trim() : '',
    words: draft.words.trim(),
    url: draft.url.trim(),
  };
}

/** Time, as the time log takes it. */
export const toLog = (draft: Draft, skill: string): LogSaveParams => ({
  skill,
  minutes: draft.minutes,
  on: draft.on,
  note: draft.words.trim(),
});
