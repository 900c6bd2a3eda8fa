// Of a long table only the rows near the eye are drawn; what is above and below them is held open by their usual height.
import { tick } from 'svelte';

const NEAR = 24;
/** It moves in steps, so that scrolling redraws seldom. */
const STEP = 12;

/** Which rows to draw when those from `top` to `bottom` are seen; what is drawn stays while it reaches far enough. */
export function reachOf(seen: { top: number; bottom: number }, now: { from: number; to: number }, count: number) {
  const least = { from: Math.max(0, seen.top - NEAR / 2), to: Math.min(count, seen.bottom + NEAR / 2) };
  const most = NEAR * 2 + STEP + seen.bottom - seen.top;
  if (now.from <= least.from && now.to >= least.to && now.to <= count && now.to - now.from <= most) return now;
  return {
    from: Math.max(0, Math.floor((seen.top - NEAR) / STEP) * STEP),
    to: Math.min(count, Math.ceil((seen.bottom + NEAR) / STEP) * STEP),
  };
}

export class RowWindow {
  private drawn = $state.raw({ from: 0, to: 60 });
  private usual = $state(38);
  private readonly count: () => number;
  private box: HTMLElement | undefined;

  constructor(count: () => number) {
    this.count = count;
  }
  readonly from = $derived.by(() => Math.min(this.drawn.from, Math.max(0, this.count() - 1)));
  readonly to = $derived.by(() => Math.min(this.drawn.to, this.count()));
  /** Pixels that stand for the rows above and below. */
  readonly above = $derived.by(() => this.from * this.usual);
  readonly below = $derived.by(() => (this.count() - this.to) * this.usual);

  private readonly rows = () => [...(this.box?.querySelectorAll<HTMLElement>('[data-key]') ?? [])];

  /** Draws a row, wherever it is, and gives it to `then`. */
  async reveal(at: number, key: string, then: (row: HTMLElement) => void): Promise<void> {
    if (at < this.from || at >= this.to) {
      this.drawn = reachOf({ top: at, bottom: at + 1 }, { from: 0, to: 0 }, this.count());
      await tick();
    }
    const row = this.rows().find((one) => one.dataset.key === key);
    if (row) then(row);
  }

  /** The box that holds the table: looked at whenever its surroundings scroll. */
  readonly watch = (box: HTMLElement) => {
    this.box = box;
    let asked = 0;
    const look = () => {
      asked = 0;
      const rows = this.rows();
      const [first, last] = [rows[0], rows.at(-1)];
      if (!first || !last) return;
      const top = first.getBoundingClientRect().top;
      const height = last.getBoundingClientRect().bottom - top;
      const each = height / rows.length || this.usual;
      const at = (y: number) => (y < top ? this.from - (top - y) / this.usual : this.from + (y - top) / each);
      const clamp = (row: number) => Math.max(0, Math.min(this.count(), row));
      const seen = { top: clamp(Math.floor(at(0))), bottom: clamp(Math.ceil(at(innerHeight))) };
      const next = reachOf(seen, { from: this.from, to: this.to }, this.count());
      if (next.from === this.from && next.to === this.to) return;
      // A row that is seen before and after stays where it is on the screen.
      const anchor = rows.find((row) => row.getBoundingClientRect().bottom > 0 && row.isConnected);
      const key = anchor?.dataset.key;
      const before = anchor?.getBoundingClientRect().top ?? 0;
      this.drawn = next;
      void tick().then(() => {
        const same = key ? this.rows().find((row) => row.dataset.key === key) : undefined;
        const moved = same ? same.getBoundingClientRect().top - before : 0;
        if (Math.abs(moved) > 1) scroller(box)?.scrollBy({ top: moved, behavior: 'instant' });
      });
    };
    const ask = () => (asked ||= requestAnimationFrame(look));
    const size = new ResizeObserver(ask);
    size.observe(box);
    addEventListener('scroll', ask, { capture: true, passive: true });
    addEventListener('resize', ask);
    ask();
    return {
      destroy: () => {
        cancelAnimationFrame(asked);
        size.disconnect();
        removeEventListener('scroll', ask, { capture: true });
        removeEventListener('resize', ask);
        this.box = undefined;
      },
    };
  };
}

function scroller(of: HTMLElement): HTMLElement | null {
  for (let one = of.parentElement; one; one = one.parentElement) {
    if (/auto|scroll/.test(getComputedStyle(one).overflowY)) return one;
  }
  return document.scrollingElement as HTMLElement | null;
}
