// The lines of the history that the page has: the newest at once, older ones as they are asked for.
import { backend, CommandError } from '../../backend/backend';
import type { HistoryView } from '../../backend/generated/commands';
import { joined, type Row } from './past';

export const PAGE = 200;
const MOST = 1000;

export class Past {
  rows = $state.raw<Row[]>([]);
  more = $state(false);
  /** Older ones are on their way. */
  loading = $state(false);
  error = $state.raw<CommandError | null>(null);
  private run = 0;

  /** The newest lines, whenever they come anew. Older ones stay, and are asked for again: they may be others now. */
  async take(view: HistoryView): Promise<void> {
    const run = ++this.run;
    const had = this.rows.length;
    this.error = null;
    this.loading = false;
    if (!view.more || had <= view.rows.length) {
      this.rows = view.rows;
      this.more = view.more;
      return;
    }
    this.rows = joined(view.rows, this.rows);
    let rows = view.rows;
    let more = true;
    try {
      while (more && rows.length < had) {
        const value = await ask(rows, Math.min(MOST, had - rows.length));
        if (run !== this.run) return;
        rows = [...rows, ...value.rows];
        more = value.more && value.rows.length > 0;
      }
    } catch (thrown) {
      if (run === this.run) this.error = CommandError.from(thrown);
      return;
    }
    this.rows = rows;
    this.more = more;
  }

  /** The next older lines. */
  async older(): Promise<void> {
    if (this.loading || !this.more) return;
    const run = this.run;
    this.loading = true;
    try {
      const value = await ask(this.rows, PAGE);
      if (run !== this.run) return;
      this.rows = [...this.rows, ...value.rows];
      this.more = value.more && value.rows.length > 0;
      this.error = null;
    } catch (thrown) {
      if (run === this.run) this.error = CommandError.from(thrown);
    }
    if (run === this.run) this.loading = false;
  }
}

const ask = async (rows: readonly Row[], limit: number) =>
  (await backend().call('history.list', { limit, before: rows.at(-1)?.seq ?? null })).value;
