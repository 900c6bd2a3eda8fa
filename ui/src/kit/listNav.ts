/** Arrow keys, Home, End, Page up and down among the `[data-item]`s of a list. One of them is in the tab order. */
export function listNav(node: HTMLElement, options: { onmove?: (item: HTMLElement) => void } = {}) {
  let given = options;
  const items = () => [...node.querySelectorAll<HTMLElement>('[data-item]')].filter((item) => !item.hasAttribute('disabled'));

  function mark(current?: HTMLElement) {
    const all = items();
    const one = current ?? all.find((item) => item.matches('[aria-selected=true], [aria-current=true]')) ?? all[0];
    for (const item of all) item.tabIndex = item === one ? 0 : -1;
  }

  function move(item: HTMLElement | undefined) {
    if (!item) return;
    mark(item);
    item.focus();
    item.scrollIntoView?.({ block: 'nearest' });
    given.onmove?.(item);
  }

  function keys(event: KeyboardEvent) {
    const target = event.target as HTMLElement;
    if (event.defaultPrevented || target.matches('input, textarea, select') || event.ctrlKey || event.metaKey || event.altKey)
      return;
    const all = items();
    const at = all.findIndex((item) => item === target || item.contains(target));
    if (at < 0) return;
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: all.length - 1, PageDown: at + 10, PageUp: at - 10 }[
      event.key
    ];
    if (to !== undefined) {
      event.preventDefault();
      move(all[Math.max(0, Math.min(all.length - 1, to))]);
    }
  }
  // Rows move and go when the list is fetched again; the focus goes with its row, or to the one that took its place.
  let held: { item: HTMLElement; name: string; at: number } | null = null;
  const nameOf = (item: HTMLElement) => item.dataset.key ?? item.dataset.testid ?? item.id;
  const focus = (event: FocusEvent) => {
    const item = (event.target as HTMLElement).closest<HTMLElement>('[data-item]');
    if (!item || !node.contains(item)) return;
    mark(item);
    held = item === event.target ? { item, name: nameOf(item), at: items().indexOf(item) } : null;
  };
  /** The focus or the pointer went elsewhere by the person's own doing. */
  const elsewhere = (event: Event) => {
    if (!node.contains(event.target as Node)) held = null;
  };
  function keepFocus() {
    const active = document.activeElement;
    if (!held || (active && active !== document.body)) return;
    const was = held;
    const all = items();
    const next = all.find((item) => was.name && nameOf(item) === was.name) ?? all[Math.min(was.at, all.length - 1)];
    (node.contains(was.item) ? was.item : next)?.focus({ preventScroll: true });
  }

  mark();
  const watch = new MutationObserver(() => {
    const all = items();
    // A row that came later can be focused too, by a click.
    for (const item of all) if (!item.hasAttribute('tabindex')) item.tabIndex = -1;
    if (!all.some((item) => item.tabIndex === 0)) mark();
    keepFocus();
  });
  document.addEventListener('focusin', elsewhere);
  document.addEventListener('pointerdown', elsewhere);
  watch.observe(node, { childList: true, subtree: true });
  node.addEventListener('keydown', keys);
  node.addEventListener('focusin', focus);
  return {
    update: (next: typeof options) => void (given = next),
    destroy() {
      watch.disconnect();
      document.removeEventListener('focusin', elsewhere);
      document.removeEventListener('pointerdown', elsewhere);
      node.removeEventListener('keydown', keys);
      node.removeEventListener('focusin', focus);
    },
  };
}
