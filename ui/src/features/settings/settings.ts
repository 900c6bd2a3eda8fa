// What the settings page reckons: members of a choice, and whether a form differs from what is kept.
import type { Commands } from '../../backend/backend';

export type Role = Commands['role.show']['value'];
export type Target = Commands['target.set']['params'];
export type Plan = Commands['plan.show']['value'];
export type Week = Plan['settings']['weekly_minutes'];
export type Absence = Plan['absences'][number];
export type Info = Commands['app.info']['value'];
export type KindCount = Commands['backup.restore']['value']['counts'][number];

export const SECTIONS = [
  'look',
  'target',
  'calendar',
  'absences',
  'reminders',
  'trust',
  'backups',
  'archive',
  'data',
  'pack',
  'about',
] as const;
export type SectionId = (typeof SECTIONS)[number];

/** What counts for each choice: the person's own member, else the stack's. */
export function effective(role: Role, target: Pick<Target, 'stack' | 'choices'>): Record<string, string> {
  const stack = role.stacks.find((one) => one.id === target.stack);
  return { ...stack?.choices, ...target.choices } as Record<string, string>;
}

/** The members of a choice that can be chosen: one that goes with another skill only counts beside that skill. */
export function membersOf(role: Role, choice: string, chosen: Record<string, string>): string[] {
  const others = new Set(Object.entries(chosen).flatMap(([id, skill]) => (id === choice ? [] : [skill])));
  const members = role.choices.find((one) => one.id === choice)?.members ?? [];
  const fitting = members.filter((member) => member.with === null || others.has(member.with)).map((member) => member.skill);
  const all = fitting.length > 0 ? fitting : members.map((member) => member.skill);
  return [...new Set(all)];
}

/** Own choices that still fit after another one changed; the others are let go. */
export function fittingChoices(role: Role, target: Pick<Target, 'stack' | 'choices'>): Record<string, string> {
  const chosen = effective(role, target);
  const kept = Object.entries(target.choices as Record<string, string>);
  return Object.fromEntries(kept.filter(([choice, skill]) => membersOf(role, choice, chosen).includes(skill)));
}

/** Whether two plain values say the same. */
export const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/** "backend-developer 1.0.0" in its two parts. */
export function packParts(words: string): { id: string; version: string } {
  const at = words.lastIndexOf(' ');
  return at < 0 ? { id: words, version: '' } : { id: words.slice(0, at), version: words.slice(at + 1) };
}
