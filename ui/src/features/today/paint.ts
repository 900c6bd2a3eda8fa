// Work that must never delay what the person sees first.
import { todayIso } from '../../lib/format';
import { act, invalidate } from '../../lib/query.svelte';

/** Runs it after the next frame is on screen. Returns the way to call it off. */
export function afterPaint(run: () => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const frame = requestAnimationFrame(() => (timer = setTimeout(run, 0)));
  return () => (cancelAnimationFrame(frame), clearTimeout(timer));
}

let keptOn = '';

/** Has the core keep today's standing and forecast: once a day, quietly. */
export async function keepToday(): Promise<void> {
  const day = todayIso();
  if (keptOn === day) return;
  keptOn = day;
  const done = await act('forecast.keep', {}, { quiet: true, showError: false });
  if (!done.ok) keptOn = '';
}

/** Looks every ten minutes whether another day has begun: then everything is asked again. Returns the way to stop. */
export function followDays(): () => void {
  let day = todayIso();
  const look = () => {
    if (todayIso() === day) return;
    day = todayIso();
    invalidate(['*']);
    void keepToday();
  };
  const every = setInterval(look, 10 * 60_000);
  document.addEventListener('visibilitychange', look);
  return () => (clearInterval(every), document.removeEventListener('visibilitychange', look));
}
