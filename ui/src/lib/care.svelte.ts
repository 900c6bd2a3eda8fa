// Whether the data is whole. Where the core refuses a call because the file is damaged, it is asked what can be done about it.
import { backend, CommandError, onRefused } from '../backend/backend';
import type { CareView } from '../backend/generated/commands';
import { forgetAll } from './query.svelte';

/** After an answer that all is well, it is not asked again at once: a single thing may be damaged, and not the data. */
const REST = 10_000;

class Care {
  /** What can be done; null while the data is whole, as far as is known. */
  view = $state.raw<CareView | null>(null);
  /** The core looks at what can be done. */
  asking = $state(false);
  well = -REST;
}
export const care = new Care();

/** The codes that say so. */
const TROUBLES = ['store.damaged', 'store.lost_database'];

/** Asks how the data stands. */
export async function lookAfter(): Promise<void> {
  if (care.asking || care.view || performance.now() - care.well < REST) return;
  care.asking = true;
  try {
    const { value } = await backend().call('care.show', {});
    if (value.state === 'damaged') care.view = value;
    else care.well = performance.now();
  } catch (thrown) {
    const error = CommandError.from(thrown);
    // Not even that can be told: then nothing is offered.
    if (TROUBLES.includes(error.code) && error.sentence) {
      const trouble = { code: error.code, args: error.args, sentence: error.sentence };
      care.view = {
        state: 'damaged',
        folder: error.args.folder ?? '',
        ended_badly: false,
        files_back: [],
        trouble,
        backup: null,
        salvage: null,
      };
    } else care.well = performance.now();
  }
  care.asking = false;
}

/** Notices the refusal wherever it comes from. Returns the way to stop. */
export const watchCare = (): (() => void) =>
  onRefused((error) => {
    if (TROUBLES.includes(error.code)) void lookAfter();
  });

/** The data is there again: everything is asked anew. */
export function reopen(): void {
  forgetAll();
  care.well = -REST;
  care.view = null;
}
