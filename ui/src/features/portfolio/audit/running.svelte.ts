// The audit that runs, so that leaving the page and coming back shows it still: the core runs one at a time.
import type { CommandError } from '../../../backend/backend';
import type { AuditView } from '../../../backend/generated/commands';
import { act } from '../../../lib/query.svelte';

class Runs {
  /** The project that is audited at present, and whether its folder is chosen first. */
  now = $state.raw<{ id: string; asks: boolean } | null>(null);
  /** Why the last one came to nothing, by project; being stopped is one reason. */
  error = $state.raw<{ id: string; error: CommandError } | null>(null);

  /** Audits the folder of a project; null where none was made. */
  async run(id: string, asks: boolean): Promise<AuditView | null> {
    if (this.now) return null;
    this.now = { id, asks };
    this.error = null;
    const done = await act('projects.audit', asks ? { id, choose: true } : { id }, { showError: false });
    this.now = null;
    if (done.ok) return done.value;
    this.error = { id, error: done.error };
    return null;
  }
}

export const runs = new Runs();
