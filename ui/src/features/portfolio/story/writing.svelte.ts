// A case study while it is written: nothing that was typed is lost, and saves and drafts never overtake each other.
import { backend, CommandError } from '../../../backend/backend';
import type { CaseStudy, ProjectRecord } from '../../../backend/generated/commands';
import { errorText } from '../../../lib/errors';
import { act, invalidate } from '../../../lib/query.svelte';

/** So long after the last key the draft is kept. */
export const REST = 1000;

export const textsOf = ({ summary, story, results }: Pick<ProjectRecord, keyof CaseStudy>): CaseStudy => ({
  summary,
  story,
  results,
});

/** The core keeps no blanks at the end: they are no change. */
const plain = (text: string) => text.replace(/\r\n?/g, '\n').trimEnd();
export const sameTexts = (a: CaseStudy, b: CaseStudy): boolean =>
  plain(a.summary) === plain(b.summary) && plain(a.story) === plain(b.story) && plain(a.results) === plain(b.results);

/** What was being written when the page was left: coming back goes on there. */
const resting = new Map<string, { text: CaseStudy; base: CaseStudy }>();

export class Writing {
  text = $state<CaseStudy>({ summary: '', story: '', results: '' });
  /** What is saved. */
  base = $state.raw<CaseStudy>({ summary: '', story: '', results: '' });
  /** The draft that the core has; null for none. */
  kept = $state.raw<CaseStudy | null>(null);
  saving = $state(false);
  /** Why it was not saved, or the draft not kept. */
  refused = $state<string | null>(null);
  /** What is saved was changed elsewhere meanwhile. */
  overtaken = $state(false);
  readonly dirty = $derived(!sameTexts(this.text, this.base));
  /** Whether all that is not saved is in the draft. */
  readonly safe = $derived(this.kept !== null && sameTexts(this.kept, this.text));
  readonly id: string;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private queue: Promise<unknown> = Promise.resolve();

  constructor(record: Pick<ProjectRecord, 'id' | keyof CaseStudy>, from: CaseStudy | null = null) {
    this.id = record.id;
    this.base = textsOf(record);
    this.text = { ...(from ?? this.base) };
    this.kept = from;
  }

  /** Goes on where it was left in this run of the program, if what is saved is still the same. */
  static resumed(record: Pick<ProjectRecord, 'id' | keyof CaseStudy>): Writing | null {
    const left = resting.get(record.id);
    resting.delete(record.id);
    if (!left || !sameTexts(left.base, textsOf(record)) || sameTexts(left.text, left.base)) return null;
    const writing = new Writing(record, left.text);
    // Whether the draft was kept on leaving is not known here: it is kept again.
    writing.kept = null;
    writing.touch();
    return writing;
  }

  /** Something was typed. */
  touch(): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.keep(), REST);
  }

  /** What the core says is saved now. */
  see(record: Pick<ProjectRecord, keyof CaseStudy>): void {
    const now = textsOf(record);
    if (this.saving || sameTexts(now, this.base)) return;
    if (this.dirty) {
      this.overtaken = !sameTexts(now, this.text);
      this.base = now;
    } else {
      this.base = now;
      this.text = { ...now };
    }
  }

  private after<T>(run: () => Promise<T>): Promise<T> {
    const result = this.queue.then(run);
    this.queue = result.catch(() => null);
    return result;
  }

  /** Keeps the draft; where nothing differs any more, forgets it. */
  keep(): Promise<void> {
    clearTimeout(this.timer);
    return this.after(async () => {
      const text = $state.snapshot(this.text);
      try {
        if (!sameTexts(text, this.base)) {
          if (this.kept && sameTexts(text, this.kept)) return;
          await backend().call('projects.draft', { id: this.id, text });
          this.kept = text;
          this.refused = null;
        } else if (this.kept) {
          await backend().call('projects.drop_draft', { id: this.id });
          this.kept = null;
          this.refused = null;
        }
      } catch (thrown) {
        this.refused = errorText(CommandError.from(thrown));
      }
    });
  }

  /** Saves; whether that went well. What was typed while it was on its way stays. */
  save(): Promise<boolean> {
    clearTimeout(this.timer);
    return this.after(async () => {
      const text = $state.snapshot(this.text);
      this.saving = true;
      const done = await act('projects.save_text', { id: this.id, text }, { showError: false });
      this.saving = false;
      if (!done.ok) {
        this.refused = errorText(done.error);
        this.touch();
        return false;
      }
      this.base = textsOf(done.value.record);
      this.kept = this.refused = null;
      this.overtaken = false;
      resting.delete(this.id);
      if (this.dirty) this.touch();
      return true;
    });
  }

  /** The page is left, or the editor closed: the draft is kept at once, and others may ask for it. */
  async leave(comesBack: boolean): Promise<void> {
    if (this.dirty && comesBack) resting.set(this.id, { text: $state.snapshot(this.text), base: this.base });
    await this.keep();
    invalidate(['kept']);
  }
}

/** Drops a draft; the way back puts it there again. */
export async function dropDraft(id: string, text: CaseStudy): Promise<{ ok: boolean; back: () => Promise<unknown> }> {
  resting.delete(id);
  const done = await act('projects.drop_draft', { id }, { quiet: true });
  return { ok: done.ok, back: () => act('projects.draft', { id, text }, { quiet: true }) };
}
