// Undo, redo and the way through the history, as the whole window knows them. Nothing is taken back that the person was not told of.
import { backend, CommandError, type Params, type Reply, type Value } from '../backend/backend';
import { m } from '../paraglide/messages';
import { errorText } from './errors';
import { tx } from './format';
import { invalidate, onUndo } from './query.svelte';
import { go as open } from './router.svelte';
import { toast, toasts } from './toast.svelte';

type Which = 'history.undo' | 'history.redo';
type Step = Params<Which>;
type Way = Value<'history.go'>;

let busy = false;

/** One at a time: a key that is held down does not take back more than is seen. */
async function alone<T>(call: () => Promise<Reply<T>>): Promise<T | CommandError | null> {
  if (busy) return null;
  busy = true;
  try {
    const reply = await call();
    invalidate(reply.changed.length > 0 ? reply.changed : ['*']);
    return reply.value;
  } catch (thrown) {
    return CommandError.from(thrown);
  } finally {
    busy = false;
  }
}

/** The number of the change that a refusal was about, so that "anyway" is about no other. */
async function seqOf(which: Which, error: CommandError): Promise<number | undefined> {
  if (error.args.seq) return Number(error.args.seq);
  const past = await backend()
    .call('history.list', { limit: 1 })
    .catch(() => null);
  return (which === 'history.undo' ? past?.value.undo : past?.value.redo)?.seq;
}

async function refuse(which: Which, error: CommandError): Promise<void> {
  const said = errorText(error);
  switch (error.code) {
    case 'history.made_elsewhere': {
      const undoes = which === 'history.undo';
      const seq = await seqOf(which, error);
      const anyway = () => void (undoes ? undo : redo)({ seq, others: true });
      const label = undoes ? m.past_undo_anyway() : m.past_redo_anyway();
      toast(said, { action: { label, run: anyway }, topic: 'history', timeout: 15_000 });
      break;
    }
    case 'history.moved_on':
      toast(said, { action: { label: m.past_show(), run: () => open('history') }, topic: 'history' });
      break;
    case 'history.nothing_to_undo':
    case 'history.nothing_to_redo':
      toast(said, { topic: 'history' });
      break;
    default:
      toast(said, { tone: 'brick', topic: error.code });
  }
}

async function step(which: Which, given: Step): Promise<void> {
  const done = await alone(() => backend().call(which, given));
  if (!done) return;
  if (done instanceof CommandError) return refuse(which, done);
  const what = tx(done.sentence);
  // The way back is about the same change, wherever it was made.
  const same = { seq: done.seq, others: given.others };
  if (which === 'history.undo')
    toast(m.frame_undone({ what }), { action: { label: m.common_redo(), run: () => void redo(same) }, topic: 'history' });
  else toast(m.frame_redone({ what }), { action: { label: m.common_undo(), run: () => void undo(same) }, topic: 'history' });
}

/**
 * Takes back the newest change, whatever it was and whenever it was made. With `seq` only that one: where another came after
 * it, nothing is done. One that was made elsewhere is asked about first, unless `others` says that it is meant.
 */
export const undo = (given: Step = {}): Promise<void> => step('history.undo', given);

/** Does the last undone change again; `seq` and `others` as for `undo`. */
export const redo = (given: Step = {}): Promise<void> => step('history.redo', given);

/** What a way through the history did: "Took back 12 changes". */
export function wayText({ undone, redone }: Pick<Way, 'undone' | 'redone'>): string {
  if (undone > 0 && redone > 0) return m.past_went_both({ undone, redone });
  if (undone > 0) return m.past_went_back({ n: undone });
  return redone > 0 ? m.past_went_forward({ n: redone }) : m.past_went_nowhere();
}

/** Goes to where a change is the last that stands, 0 for before the first; `what` names it. Whether that went well. */
export async function goTo(seq: number, what?: string): Promise<boolean> {
  const done = await alone(() => backend().call('history.go', { seq }));
  if (!done) return false;
  if (done instanceof CommandError) {
    toast(errorText(done), { tone: 'brick', topic: done.code });
    return false;
  }
  const stands = what ? m.past_stands({ what }) : done.now === 0 ? m.past_stands_none() : '';
  const back = { label: m.past_return(), run: () => void goTo(done.before) };
  const moved = done.undone + done.redone > 0;
  toast([wayText(done), stands].filter(Boolean).join(' '), {
    topic: 'history',
    ...(moved ? { action: back, timeout: 15_000 } : {}),
  });
  return true;
}

onUndo((seq) => {
  toasts.clear();
  void undo({ seq });
});
