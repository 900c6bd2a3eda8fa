import { untrack } from 'svelte';
import { backend, CommandError, type CommandName, type HistoryEntry, type Params, type Value } from '../backend/backend';
import { errorText } from './errors';
import { tx } from './format';
import { toast } from './toast.svelte';
import { m } from '../paraglide/messages';

/** What is on screen for one command with one set of parameters. */
class Entry {
  data = $state.raw<unknown>();
  error = $state.raw<CommandError | null>(null);
  fetching = $state(false);
  stale = true;
  users = 0;
  run = 0;
  readonly name: CommandName;
  readonly params: unknown;
  readonly topics: readonly string[] | null;

  constructor(name: CommandName, params: unknown, topics: readonly string[] | null) {
    this.name = name;
    this.params = params;
    this.topics = topics;
  }

  /** Asks the core; the answer of an older question is thrown away. */
  async fetch(): Promise<void> {
    const run = ++this.run;
    this.stale = false;
    this.fetching = true;
    try {
      const reply = await backend().call(this.name, this.params as never);
      if (run !== this.run) return;
      this.data = reply.value ?? null;
      this.error = null;
    } catch (thrown) {
      if (run !== this.run) return;
      this.error = CommandError.from(thrown);
      this.stale = true;
    }
    this.fetching = false;
  }

  touchedBy(topics: readonly string[]): boolean {
    return this.topics === null || topics.includes('*') || this.topics.some((topic) => topics.includes(topic));
  }
}

const KEPT = 80;
const entries = new Map<string, Entry>();

function entryFor(name: CommandName, params: unknown, topics: readonly string[] | null): Entry {
  const key = `${name} ${JSON.stringify(params)} ${topics?.join(',') ?? ''}`;
  let entry = entries.get(key);
  if (!entry) entry = new Entry(name, params, topics);
  entries.delete(key);
  entries.set(key, entry); // the newest last, so that the oldest go first
  for (const [old, one] of entries) {
    if (entries.size <= KEPT) break;
    if (one.users === 0 && one !== entry) entries.delete(old);
  }
  return entry;
}

/** Has every question that these topics touch asked again: at once where it is on screen, else when it next is. */
export function invalidate(topics: readonly string[]): void {
  if (topics.length === 0) return;
  for (const entry of entries.values()) {
    if (!entry.touchedBy(topics)) continue;
    entry.stale = true;
    if (entry.users > 0) void entry.fetch();
  }
}

/** Forgets everything: another data folder, another test. */
export function forgetAll(): void {
  for (const entry of entries.values()) entry.run++;
  entries.clear();
}

export interface QueryOptions {
  /** The topics that concern it; any change when left out. */
  topics?: readonly string[];
  /** While other parameters are asked for, the former data stays on screen (for filters, not for another record). */
  keep?: boolean;
}

export interface Query<T> {
  readonly data: T | undefined;
  readonly error: CommandError | null;
  /** Nothing to show yet. */
  readonly loading: boolean;
  readonly refreshing: boolean;
  refresh(): Promise<void>;
}

/** Reads a command while the component is mounted, from the cache first. `params` may be a function of runes; null waits. */
export function query<N extends CommandName>(
  name: N,
  params: Params<N> | (() => Params<N> | null),
  options: QueryOptions = {},
): Query<Value<N>> {
  const asked = $derived(typeof params === 'function' ? (params as () => Params<N> | null)() : params);
  const key = $derived(asked === null ? null : JSON.stringify(asked));
  const entry = $derived(key === null ? null : untrack(() => entryFor(name, asked, options.topics ?? null)));
  let former: unknown = undefined;

  $effect(() => {
    const mounted = entry;
    if (!mounted) return;
    mounted.users++;
    untrack(() => {
      if (mounted.stale) void mounted.fetch();
    });
    return () => void mounted.users--;
  });

  return {
    get data() {
      // Null is an answer ("there is none"); undefined means that there is no answer yet.
      const now = entry?.data;
      if (now !== undefined) former = now;
      const data = now === undefined && options.keep ? former : now;
      return data as Value<N> | undefined;
    },
    get error() {
      return entry?.error ?? null;
    },
    get loading() {
      return entry !== null && entry.data === undefined && entry.error === null;
    },
    get refreshing() {
      return entry?.fetching ?? false;
    },
    refresh: async () => entry?.fetch(),
  };
}

export interface ActOptions<V = never> {
  /** No toast when it went well. */
  quiet?: boolean;
  /** Added to the sentence of what was done: what came of it. Nothing when empty. */
  said?: (value: V) => string;
  /** False when the form shows the error itself. */
  showError?: boolean;
}

export type Outcome<T> = { ok: true; value: T; history: HistoryEntry | null } | { ok: false; error: CommandError };

/** What a toast's Undo does with the change that the toast names; lib/history.svelte.ts sets it. */
let undoIt: (seq: number) => void = () => {};
export const onUndo = (run: (seq: number) => void): void => void (undoIt = run);

/** Calls a command that changes something: refetches what it changed, shows what was done with Undo, or what went wrong. */
export async function act<N extends CommandName>(
  name: N,
  params: Params<N>,
  options: ActOptions<Value<N>> = {},
): Promise<Outcome<Value<N>>> {
  try {
    const reply = await backend().call(name, params);
    invalidate(reply.changed);
    if (reply.history && !options.quiet) {
      const more = options.said?.(reply.value);
      const { seq, sentence } = reply.history;
      const done = tx(sentence);
      toast(more ? `${done}. ${more}` : done, { action: { label: m.common_undo(), run: () => undoIt(seq) }, topic: 'history' });
    }
    return { ok: true, value: reply.value, history: reply.history };
  } catch (thrown) {
    const error = CommandError.from(thrown);
    if (options.showError !== false) toast(errorText(error), { tone: 'brick', topic: error.code });
    return { ok: false, error };
  }
}

/** Opens an address in the person's own browser; the core checks it first. Never write `<a href="https://…">`. */
export const openLink = (url: string): Promise<Outcome<Value<'links.open'>>> => act('links.open', { url }, { quiet: true });

/** Listens for changes made elsewhere. */
export const listenForChanges = (): (() => void) => backend().onChanged(invalidate);
