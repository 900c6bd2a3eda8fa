// What was chosen and written for a week and not closed yet: it outlives a look at another week, a switch of language, an undo.
import type { Draft } from './review';

const drafts = new Map<string, Partial<Draft>>();

export const draftFor = (week: string): Partial<Draft> => ({ ...drafts.get(week) });
export const keepDraft = (week: string, draft: Partial<Draft>): void => void drafts.set(week, draft);
