// What the settings of reminders reckon: which kinds are on, a time of day as people write it.
import type { ReminderKind, ReminderSettings, RemindersView } from '../../backend/generated/commands';

export type { ReminderSettings, RemindersView };

export const KINDS: ReminderKind[] = ['exam', 'expiry', 'renewal', 'session'];
/** Where nobody said otherwise: the night. */
export const USUAL_QUIET: [string, string] = ['21:00', '08:00'];

/** The kinds with one of them on or off, in their usual order. */
export function withKind(kinds: ReminderKind[], kind: ReminderKind, on: boolean): ReminderKind[] {
  return KINDS.filter((one) => (one === kind ? on : kinds.includes(one)));
}

/** 9, 9h, 9:5, 9h30, 0930 and 21.30 as HH:MM. What is no time stays as it was written: the core says so. */
export function timeOfDay(text: string): string {
  const plain = text.trim().replace(/[\s\u00a0\u202f]/g, '');
  const found = /^(\d{1,2})(?:[h:.](\d{0,2}))?$/i.exec(plain) ?? /^(\d{1,2})(\d{2})$/.exec(plain);
  if (!found) return text.trim();
  const two = (digits: string | undefined) => (digits || '0').padStart(2, '0');
  return `${two(found[1])}:${two(found[2])}`;
}

/** Whether quiet hours end on the next day. */
export const spansMidnight = ([from, to]: [string, string]): boolean => to < from;
