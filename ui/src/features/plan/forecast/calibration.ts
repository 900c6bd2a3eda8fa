// How the forecasts held, in words. What became of them is the core's.
import type { CalibrationRow, CalibrationView, HorizonView } from '../../../backend/generated/commands';
import { daysBetween } from '../../../lib/format';
import { m } from '../../../paraglide/messages';
import type { Tone } from './forecast';

export function horizonName(key: string): string {
  switch (key) {
    case 'month':
      return m.forecast_horizon_month();
    case 'quarter':
      return m.forecast_horizon_quarter();
    case 'longer':
      return m.forecast_horizon_longer();
    default:
      return m.forecast_horizon_all();
  }
}

export function verdictText(key: string): { name: string; means: string; tone: Tone } {
  switch (key) {
    case 'fair':
      return { name: m.forecast_verdict_fair(), means: m.forecast_means_fair(), tone: 'moss' };
    case 'too_hopeful':
      return { name: m.forecast_verdict_too_hopeful(), means: m.forecast_means_too_hopeful(), tone: 'amber' };
    case 'too_cautious':
      return { name: m.forecast_verdict_too_cautious(), means: m.forecast_means_too_cautious(), tone: 'neutral' };
    default:
      return { name: m.forecast_verdict_too_few(), means: m.forecast_means_too_few(), tone: 'neutral' };
  }
}

export interface Rate {
  key: 'p50' | 'p85' | 'p95';
  expected: number;
  held: number;
}

/** What was said beside how often it held. */
export const rates = (horizon: HorizonView): Rate[] => [
  { key: 'p50', expected: 0.5, held: horizon.held_p50 },
  { key: 'p85', expected: 0.85, held: horizon.held_p85 },
  { key: 'p95', expected: 0.95, held: horizon.held_p95 },
];

export const overall = (view: CalibrationView): HorizonView | null =>
  view.horizons.find((one) => one.horizon === 'all') ?? view.horizons[0] ?? null;

export type Came = 'open' | 'p50' | 'p85' | 'p95' | 'late';

/** The first of the three days that held. */
export function came(row: CalibrationRow): Came {
  const ended = row.ended_on;
  if (!ended) return 'open';
  for (const key of ['p50', 'p85', 'p95'] as const) {
    const day = row[key];
    if (day === null || daysBetween(ended, day) >= 0) return key;
  }
  return 'late';
}

export function cameText(what: Came): string {
  switch (what) {
    case 'open':
      return m.forecast_came_open();
    case 'p50':
      return m.forecast_came_p50();
    case 'p85':
      return m.forecast_came_p85();
    case 'p95':
      return m.forecast_came_p95();
    case 'late':
      return m.forecast_came_late();
  }
}
