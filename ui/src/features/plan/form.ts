/** The first field of the open dialog that refuses what was written; it gets the focus. */
export function firstWrong(): boolean {
  const wrong = document.querySelector<HTMLElement>('.dialog [aria-invalid=true]');
  wrong?.focus();
  return wrong !== null;
}
