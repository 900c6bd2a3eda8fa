// The form of the capacity: hours a week and ways of working.
import type { PlanSettings, PlanSettingsParams } from '../../backend/generated/commands';

export interface CapacityForm {
  days: (number | null)[];
  focus: number | null;
  shortest: number | null;
  most: number | null;
  holidays: string;
}

export const capacityOf = (settings: PlanSettings): CapacityForm => ({
  days: [...settings.weekly_minutes],
  focus: settings.focus_limit,
  shortest: settings.min_session_minutes,
  most: settings.max_item_minutes_per_day,
  holidays: settings.holidays ?? '',
});

export const minutesOf = (form: CapacityForm): number[] => form.days.map((day) => day ?? 0);
export const totalOf = (form: CapacityForm): number => minutesOf(form).reduce((sum, day) => sum + day, 0);

export const capacityParams = (form: CapacityForm): PlanSettingsParams => ({
  weekly_minutes: minutesOf(form) as PlanSettings['weekly_minutes'],
  focus_limit: form.focus,
  min_session_minutes: form.shortest ?? 0,
  max_item_minutes_per_day: form.most,
  holidays: form.holidays || null,
});

/** Whether the week differs from the one that is kept: only then is there something to try. */
export const otherWeek = (form: CapacityForm, settings: PlanSettings): number[] | null => {
  const week = minutesOf(form);
  return totalOf(form) > 0 && week.join() !== settings.weekly_minutes.join() ? week : null;
};
