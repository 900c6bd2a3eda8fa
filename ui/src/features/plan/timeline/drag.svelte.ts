// Dragging by hand: a bar sideways, a row up or down.
import type { PlanItemView } from '../../../backend/generated/commands';
import { follow } from '../../../kit/drag';

const EDGE = 36;

export interface Reach {
  box: () => HTMLElement;
  drop: (drag: { item: PlanItemView; way: 'x' | 'y'; dx: number; y: number }) => void;
}

export class TimelineDrag {
  item = $state.raw<PlanItemView | null>(null);
  way = $state<'x' | 'y'>('x');
  /** How far it was drawn sideways, and where the pointer is in the box: pixels. */
  dx = $state(0);
  x = $state(0);
  y = $state(0);
  private stop: (() => void) | null = null;
  private readonly reach: Reach;

  constructor(reach: Reach) {
    this.reach = reach;
  }

  start(event: PointerEvent, item: PlanItemView, way: 'x' | 'y'): void {
    if (event.button !== 0) return;
    this.stop?.();
    if (way === 'y') event.preventDefault();
    const box = this.reach.box();
    const from = { x: event.clientX, left: box.scrollLeft };
    const pull = (where: number, low: number, high: number) => (where < low + EDGE ? -14 : where > high - EDGE ? 14 : 0);
    this.stop = follow(event, {
      slop: 4,
      axis: way,
      move: (to) => {
        const at = box.getBoundingClientRect();
        this.item = item;
        this.way = way;
        if (way === 'x') box.scrollLeft += pull(to.clientX, at.left, at.right);
        else box.scrollTop += pull(to.clientY, at.top, at.bottom);
        this.dx = to.clientX - from.x + box.scrollLeft - from.left;
        this.x = to.clientX - at.left + box.scrollLeft;
        this.y = to.clientY - at.top + box.scrollTop;
      },
      drop: () => this.reach.drop({ item, way, dx: this.dx, y: this.y }),
      end: () => {
        this.item = null;
        this.dx = 0;
      },
    });
  }
}
