// Dragging a session to another day with the pointer.
import { follow } from '../../kit/drag';
import type { Card } from './week';

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
    let resting: string | null = null;
    let timer: ReturnType<typeof setTimeout> | undefined;
    this.stop = follow(event, {
      slop: 5,
      move: (to) => {
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
      },
      drop: () => {
        if (this.over && this.over !== card.date) this.reach.drop(card, this.over);
      },
      end: () => {
        clearInterval(timer);
        this.card = null;
        this.over = null;
      },
    });
  }

  end(): void {
    this.stop?.();
    this.stop = null;
  }
}
