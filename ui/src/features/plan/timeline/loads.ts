// The hours of the weeks under the calendar: what there is, what is planned.
import type { PlanView } from '../../../backend/generated/commands';
import { dayOf } from './scale';

export interface Load {
  from: number;
  to: number;
  capacity: number;
  planned: number;
}

/** Where days are so wide, the hours are told day by day. */
export const DAYWISE = 26;

/** Hours a week; where weeks are too narrow to be seen, the mean of several; where days are wide, hours a day. */
export function loadsOf(view: PlanView, px: number): Load[] {
  if (px >= DAYWISE) {
    return view.weeks.flatMap((week) => {
      const monday = dayOf(week.start);
      const planned = [0, 0, 0, 0, 0, 0, 0];
      for (const session of week.sessions) {
        const at = dayOf(session.date) - monday;
        planned[at] = (planned[at] ?? 0) + session.minutes;
      }
      return week.capacity.map((capacity, at) => ({
        from: monday + at,
        to: monday + at + 1,
        capacity,
        planned: planned[at] ?? 0,
      }));
    });
  }
  const step = Math.max(1, Math.ceil(5 / (7 * px)));
  const loads: Load[] = [];
  for (let at = 0; at < view.weeks.length; at += step) {
    const weeks = view.weeks.slice(at, at + step);
    const from = dayOf(weeks[0]?.start ?? view.today);
    const mean = (of: (week: (typeof weeks)[number]) => number) =>
      weeks.reduce((total, week) => total + of(week), 0) / weeks.length;
    loads.push({
      from,
      to: from + weeks.length * 7,
      capacity: mean((week) => week.capacity.reduce((total, day) => total + day, 0)),
      planned: mean((week) => week.planned),
    });
  }
  return loads;
}
