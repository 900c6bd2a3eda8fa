import { backend, CommandError, type Text } from '../backend/backend';
import { m } from '../paraglide/messages';
import { errorText } from './errors';
import { tx } from './format';
import { invalidate, onUndo } from './query.svelte';
import { toast, toasts } from './toast.svelte';

let busy = false;

async function step(name: 'history.undo' | 'history.redo', say: (what: string) => string, back: () => void, label: () => string) {
  if (busy) return;
  busy = true;
  try {
    const reply = await backend().call(name, {} as never);
    invalidate(reply.changed.length > 0 ? reply.changed : ['*']);
    const sentence = (reply.value as { sentence: Text }).sentence;
    toast(say(tx(sentence)), { action: { label: label(), run: back }, topic: 'history' });
  } catch (thrown) {
    const error = CommandError.from(thrown);
    const nothing = error.code.startsWith('history.nothing');
    toast(errorText(error), nothing ? { topic: 'history' } : { tone: 'brick', topic: error.code });
  } finally {
    busy = false;
  }
}

/** Takes back the newest change, whatever it was and whenever it was made. */
export const undo = (): Promise<void> =>
  step(
    'history.undo',
    (what) => m.frame_undone({ what }),
    () => void redo(),
    m.common_redo,
  );

/** Does the last undone change again. */
export const redo = (): Promise<void> =>
  step(
    'history.redo',
    (what) => m.frame_redone({ what }),
    () => void undo(),
    m.common_undo,
  );

onUndo(() => {
  toasts.clear();
  void undo();
});
