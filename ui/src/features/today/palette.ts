import History from '@lucide/svelte/icons/history';
import ListChecks from '@lucide/svelte/icons/list-checks';
import NotebookPen from '@lucide/svelte/icons/notebook-pen';
import Pause from '@lucide/svelte/icons/pause';
import Play from '@lucide/svelte/icons/play';
import Square from '@lucide/svelte/icons/square';
import { backend } from '../../backend/backend';
import { tx } from '../../lib/format';
import type { PaletteEntry, PaletteSource } from '../../lib/palette';
import { go } from '../../lib/router.svelte';
import { startTimer, stopTimer, timer, toggleTimer } from '../../lib/timer.svelte';
import { m } from '../../paraglide/messages';

function running(): PaletteEntry[] {
  if (!timer.view) return [];
  const hint = tx(timer.view.title);
  const runs = timer.view.running;
  const keywords = m.timer_palette_words();
  return [
    { id: 'timer-stop', title: m.timer_palette_stop(), hint, icon: Square, keys: 'Alt+S', keywords, run: () => void stopTimer() },
    {
      id: 'timer-pause',
      title: runs ? m.timer_palette_pause() : m.timer_palette_resume(),
      hint,
      icon: runs ? Pause : Play,
      keys: 'Alt+P',
      keywords,
      run: () => void toggleTimer(),
    },
  ];
}

const source: PaletteSource = {
  commands: () => [
    ...running(),
    {
      id: 'timer-start',
      title: m.timer_palette_start(),
      icon: Play,
      keywords: m.timer_palette_words(),
      run: () => (timer.asks = { what: 'start' }),
    },
    {
      id: 'today-log',
      title: m.log_title(),
      icon: NotebookPen,
      keys: 'Alt+L',
      keywords: m.today_palette_words(),
      run: () => (timer.asks = { what: 'log' }),
    },
    {
      id: 'today-log-page',
      title: m.log_page(),
      icon: History,
      keywords: m.today_palette_words(),
      run: () => go('today', ['log']),
    },
    {
      id: 'today-review',
      title: m.review_title(),
      icon: ListChecks,
      keywords: m.today_palette_review_words(),
      run: () => go('today', ['review']),
    },
  ],
  records: async () => {
    const { now, next_sessions } = (await backend().call('today.show', {})).value;
    // Each item once, and not what runs already.
    const sessions = new Map(next_sessions.map((session) => [session.item, session]));
    if (timer.view?.item) sessions.delete(timer.view.item);
    return [...sessions.values()].map((session) => ({
      id: `timer-start-${session.item}`,
      title: m.timer_start_item({ title: tx(session.title) }),
      kind: m.timer_group(),
      keywords: m.timer_palette_words(),
      icon: Play,
      ...(session.item === now?.key && !timer.view ? { keys: 'Alt+S' } : {}),
      run: () => void startTimer({ item: session.item }, timer.view !== null),
    }));
  },
};
export default source;
