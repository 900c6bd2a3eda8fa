// Pages of one PDF as the core draws them. Kept out of the common cache: a page may be some megabytes.
import { backend, CommandError } from '../../backend/backend';
import type { PageView } from '../../backend/generated/commands';

const KEPT = 6;

export class Pages {
  /** What was drawn last: it stays on screen until the next one is there. */
  shown = $state.raw<PageView | null>(null);
  error = $state.raw<CommandError | null>(null);
  busy = $state(false);
  private kept = new Map<string, PageView>();
  private turn = 0;
  private id: string;

  constructor(id: string) {
    this.id = id;
  }

  /** Draws a page at so many pixels; an older wish is dropped. */
  async ask(page: number, width: number): Promise<void> {
    const turn = ++this.turn;
    const known = this.kept.get(`${page} ${width}`);
    this.error = null;
    this.busy = !known;
    if (known) {
      this.shown = known;
      return;
    }
    try {
      const view = await this.draw(page, width);
      if (turn === this.turn) this.shown = view;
    } catch (thrown) {
      if (turn === this.turn) this.error = CommandError.from(thrown);
    }
    if (turn === this.turn) this.busy = false;
  }

  private async draw(page: number, width: number): Promise<PageView> {
    const { value } = await backend().call('attachments.page', { id: this.id, page, width });
    this.kept.set(`${page} ${width}`, value);
    for (const key of this.kept.keys()) {
      if (this.kept.size <= KEPT) break;
      this.kept.delete(key);
    }
    return value;
  }
}
