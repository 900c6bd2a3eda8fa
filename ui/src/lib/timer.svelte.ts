// The timer as the whole window sees it: the rail, Today, the keys and the palette. The core measures; here it only goes on ticking.
import { tick } from 'svelte';
import type { LogRow, TimerStartParams, TimerStopParams, TimerView } from '../backend/generated/commands';
import { m } from '../paraglide/messages';
import { errorText } from './errors';
import { hours, tx } from './format';
import { undo } from './history.svelte';
import { act } from './query.svelte';
import { toast } from './toast.svelte';

/** What a dialog asks for; the frame shows it wherever the person is. */
export type TimerAsk =
  | { what: 'stop' }
  | { what: 'start' }
  | { what: 'log'; item?: string | null; skill?: string | null; minutes?: number | null; on?: string; entry?: LogRow };

class Timer {
  /** The timer of the core; null where there is none. */
  view = $state.raw<TimerView | null>(null);
  /** What the last stop logged, until another is started or it is put away. */
  last = $state.raw<LogRow[]>([]);
  asks = $state.raw<TimerAsk | null>(null);
  busy = $state(false);
  private at = 0;
  private now = $state(0);

  /** An answer of the core, the moment it comes. */
  seen(view: TimerView | null): void {
    this.at = performance.now();
    this.now = this.at;
    this.view = view;
  }

  tick(): void {
    this.now = performance.now();
  }

  /** Milliseconds until the next second is shown. */
  get untilNext(): number {
    return 1000 - ((performance.now() - this.at) % 1000);
  }

  /** Seconds so far. A change of the system's clock does not matter: only the time that passed since the answer counts. */
  get seconds(): number {
    if (!this.view) return 0;
    return this.view.seconds + (this.view.running ? Math.max(0, Math.floor((this.now - this.at) / 1000)) : 0);
  }
}
export const timer = new Timer();

/** 0:07, 42:07, 1:04:09 */
export function clock(seconds: number): string {
  const two = (n: number) => String(n).padStart(2, '0');
  const [h, min, s] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  return h > 0 ? `${h}:${two(min)}:${two(s)}` : `${min}:${two(s)}`;
}

const ODD = ['timer.clock_set_back', 'timer.too_long'];

async function once<T>(run: () => Promise<T>): Promise<T | null> {
  if (timer.busy) return null;
  timer.busy = true;
  try {
    return await run();
  } finally {
    timer.busy = false;
  }
}

/** Starts it. Where another one runs, offers to stop that one and start this. Returns whether it runs now. */
export async function startTimer(what: Pick<TimerStartParams, 'item' | 'skill'>, swap = false): Promise<boolean> {
  const done = await once(() => act('timer.start', { ...what, switch: swap }, { showError: false, quiet: true }));
  if (!done) return false;
  if (done.ok) {
    timer.last = [];
    timer.seen(done.value);
    return true;
  }
  if (ODD.includes(done.error.code)) {
    timer.asks = { what: 'stop' };
    return false;
  }
  const refused = { tone: 'brick' as const, topic: 'timer' };
  const offer = { action: { label: m.timer_switch(), run: () => void startTimer(what, true) }, topic: 'timer', timeout: 15_000 };
  toast(errorText(done.error), done.error.code === 'timer.running' && !swap ? offer : refused);
  return false;
}

export async function pauseTimer(): Promise<void> {
  const done = await once(() => act('timer.pause', {}, { quiet: true }));
  if (done?.ok) timer.seen(done.value);
}

export async function resumeTimer(): Promise<void> {
  const done = await once(() => act('timer.resume', {}, { quiet: true }));
  if (done?.ok) timer.seen(done.value);
}

/** Stops it and logs what it measured; where that is odd, asks first how long it was. */
export async function stopTimer(params: TimerStopParams = {}): Promise<void> {
  if (timer.view?.warning && !params.minutes) {
    timer.asks = { what: 'stop' };
    return;
  }
  const done = await once(() => act('timer.stop', params, { quiet: true, showError: false }));
  if (!done) return;
  if (!done.ok) {
    // What it measured cannot be told: the person says it.
    if (ODD.includes(done.error.code)) timer.asks = { what: 'stop' };
    else toast(errorText(done.error), { tone: 'brick', topic: 'timer' });
    return;
  }
  stopped(done.value.entries);
  // The core's words for what was logged; where it was too short for that, why nothing was.
  const { history, value } = done;
  const said = history && value.minutes > 0 ? tx(history.sentence) : m.timer_nothing();
  const back = () => void undo({ seq: history?.seq });
  toast(said, { action: { label: m.common_undo(), run: back }, topic: 'history' });
}

/** After a stop: nothing runs, and what was logged can be corrected. */
export function stopped(entries: LogRow[]): void {
  timer.seen(null);
  timer.last = entries;
}

export async function discardTimer(): Promise<void> {
  const done = await once(() => act('timer.discard', {}));
  if (done?.ok) timer.seen(null);
}

/** The button that stopped it is gone: the focus goes to what comes next, near it. Nothing where the timer still is. */
export async function focusAfterStop(from: 'page' | 'rail' = 'page'): Promise<void> {
  await tick();
  if (timer.view || timer.asks) return;
  const page = ['main [data-testid="correct"]', 'main [data-testid="start"]'];
  const rail = ['[data-testid="rail-logged"] button'];
  const places = [...(from === 'rail' ? [...rail, ...page] : [...page, ...rail]), 'main h1'];
  for (const place of places) {
    const next = document.querySelector<HTMLElement>(place);
    if (next) return next.focus({ preventScroll: true });
  }
}

export const toggleTimer = (): Promise<void> => (timer.view?.running ? pauseTimer() : resumeTimer());

/** What a stopped timer left, in words: "45 min". */
export const sumOf = (rows: LogRow[]): string => hours(rows.reduce((all, row) => all + row.record.minutes, 0));
