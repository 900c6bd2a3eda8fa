export type ToastTone = 'neutral' | 'brick';

export interface ToastOptions {
  tone?: ToastTone;
  action?: { label: string; run: () => void };
  /** Milliseconds; 0 stays until it is closed. Errors stay. */
  timeout?: number;
  /** A newer toast of the same topic takes the place of the older one. */
  topic?: string;
}

export interface Toast extends Required<Pick<ToastOptions, 'tone' | 'timeout'>> {
  id: number;
  message: string;
  action?: ToastOptions['action'];
  topic?: string;
}

class Toasts {
  shown = $state<Toast[]>([]);
  paused = false;
  private last = 0;
  private left = new Map<number, { ms: number; since: number; timer: ReturnType<typeof setTimeout> | undefined }>();

  add(message: string, options: ToastOptions = {}): number {
    const tone = options.tone ?? 'neutral';
    const timeout = options.timeout ?? (tone === 'brick' ? 0 : options.action ? 8000 : 5000);
    const one: Toast = { id: ++this.last, message, tone, timeout, action: options.action, topic: options.topic };
    for (const old of this.shown) if (one.topic && old.topic === one.topic) this.stop(old.id);
    this.shown = [...this.shown.filter((old) => !one.topic || old.topic !== one.topic), one].slice(-4);
    if (timeout > 0) {
      this.left.set(one.id, { ms: timeout, since: 0, timer: undefined });
      if (!this.paused) this.start(one.id);
    }
    return one.id;
  }

  close(id: number): void {
    this.stop(id);
    this.shown = this.shown.filter((one) => one.id !== id);
  }

  /** What went well makes room for what opens; what went wrong stays to be read. */
  makeRoom(): void {
    for (const one of this.shown) if (one.tone === 'neutral') this.close(one.id);
  }

  clear(): void {
    for (const one of this.shown) this.stop(one.id);
    this.shown = [];
    this.paused = false;
  }

  /** While the pointer or the focus is on them, they stay. */
  pause(): void {
    if (this.paused) return;
    this.paused = true;
    for (const wait of this.left.values()) {
      clearTimeout(wait.timer);
      wait.ms -= Date.now() - wait.since;
    }
  }

  resume(): void {
    if (!this.paused) return;
    this.paused = false;
    for (const id of this.left.keys()) this.start(id);
  }

  private start(id: number): void {
    const wait = this.left.get(id);
    if (!wait) return;
    wait.since = Date.now();
    wait.timer = setTimeout(() => this.close(id), Math.max(wait.ms, 1500));
  }

  private stop(id: number): void {
    clearTimeout(this.left.get(id)?.timer);
    this.left.delete(id);
  }
}

export const toasts = new Toasts();

/** Says something at the foot of the window. Returns an id for `toasts.close`. */
export const toast = (message: string, options?: ToastOptions): number => toasts.add(message, options);
