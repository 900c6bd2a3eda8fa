import type { Commands } from './generated/commands';

export type { Commands };
export type CommandName = keyof Commands & string;
export type Params<N extends CommandName> = Commands[N]['params'];
export type Value<N extends CommandName> = Commands[N]['value'];

/** A text of the core in both languages; `tx` of lib/format picks one. */
export interface Text {
  en: string;
  fr: string;
}

/** The line that a change left in the history. */
export interface HistoryEntry {
  seq: number;
  name: string;
  /** What was done: "Level of SQL set to 3". */
  sentence: Text;
}

export interface Reply<V> {
  value: V;
  /** The topics that the call changed; empty for a read. */
  changed: string[];
  history: HistoryEntry | null;
}

/** Why a call was refused: a code with arguments, and the core's sentence for it (codes `ui.*` have theirs in `messages/areas/errors`). */
export class CommandError extends Error {
  readonly code: string;
  readonly args: Record<string, string>;
  readonly sentence: Text | null;

  constructor(code: string, args: Record<string, string> = {}, sentence: Text | null = null) {
    super(sentence?.en ?? code);
    this.name = 'CommandError';
    this.code = code;
    this.args = args;
    this.sentence = sentence;
  }

  /** Whatever was thrown, as a CommandError. */
  static from(thrown: unknown): CommandError {
    if (thrown instanceof CommandError) return thrown;
    if (thrown && typeof thrown === 'object' && 'code' in thrown && typeof thrown.code === 'string') {
      const { code, args, sentence } = thrown as { code: string; args?: Record<string, string>; sentence?: Text };
      return new CommandError(code, args ?? {}, sentence ?? null);
    }
    return new CommandError('ui.unexpected', { detail: String(thrown) });
  }
}

export interface Backend {
  call<N extends CommandName>(name: N, params: Params<N>): Promise<Reply<Value<N>>>;
  /** Tells of changes made elsewhere (another window, the terminal). Returns the way to stop listening. */
  onChanged(tell: (topics: string[]) => void): () => void;
}

/** Stands where no core can be reached: a production build opened in a browser. */
const nowhere: Backend = {
  call: () => Promise.reject(new CommandError('ui.no_core')),
  onChanged: () => () => {},
};

let current: Backend = nowhere;

export const backend = (): Backend => current;

const refusals = new Set<(error: CommandError) => void>();

/** Tells of every call that is refused, whoever made it. Returns the way to stop listening. */
export function onRefused(tell: (error: CommandError) => void): () => void {
  refusals.add(tell);
  return () => refusals.delete(tell);
}

export function setBackend(next: Backend): void {
  current = {
    call: (name, params) =>
      next.call(name, params).catch((thrown: unknown) => {
        const error = CommandError.from(thrown);
        refusals.forEach((tell) => tell(error));
        throw error;
      }),
    onChanged: (tell) => next.onChanged(tell),
  };
}
