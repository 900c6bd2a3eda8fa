/**
 * Makes a box as high as what is left of the page below its top, so that it scrolls and the page does not. At least `least`
 * pixels: in a window that is too low for that, the page scrolls too.
 */
export function fit(node: HTMLElement, least = 260) {
  let frame = 0;
  const page = node.closest<HTMLElement>('#page') ?? document.documentElement;
  const now = () => {
    const top = node.getBoundingClientRect().top - page.getBoundingClientRect().top + page.scrollTop;
    // What stands below it, the page's own space included.
    const all = (node.closest('.page') ?? node).getBoundingClientRect();
    const below = Math.max(16, all.bottom - node.getBoundingClientRect().bottom);
    node.style.setProperty('max-height', `${Math.max(least, Math.floor(page.clientHeight - top - below))}px`);
  };
  const soon = () => {
    cancelAnimationFrame(frame);
    frame = requestAnimationFrame(now);
  };
  const watch = new ResizeObserver(soon);
  watch.observe(page);
  if (node.parentElement) watch.observe(node.parentElement);
  now();
  return {
    destroy() {
      cancelAnimationFrame(frame);
      watch.disconnect();
    },
  };
}
