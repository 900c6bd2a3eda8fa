// Dragging by hand: a bar sideways, a row up or down. Escape leaves everything as it was.
import type { PlanItemView } from '../../../backend/generated/commands';

const SLOP = 4;
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
    this.end();
    if (way === 'y') event.preventDefault();
    const box = this.reach.box();
    const from = { x: event.clientX, y: event.clientY, left: box.scrollLeft };
    const move = (to: PointerEvent) => {
      const far = way === 'x' ? Math.abs(to.clientX - from.x) : Math.abs(to.clientY - from.y);
      if (!this.item && far < SLOP) return;
      const at = box.getBoundingClientRect();
      this.item = item;
      this.way = way;
      const pull = (where: number, low: number, high: number) => (where < low + EDGE ? -14 : where > high - EDGE ? 14 : 0);
      if (way === 'x') box.scrollLeft += pull(to.clientX, at.left, at.right);
      else box.scrollTop += pull(to.clientY, at.top, at.bottom);
      this.dx = to.clientX - from.x + box.scrollLeft - from.left;
      this.x = to.clientX - at.left + box.scrollLeft;
      this.y = to.clientY - at.top + box.scrollTop;
    };
    const up = () => {
      const { dx, y } = this;
      const moved = this.item !== null;
      this.end();
      if (!moved) return;
      // The click that follows is not meant for the row.
      const swallow = (click: Event) => click.stopPropagation();
      addEventListener('click', swallow, { capture: true, once: true });
      setTimeout(() => removeEventListener('click', swallow, { capture: true }), 0);
      this.reach.drop({ item, way, dx, y });
    };
    const keys = (key: KeyboardEvent) => {
      if (!this.item || key.key !== 'Escape') return;
      key.preventDefault();
      key.stopPropagation();
      this.end();
    };
    const cancel = () => this.end();
    addEventListener('pointermove', move);
    addEventListener('pointerup', up);
    addEventListener('pointercancel', cancel);
    addEventListener('blur', cancel);
    addEventListener('keydown', keys, true);
    this.stop = () => {
      removeEventListener('pointermove', move);
      removeEventListener('pointerup', up);
      removeEventListener('pointercancel', cancel);
      removeEventListener('blur', cancel);
      removeEventListener('keydown', keys, true);
    };
  }

  end(): void {
    this.stop?.();
    this.stop = null;
    this.item = null;
    this.dx = 0;
  }
}
