import { go } from '../../../lib/router.svelte';
import { inspector } from '../../../lib/inspector.svelte';

/** The most that the core compares at once. */
export const MOST = 4;

/** What is chosen for comparison: it outlives a look at another tab. */
class Chosen {
  ids = $state.raw<string[]>([]);

  get full(): boolean {
    return this.ids.length >= MOST;
  }
  has(id: string): boolean {
    return this.ids.includes(id);
  }
  /** Adds it or takes it out; false where four are chosen already. */
  toggle(id: string): boolean {
    if (!this.has(id) && this.full) return false;
    this.ids = this.has(id) ? this.ids.filter((one) => one !== id) : [...this.ids, id];
    return true;
  }
  clear(): void {
    this.ids = [];
  }
}
export const chosen = new Chosen();

/** Opens the comparison: a step in the back history, so that Back leads to the list. */
export function showComparison(ids: string[] = chosen.ids): void {
  inspector.close();
  chosen.ids = ids.slice(0, MOST);
  go('certifications', [], { tab: 'catalogue', compare: chosen.ids.join(',') });
}
