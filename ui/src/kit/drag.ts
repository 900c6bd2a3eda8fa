// Following a pointer from a press to its release: own events, so that it is the same in every webview, and Escape
// leaves everything as it was.

export interface Follower {
  /** How many pixels count as still. */
  slop: number;
  /** Which way counts; both where nothing is said. */
  axis?: 'x' | 'y';
  /** The pointer moved, and went further than the slop at least once. */
  move: (at: PointerEvent) => void;
  /** It was let go after it moved. */
  drop: () => void;
  /** It is over, dropped or not. */
  end: () => void;
}

/** From `pointerdown`; what is given back stops it. Losing the focus does not: another window may come up meanwhile. */
export function follow(from: PointerEvent, { slop, axis, move, drop, end }: Follower): () => void {
  const life = new AbortController();
  let moved = false;
  const stop = () => {
    if (life.signal.aborted) return;
    life.abort();
    end();
  };
  const onmove = (at: PointerEvent) => {
    // The button was let go where nobody saw it.
    if (at.pointerType === 'mouse' && at.buttons === 0) return stop();
    const x = axis === 'y' ? 0 : at.clientX - from.clientX;
    const y = axis === 'x' ? 0 : at.clientY - from.clientY;
    if (!moved && Math.hypot(x, y) < slop) return;
    moved = true;
    move(at);
  };
  const onup = () => {
    if (moved) {
      // The click that follows is not meant for what lies under the pointer.
      const swallow = (click: Event) => click.stopPropagation();
      addEventListener('click', swallow, { capture: true, once: true });
      setTimeout(() => removeEventListener('click', swallow, { capture: true }), 0);
      drop();
    }
    stop();
  };
  const onkey = (key: KeyboardEvent) => {
    if (!moved || key.key !== 'Escape') return;
    key.preventDefault();
    key.stopPropagation();
    stop();
  };
  const { signal } = life;
  addEventListener('pointermove', onmove, { signal });
  addEventListener('pointerup', onup, { signal });
  addEventListener('pointercancel', stop, { signal });
  addEventListener('keydown', onkey, { signal, capture: true });
  return stop;
}
