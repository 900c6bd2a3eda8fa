// Differences from today's plan in words.
import { hours, number } from '../../../lib/format';
import { m } from '../../../paraglide/messages';

export type Tone = 'neutral' | 'moss' | 'amber' | 'brick';

/** "27 days earlier"; from four months on in months, from two years on in years. */
export function daysText(days: number | null): string | null {
  if (days === null) return null;
  if (days === 0) return m.whatif_days_same();
  const far = Math.abs(days);
  if (far >= 730) {
    const years = number(far / 365.25, 1);
    return days < 0 ? m.whatif_years_earlier({ years }) : m.whatif_years_later({ years });
  }
  if (far > 120) {
    const n = Math.round(far / 30.44);
    return days < 0 ? m.whatif_months_earlier({ n }) : m.whatif_months_later({ n });
  }
  return days < 0 ? m.whatif_days_earlier({ n: far }) : m.whatif_days_later({ n: far });
}
export const daysTone = (days: number | null): Tone => (!days ? 'neutral' : days < 0 ? 'moss' : 'amber');

/** "48 h less"; nothing where nothing differs. */
export function minutesText(minutes: number): string | null {
  if (minutes === 0) return null;
  return minutes < 0 ? m.whatif_less({ hours: hours(-minutes) }) : m.whatif_more({ hours: hours(minutes) });
}

export function pointsText(points: number | null): string | null {
  const whole = Math.round(points ?? 0);
  if (points === null || whole === 0) return null;
  return whole < 0 ? m.whatif_points_less({ n: -whole }) : m.whatif_points_more({ n: whole });
}

export function itemsText(more: number): string | null {
  if (more === 0) return null;
  return more < 0 ? m.whatif_items_less({ n: -more }) : m.whatif_items_more({ n: more });
}
