// For tests of components: a map from a command's name to what answers it.
import { CommandError, setBackend, type Backend, type CommandName, type HistoryEntry, type Params, type Reply } from './backend';

const whole = Symbol('reply');
type Whole = Reply<unknown> & { [whole]: true };

/** A whole reply, when the value alone does not say enough. */
export function reply(value: unknown, more: { changed?: string[]; history?: HistoryEntry | null } = {}): Whole {
  return { value, changed: more.changed ?? [], history: more.history ?? null, [whole]: true };
}

export type Handlers = { [N in CommandName]?: (params: Params<N>) => unknown } & Record<string, (params: never) => unknown>;

export interface FakeBackend extends Backend {
  calls: { name: string; params: unknown }[];
  handlers: Handlers;
  /** As if another window had changed something. */
  change(topics: string[]): void;
}

/** Makes a backend from handlers and installs it. */
export function fakeBackend(handlers: Handlers): FakeBackend {
  const listeners = new Set<(topics: string[]) => void>();
  const fake: FakeBackend = {
    calls: [],
    handlers,
    async call(name, params) {
      fake.calls.push({ name, params });
      const handler = (fake.handlers as Record<string, ((params: unknown) => unknown) | undefined>)[name];
      if (!handler) throw new CommandError('ui.unexpected', { detail: `the test has no handler for ${name}` });
      const said = await handler(params);
      return (said && typeof said === 'object' && whole in said ? said : reply(said)) as never;
    },
    onChanged(tell) {
      listeners.add(tell);
      return () => listeners.delete(tell);
    },
    change: (topics) => listeners.forEach((tell) => tell(topics)),
  };
  setBackend(fake);
  return fake;
}
