import type { Component } from 'svelte';

interface Opened {
  component: Component<Record<string, unknown>>;
  props: Record<string, unknown>;
  key: string;
  label: string;
  onclose?: () => void;
}

/** The pane on the right: whatever is selected, why its figures are what they are, its evidence. */
class Inspector {
  current = $state.raw<Opened | null>(null);
  private back: HTMLElement | null = null;

  /** The key of what is open, to mark its row as selected. */
  get key(): string | null {
    return this.current?.key ?? null;
  }

  open<P extends Record<string, unknown>>(
    component: Component<P>,
    props: P,
    options: { key: string; label: string; onclose?: () => void },
  ): void {
    if (!this.current) this.back = document.activeElement as HTMLElement | null;
    this.current = { component: component as unknown as Opened['component'], props, ...options };
  }

  close(): void {
    if (!this.current) return;
    const { onclose } = this.current;
    const inside = document.activeElement?.closest('[data-inspector]');
    this.current = null;
    onclose?.();
    if (inside) this.back?.focus();
    this.back = null;
  }
}

export const inspector = new Inspector();
