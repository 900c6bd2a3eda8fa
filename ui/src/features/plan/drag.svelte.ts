// Dragging a session with the pointer: own events, so that it is the same in every webview and can be left with Escape.
import type { Card } from './week';

const SLOP = 5;
const TURN = 650;

interface Reach {
  drop: (card: Card, day: string) => void;
  /** The pointer rests on "previous" or "next" week. */
  turn: (way: 'back' | 'on') => void;
}

export class SessionDrag {
  card = $state.raw<Card | null>(null);
  over = $state<string | null>(null);
  x = $state(0);
  y = $state(0);
  private stop: (() => void) | null = null;
  private readonly reach: Reach;

  constructor(reach: Reach) {
    this.reach = reach;
  }

  /** From `pointerdown` on a card. */
  start(event: PointerEvent, card: Card): void {
    if (event.button !== 0 || event.pointerType === 'touch') return;
    this.end();
    const from = { x: event.clientX, y: event.clientY };
    let resting: string | null = null;
    let timer: ReturnType<typeof setTimeout> | undefined;

    const move = (to: PointerEvent) => {
      if (!this.card && Math.hypot(to.clientX - from.x, to.clientY - from.y) < SLOP) return;
      this.card = card;
      this.x = to.clientX;
      this.y = to.clientY;
      const under = document.elementFromPoint(to.clientX, to.clientY);
      this.over = under?.closest<HTMLElement>('[data-day]')?.dataset.day ?? null;
      const turn = under?.closest<HTMLElement>('[data-turn]')?.dataset.turn ?? null;
      if (turn === resting) return;
      clearInterval(timer);
      resting = turn;
      if (turn === 'back' || turn === 'on') timer = setInterval(() => this.reach.turn(turn), TURN);
    };
    const up = () => {
      const day = this.over;
      if (this.card) {
        // The click that follows is not meant for the card.
        const swallow = (click: Event) => click.stopPropagation();
        addEventListener('click', swallow, { capture: true, once: true });
        setTimeout(() => removeEventListener('click', swallow, { capture: true }), 0);
        if (day && day !== card.date) this.reach.drop(card, day);
      }
      this.end();
    };
    const keys = (key: KeyboardEvent) => {
      if (!this.card || key.key !== 'Escape') return;
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
      clearInterval(timer);
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
    this.card = null;
    this.over = null;
  }
}
