// What can be done to an item with one move, by key, by menu, by hand: each a call of the core that says what came of it.
import ArrowDown from '@lucide/svelte/icons/arrow-down';
import ArrowLeft from '@lucide/svelte/icons/arrow-left';
import ArrowRight from '@lucide/svelte/icons/arrow-right';
import ArrowUp from '@lucide/svelte/icons/arrow-up';
import CalendarClock from '@lucide/svelte/icons/calendar-clock';
import Check from '@lucide/svelte/icons/check';
import Hourglass from '@lucide/svelte/icons/hourglass';
import Merge from '@lucide/svelte/icons/merge';
import Pin from '@lucide/svelte/icons/pin';
import Scissors from '@lucide/svelte/icons/scissors';
import Timer from '@lucide/svelte/icons/timer';
import X from '@lucide/svelte/icons/x';
import type { PlanItemView, PlanView } from '../../../backend/generated/commands';
import type { MenuItem } from '../../../kit/Menu.svelte';
import type { Icon } from '../../../kit/types';
import { tx } from '../../../lib/format';
import { act } from '../../../lib/query.svelte';
import { toast } from '../../../lib/toast';
import { m } from '../../../paraglide/messages';
import { asking } from './asking.svelte';
import { effectText } from './effect';
import { moveTo, nextFree, weekAway } from './moves';

const said = { said: effectText };

export const done = (key: string, today: string | null) => act('plan.done', { key, done_on: today }, said);
export const drop = (key: string, dropped = true) => act('plan.drop', { key, dropped }, said);
export const notBefore = (key: string, date: string | null) => act('plan.move', { key, not_before: date }, said);
export const defer = (key: string, weeks: number) => act('plan.defer', { key, weeks }, { ...said, showError: false });
export const split = (key: string, after: number) => act('plan.split', { key, after }, { ...said, showError: false });
export const join = (key: string) => act('plan.split', { key, after: null }, said);
export const ownOrder = (key: string) => act('plan.place', { key, place: null }, said);
export const unpin = (key: string, date: string | null) => act('plan.unpin', { key, date }, said);
export const startTimer = (key: string) => act('timer.start', { item: key, switch: true });

/** The item whose rest a part is: the key by which it is joined again. */
export const partOf = (key: string): string | null => (key.startsWith('part:') ? key.slice('part:'.length) : null);

/** Puts an item on a day: later, earlier, or ahead of what stands there. */
export async function putOn(view: PlanView, item: PlanItemView, day: number): Promise<void> {
  const move = moveTo(view, item, day);
  if (!move) return;
  if (move.kind === 'not_before') await notBefore(item.key, move.date);
  else if (move.kind === 'early') await notBefore(item.key, null);
  else if (move.kind === 'ahead')
    await act('plan.place', { key: item.key, place: { kind: 'ahead_of', item: move.item.key } }, said);
  else {
    const facts = { title: tx(item.title) };
    toast(move.waits ? m.timeline_stays_waits({ ...facts, first: tx(move.waits.title) }) : m.timeline_stays(facts), {
      topic: 'timeline',
    });
  }
}

/** Puts an item ahead of another, or at the end. */
export const placeAt = (key: string, before: PlanItemView | undefined) =>
  act('plan.place', { key, place: before ? { kind: 'ahead_of', item: before.key } : { kind: 'last' } }, said);

/** One place up or down among the items as they stand. */
export async function step(view: PlanView, item: PlanItemView, by: 1 | -1): Promise<void> {
  const at = view.items.findIndex((one) => one.key === item.key);
  const to = by < 0 ? at - 1 : at + 2;
  if (at < 0 || to < 0 || at + by >= view.items.length) return;
  await placeAt(item.key, view.items[to]);
}

/** Pins the next session where it stands; when all are pinned already, lets the item go. */
export async function pinNext(view: PlanView, item: PlanItemView): Promise<void> {
  const next = nextFree(view, item.key);
  if (next) await act('plan.pin', { key: item.key, date: next.date, minutes: next.minutes }, said);
  else if (item.record?.pinned.length) await unpin(item.key, null);
}

export interface Deed {
  id: string;
  keys: string;
  label: () => string;
  icon: Icon;
  tone?: 'brick';
  /** In the list of keys only, not in the menu. */
  keysOnly?: boolean;
  run: (view: PlanView, item: PlanItemView) => void;
}

export const deeds: Deed[] = [
  { id: 'done', keys: 'c', label: m.timeline_do_done, icon: Check, run: (view, item) => void done(item.key, view.today) },
  { id: 'timer', keys: 't', label: m.timeline_do_timer, icon: Timer, run: (_, item) => void startTimer(item.key) },
  { id: 'move', keys: 'm', label: m.timeline_do_move, icon: CalendarClock, run: (_, item) => asking.open('move', item) },
  { id: 'defer', keys: 'd', label: m.timeline_do_defer, icon: Hourglass, run: (_, item) => asking.open('defer', item) },
  {
    id: 'later',
    keys: 'Shift+ArrowRight',
    label: m.timeline_do_later,
    icon: ArrowRight,
    run: (view, item) => void putOn(view, item, weekAway(item, 1)),
  },
  {
    id: 'earlier',
    keys: 'Shift+ArrowLeft',
    label: m.timeline_do_earlier,
    icon: ArrowLeft,
    run: (view, item) => void putOn(view, item, weekAway(item, -1)),
  },
  { id: 'up', keys: 'Alt+ArrowUp', label: m.timeline_do_up, icon: ArrowUp, run: (view, item) => void step(view, item, -1) },
  {
    id: 'down',
    keys: 'Alt+ArrowDown',
    label: m.timeline_do_down,
    icon: ArrowDown,
    run: (view, item) => void step(view, item, 1),
  },
  { id: 'pin', keys: 'p', label: m.timeline_do_pin, icon: Pin, run: (view, item) => void pinNext(view, item) },
  { id: 'split', keys: 's', label: m.timeline_do_split, icon: Scissors, run: (_, item) => asking.open('split', item) },
  { id: 'drop', keys: 'x', label: m.timeline_do_drop, icon: X, run: (_, item) => void drop(item.key) },
];

/** The same as a menu, with the keys shown. */
export function deedMenu(view: PlanView, item: PlanItemView, without: string[] = []): (MenuItem | 'line')[] {
  const all = deeds
    .filter((deed) => !without.includes(deed.id))
    .map((deed) => ({ label: deed.label(), icon: deed.icon, keys: deed.keys, onselect: () => deed.run(view, item) }));
  const items: (MenuItem | 'line')[] = all;
  const whole = item.record?.split_after != null ? item.key : partOf(item.key);
  if (whole) items.push({ label: m.timeline_do_join(), icon: Merge, onselect: () => void join(whole) });
  return items;
}
