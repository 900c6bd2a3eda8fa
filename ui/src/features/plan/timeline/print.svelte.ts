import { flushSync, tick } from 'svelte';

/** While the page is printed: everything is drawn, on paper's colours. */
export class Print {
  on = $state(false);
  private theme: string | undefined;

  begin(): void {
    if (this.on) return;
    const root = document.documentElement;
    this.theme = root.dataset.theme;
    root.dataset.theme = 'light';
    root.dataset.print = 'plan';
    flushSync(() => (this.on = true));
  }
  end(): void {
    if (!this.on) return;
    const root = document.documentElement;
    if (this.theme === undefined) delete root.dataset.theme;
    else root.dataset.theme = this.theme;
    delete root.dataset.print;
    this.on = false;
  }
  /** Opens the system's print dialog. */
  async run(): Promise<void> {
    this.begin();
    await tick();
    window.print();
  }
}
