// What of the chart is in sight: its scale, the rows and days that are drawn, and on which side of them an item lies.
import type { PlanItemView } from '../../../backend/generated/commands';
import { month, range as between } from '../../../lib/format';
import { clampPx, dayOf, isoOf, pxOf, widthOf, xOf, type Scale, type Zoom } from './scale';
import { HEAD, ROW } from './sizes';

export interface Given {
  range: { start: number; end: number };
  /** A named zoom, or pixels of a day. */
  zoom: Zoom | number;
  /** How many rows there are. */
  rows: number;
}
// What is drawn moves in steps, so that scrolling redraws seldom.
const CHUNK = 512;
const STEP = 8;
const monthAndYear = (iso: string) => `${month(iso, 'short')} ${iso.slice(0, 4)}`;

export class Viewport {
  box = $state.raw<HTMLElement>();
  boxWidth = $state(0);
  boxHeight = $state(0);
  left = $state(0);
  top = $state(0);
  private readonly given: () => Given;

  constructor(given: () => Given) {
    this.given = given;
  }

  private readonly range = $derived.by(() => this.given().range);
  private readonly days = $derived.by(() => this.range.end - this.range.start);
  /** Pixels of the labels, and of what is beside them. */
  readonly label = $derived.by(() => (this.boxWidth < 640 ? 180 : this.boxWidth < 900 ? 224 : 268));
  readonly room = $derived.by(() => Math.max(200, this.boxWidth - this.label));
  readonly px = $derived.by(() => {
    const { zoom } = this.given();
    return typeof zoom === 'number' ? clampPx(zoom, this.days, this.room) : pxOf(zoom, this.days, this.room);
  });
  readonly scale = $derived.by<Scale>(() => ({ ...this.range, px: this.px }));
  readonly width = $derived.by(() => Math.floor(widthOf(this.scale)));

  /** The rows that are drawn. */
  readonly first = $derived.by(() => Math.max(0, Math.floor(this.top / ROW / STEP) * STEP - STEP));
  readonly last = $derived.by(() =>
    Math.min(this.given().rows, this.first + Math.ceil((this.boxHeight - HEAD) / ROW / STEP) * STEP + 3 * STEP),
  );
  /** The pixels and days that are drawn. */
  readonly x0 = $derived.by(() => Math.max(0, Math.floor(this.left / CHUNK) * CHUNK - CHUNK));
  readonly x1 = $derived.by(() => Math.min(this.width, this.x0 + Math.ceil(this.room / CHUNK) * CHUNK + 3 * CHUNK));
  readonly from = $derived.by(() => this.range.start + Math.floor(this.x0 / this.px));
  readonly to = $derived.by(() => Math.min(this.range.end, this.range.start + Math.ceil(this.x1 / this.px)));

  /** The days that the eye sees, by steps. */
  private readonly seenFrom = $derived.by(() => this.range.start + Math.floor(this.left / 48) * (48 / this.px));
  private readonly seenTo = $derived.by(() => this.seenFrom + this.room / this.px);
  private readonly whole = $derived.by(() => this.width <= this.room + 1);
  /** "Nov 2026 – Mar 2027" */
  readonly months = $derived.by(() => {
    const a = isoOf(Math.max(this.range.start, Math.floor(this.seenFrom)));
    const b = isoOf(Math.min(this.range.end - 1, Math.floor(this.seenTo)));
    return a.slice(0, 7) === b.slice(0, 7) ? monthAndYear(a) : between(monthAndYear(a), monthAndYear(b));
  });
  /** How many rows a page is. */
  readonly page = $derived.by(() => Math.max(1, Math.floor((this.boxHeight - HEAD) / ROW) - 1));

  readonly scrolled = (): void => {
    if (!this.box) return;
    this.left = this.box.scrollLeft;
    this.top = this.box.scrollTop;
    this.leftDay = this.range.start + this.left / this.px;
  };
  /** The day at the left edge, as it was scrolled to. */
  private leftDay: number | null = null;
  /** Another width, another scale: the same day stays at the left edge. */
  keepDay(): void {
    if (this.leftDay !== null && this.box) this.box.scrollLeft = Math.max(0, (this.leftDay - this.range.start) * this.px);
  }

  /** On which side the bar of an item is out of sight. */
  side(item: PlanItemView): 'before' | 'after' | null {
    if (this.whole || !item.starts || !item.finishes) return null;
    if (dayOf(item.finishes) + 1 < this.seenFrom + 4 / this.px) return 'before';
    return dayOf(item.starts) > this.seenTo - 4 / this.px ? 'after' : null;
  }
  /** Scrolls to the bar of an item. */
  goTo(item: PlanItemView): void {
    if (item.starts && this.box) this.box.scrollLeft = Math.max(0, xOf(this.scale, dayOf(item.starts)) - this.room / 4);
  }
  /** Brings a row into sight: at the nearest edge, or with room above it. */
  showRow(at: number, above = false): void {
    const { box } = this;
    if (!box) return;
    const y = at * ROW;
    const seen = this.boxHeight - HEAD;
    if (y >= box.scrollTop && y + ROW <= box.scrollTop + seen) return;
    if (above) box.scrollTop = Math.max(0, y - this.boxHeight / 3);
    else box.scrollTop = y < box.scrollTop ? y : y + ROW - seen;
    this.top = box.scrollTop;
  }
  /** The day at a place in the box, and back. */
  dayAt = (x: number): number => this.range.start + ((this.box?.scrollLeft ?? 0) + x - this.label) / this.px;
  holdDay(day: number, x: number): void {
    if (this.box) this.box.scrollLeft = (day - this.range.start) * this.px - x + this.label;
  }
  clamped = (px: number): number => clampPx(px, this.days, this.room);
  /** Between which rows a height in the canvas lies. */
  slot = (y: number): number => Math.max(0, Math.min(this.given().rows, Math.round((y - HEAD) / ROW)));
}
