// What was written in a form and not saved yet. It outlives the page: a switch of language makes the page anew, and a look at
// another page is no reason to lose it. It goes when it is saved, cancelled, or when what is kept has changed meanwhile.
const drafts = new Map<string, { base: string; values: unknown }>();

/** What was written on this base and not saved; else null. */
export function draftOf<T>(form: string, base: T): T | null {
  const draft = drafts.get(form);
  return draft?.base === JSON.stringify(base) ? (draft.values as T) : null;
}

/** Keeps what is written while it differs from its base. */
export function keepDraft<T>(form: string, base: T, values: T): void {
  const [was, now] = [JSON.stringify(base), JSON.stringify(values)];
  if (was === now) drafts.delete(form);
  else drafts.set(form, { base: was, values: JSON.parse(now) });
}
