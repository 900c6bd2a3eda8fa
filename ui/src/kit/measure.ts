/**
 * Tells the inner width and height of a box, at once and whenever they change: in the next frame, because what is drawn from
 * them may change the box again.
 */
export function measure(node: HTMLElement, told: (width: number, height: number) => void) {
  let tell = told;
  let frame = 0;
  const watch = new ResizeObserver(() => {
    cancelAnimationFrame(frame);
    frame = requestAnimationFrame(() => tell(node.clientWidth, node.clientHeight));
  });
  watch.observe(node);
  tell(node.clientWidth, node.clientHeight);
  return {
    update: (next: typeof told) => void (tell = next),
    destroy: () => {
      cancelAnimationFrame(frame);
      watch.disconnect();
    },
  };
}
