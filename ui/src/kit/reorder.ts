// A list that is put in order by its handles: dragged with the pointer, or moved by the arrow keys while one has the focus.
// The items are `[data-sort]`, each with a `[data-grip]` inside.
import { follow } from './drag';

export interface Reorder {
  /** An item is to stand elsewhere for now, while it is dragged. */
  onmove: (from: number, to: number) => void;
  /** The order stands: it was let go, or moved by a key. */
  ondone: () => void;
  /** Left as it was. */
  oncancel: () => void;
}

export function reorder(node: HTMLElement, given: Reorder) {
  let now = given;
  let stop = () => {};
  const items = () => [...node.querySelectorAll<HTMLElement>('[data-sort]')];

  /** Where the item belongs that is held at this point; where it is, when it is over none. */
  function placeAt(held: HTMLElement, x: number, y: number): number {
    const all = items();
    const from = all.indexOf(held);
    const own = held.getBoundingClientRect();
    const over = all.findIndex((item, i) => {
      const box = item.getBoundingClientRect();
      if (i === from || x < box.left || x > box.right || y < box.top || y > box.bottom) return false;
      // Among rows of different heights: only past the middle of what takes its place, or it would jump back.
      const below = box.top >= own.bottom || box.bottom <= own.top;
      const beside = box.left >= own.right || box.right <= own.left;
      if (!below || beside) return true;
      const middle = box.top + box.height / 2;
      return i > from ? y > middle : y < middle;
    });
    return over < 0 ? from : over;
  }

  function down(event: PointerEvent) {
    const grip = (event.target as HTMLElement).closest('[data-grip]');
    const held = grip?.closest<HTMLElement>('[data-sort]');
    if (!held || event.button !== 0) return;
    let dropped = false;
    stop = follow(event, {
      slop: 4,
      move: (at) => {
        held.setAttribute('data-held', '');
        const [from, to] = [items().indexOf(held), placeAt(held, at.clientX, at.clientY)];
        if (from !== to) now.onmove(from, to);
      },
      drop: () => {
        dropped = true;
        now.ondone();
      },
      end: () => {
        const moved = held.hasAttribute('data-held');
        held.removeAttribute('data-held');
        if (moved && !dropped) now.oncancel();
      },
    });
  }

  function keys(event: KeyboardEvent) {
    const grip = (event.target as HTMLElement).closest<HTMLElement>('[data-grip]');
    const held = grip?.closest<HTMLElement>('[data-sort]');
    if (!grip || !held || event.ctrlKey || event.metaKey) return;
    const all = items();
    const from = all.indexOf(held);
    const by = { ArrowUp: -1, ArrowLeft: -1, ArrowDown: 1, ArrowRight: 1 }[event.key];
    const to = { Home: 0, End: all.length - 1 }[event.key] ?? (by === undefined ? undefined : from + by);
    if (to === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    if (to === from || to < 0 || to >= all.length) return;
    now.onmove(from, to);
    now.ondone();
    // What moves in the page may lose the focus.
    setTimeout(() => grip.isConnected && grip.focus());
  }

  node.addEventListener('pointerdown', down);
  node.addEventListener('keydown', keys);
  return {
    update: (next: Reorder) => void (now = next),
    destroy() {
      stop();
      node.removeEventListener('pointerdown', down);
      node.removeEventListener('keydown', keys);
    },
  };
}
