import { keyNames } from './keyNames';

type Given = string | null | undefined | { text: string | null | undefined; keys?: string; side?: 'top' | 'right' };

let shown: { box: HTMLElement; owner: HTMLElement } | null = null;
let waiting: ReturnType<typeof setTimeout> | undefined;

function hide(): void {
  clearTimeout(waiting);
  shown?.box.remove();
  shown = null;
}

function show(owner: HTMLElement, text: string, keys: string | undefined, side: 'top' | 'right'): void {
  hide();
  if (!owner.isConnected) return;
  const box = document.createElement('div');
  box.className = 'float tooltip';
  box.setAttribute('aria-hidden', 'true');
  box.textContent = text;
  if (keys) {
    const kbd = document.createElement('kbd');
    kbd.textContent = keyNames(keys).join(' ');
    box.append(kbd);
  }
  box.addEventListener('mouseleave', hide);
  document.body.append(box);
  const at = owner.getBoundingClientRect();
  const size = box.getBoundingClientRect();
  const within = (value: number, most: number) => Math.max(6, Math.min(value, most - 6));
  const above = at.top - size.height - 6;
  const left = side === 'right' ? at.right + 8 : at.left + at.width / 2 - size.width / 2;
  const top = side === 'right' ? at.top + at.height / 2 - size.height / 2 : above < 6 ? at.bottom + 6 : above;
  box.style.left = `${within(left, innerWidth - size.width)}px`;
  box.style.top = `${within(top, innerHeight - size.height)}px`;
  shown = { box, owner };
}

/** Words for a thing that shows none. On hover after a moment, on keyboard focus at once; Escape hides it. */
export function tooltip(node: HTMLElement, given: Given) {
  let now = given;
  const parts = () => (typeof now === 'object' && now ? now : { text: now, keys: undefined, side: undefined });
  const open = () => {
    const { text, keys, side } = parts();
    if (text) show(node, text, keys, side ?? 'top');
  };
  const enter = () => {
    clearTimeout(waiting);
    waiting = setTimeout(open, shown ? 0 : 450);
  };
  const leave = (event: Event) => {
    if (event instanceof MouseEvent && shown?.box.contains(event.relatedTarget as Node | null)) return;
    clearTimeout(waiting);
    if (!shown || shown.owner === node) hide();
  };
  const focus = () => node.matches(':focus-visible') && open();
  const key = (event: KeyboardEvent) => event.key === 'Escape' && shown && hide();
  node.addEventListener('mouseenter', enter);
  node.addEventListener('mouseleave', leave);
  node.addEventListener('focusin', focus);
  node.addEventListener('focusout', leave);
  node.addEventListener('click', hide);
  node.addEventListener('keydown', key);
  return {
    update: (next: Given) => void (now = next),
    destroy() {
      if (shown?.owner === node) hide();
      clearTimeout(waiting);
      node.removeEventListener('mouseenter', enter);
      node.removeEventListener('mouseleave', leave);
      node.removeEventListener('focusin', focus);
      node.removeEventListener('focusout', leave);
      node.removeEventListener('click', hide);
      node.removeEventListener('keydown', key);
    },
  };
}
