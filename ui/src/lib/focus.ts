/**
 * What had the focus can go by what the person did with it: a line that was removed, a button that did its work. The focus then
 * goes to what is nearest to where it was, not to the top of the window. Returns the way to stop.
 */
export function keepFocusNear(root: HTMLElement = document.body): () => void {
  const FOCUSABLE = 'a[href], button:not(:disabled), input:not(:disabled), select:not(:disabled), textarea, [tabindex="0"]';
  let path: HTMLElement[] = [];

  const remember = (event: Event) => {
    path = [];
    for (let at = event.target as HTMLElement | null; at && at !== root; at = at.parentElement) path.push(at);
  };
  const forget = () => (path = []);

  function look() {
    const [last, ...around] = path;
    if (!last || last.isConnected || (document.activeElement && document.activeElement !== document.body)) return;
    const near = around.find((one) => one.isConnected && one.closest('main, [data-inspector], [data-modal]'));
    path = [];
    (near?.querySelector<HTMLElement>(FOCUSABLE) ?? near?.closest<HTMLElement>('main'))?.focus({ preventScroll: true });
  }
  // Lists and dialogs have their own way to keep it: they come first.
  const watch = new MutationObserver(() => setTimeout(look, 30));
  watch.observe(root, { childList: true, subtree: true });
  document.addEventListener('focusin', remember);
  document.addEventListener('pointerdown', forget);
  return () => {
    watch.disconnect();
    document.removeEventListener('focusin', remember);
    document.removeEventListener('pointerdown', forget);
  };
}
