// When the critical chain is worth a mark.
import type { PlanView } from '../../backend/generated/commands';

/**
 * Whether the critical chain says anything: where the person's time is full throughout, nearly every item is on it, and then it
 * marks nothing.
 */
export const chainTells = (view: Pick<PlanView, 'critical' | 'items'>): boolean =>
  view.critical.length > 0 && view.critical.length < view.items.length * 0.6;
/** Whether nearly every item is on it. */
export const fullThroughout = (view: Pick<PlanView, 'critical' | 'items'>): boolean =>
  view.critical.length > 0 && !chainTells(view);
