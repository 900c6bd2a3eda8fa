// One-click mends: each is a call of the core, with everything it would otherwise forget.
import type { PlanSettings, PlanView } from '../../backend/generated/commands';
import { act } from '../../lib/query.svelte';

type Week = PlanSettings['weekly_minutes'];

/** Other hours a week; the other settings stay. */
export function setWeek(settings: PlanSettings, weekly: number[]) {
  return act('plan.settings', {
    weekly_minutes: weekly as Week,
    focus_limit: settings.focus_limit,
    min_session_minutes: settings.min_session_minutes,
    max_item_minutes_per_day: settings.max_item_minutes_per_day,
    holidays: settings.holidays,
  });
}

/** Another day to be ready; rung, stack and choices stay. */
export async function setReadyBy(view: PlanView, day: string): Promise<void> {
  if (view.target) await act('target.set', { ...view.target.record, ready_by: day });
}
