import { flushSync } from 'svelte';

export interface Room {
  /** As many lines as may be, for the window has another size. */
  again: () => void;
  /** One line fewer; false where that cannot be. */
  fewer: () => boolean;
}

/** Takes lines away, one by one, while the page that holds them would scroll. */
export function fewerWhereItScrolls(node: HTMLElement, room: Room): { destroy: () => void } | undefined {
  const page = node.closest<HTMLElement>('#page');
  const inside = page?.firstElementChild;
  if (!page || !inside) return;
  let height = page.clientHeight;
  let frame = 0;
  const look = () => {
    if (page.clientHeight !== height) flushSync(room.again);
    height = page.clientHeight;
    for (let fewer = true; fewer && page.scrollHeight > page.clientHeight;) flushSync(() => (fewer = room.fewer()));
  };
  const soon = () => {
    cancelAnimationFrame(frame);
    frame = requestAnimationFrame(look);
  };
  // What is drawn changes the boxes that are watched: in the next frame.
  const watch = new ResizeObserver(soon);
  watch.observe(page);
  watch.observe(inside);
  return { destroy: () => (cancelAnimationFrame(frame), watch.disconnect()) };
}
