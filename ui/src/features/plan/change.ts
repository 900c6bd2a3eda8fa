// Changes to an item: the core keeps one record per item, so each of these sends all of it.
import type { CommandError } from '../../backend/backend';
import type { PlanItemRecord } from '../../backend/generated/commands';
import { errorText } from '../../lib/errors';
import { act } from '../../lib/query.svelte';
import { isOwn, paramsOf } from './plan';
import { done, drop } from './timeline/deeds';

/** Back into the plan. */
export async function takeBackIn(record: PlanItemRecord): Promise<void> {
  if (record.done_on) await done(record.key, null);
  if (record.dropped || !record.done_on) await drop(record.key, false);
}

/** Forgets what was changed about an item of the plan; an own item goes. */
export const removeItem = (key: string) => act('plan.item_remove', { key });

export interface ItemForm {
  title: string;
  minutes: number | null;
  due: string;
  due_kind: 'hard' | 'soft';
  not_before: string;
  weight: number | null;
  after: string[];
  note: string;
}

export const formOf = (record: PlanItemRecord | null): ItemForm => ({
  title: record?.title ?? '',
  minutes: record?.minutes ?? null,
  due: record?.due ?? '',
  due_kind: record?.due_kind ?? 'soft',
  not_before: record?.not_before ?? '',
  weight: record?.weight ?? null,
  after: [...(record?.after ?? [])],
  note: record?.note ?? '',
});

const dated = (form: ItemForm) => ({
  due: form.due || null,
  due_kind: form.due ? form.due_kind : null,
  not_before: form.not_before || null,
  note: form.note,
});

/** Adds an item of the person's own. */
export const addOwn = (form: ItemForm) =>
  act('plan.own_item', { title: form.title, minutes: form.minutes ?? 60, ...dated(form) }, { showError: false });

/** Saves the form of an item; the title of an own item has a command of its own. */
export async function saveItem(key: string, record: PlanItemRecord | null, form: ItemForm) {
  if (isOwn(key) && form.title.trim() !== record?.title) {
    const named = await act(
      'plan.own_item',
      { key, title: form.title, minutes: form.minutes ?? 60, ...dated(form) },
      { showError: false },
    );
    const same = form.weight === (record?.weight ?? null) && form.after.join() === (record?.after ?? []).join();
    if (!named.ok || same) return named;
  }
  return act(
    'plan.item_change',
    { ...paramsOf(key, record), minutes: form.minutes, weight: form.weight, after: form.after, ...dated(form) },
    { showError: false },
  );
}

type Field = 'minutes' | 'due' | 'not_before' | 'weight' | 'after';

/** The sentence of a refusal, at the field that it is about; none where it is about no single one. */
export function refusals(error: CommandError | null): Record<Field, string | null> {
  const none = { minutes: null, due: null, not_before: null, weight: null, after: null };
  if (!error) return none;
  const field = (error.code === 'plan.cycle' || error.code === 'plan.self_dependency' ? 'after' : error.args.field) as Field;
  return field in none ? { ...none, [field]: errorText(error) } : none;
}
