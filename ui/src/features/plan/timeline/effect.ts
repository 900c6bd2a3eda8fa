// What a change did to the plan, in a sentence or two.
import type { PlanEffect } from '../../../backend/generated/commands';
import { date, daysBetween } from '../../../lib/format';
import { m } from '../../../paraglide/messages';

export function effectText(effect: PlanEffect): string {
  const { former_finish: before, finish: now, former_late, late } = effect;
  const parts: string[] = [];
  if (now) {
    const days = before ? daysBetween(before, now) : 0;
    const at = date(now);
    if (days > 0) parts.push(m.timeline_effect_later({ n: days, date: at }));
    else if (days < 0) parts.push(m.timeline_effect_earlier({ n: -days, date: at }));
    else parts.push(m.timeline_effect_same({ date: at }));
  }
  if (late > former_late) parts.push(m.timeline_effect_late({ n: late - former_late }));
  else if (late < former_late)
    parts.push(late === 0 ? m.timeline_effect_met() : m.timeline_effect_less({ n: former_late - late }));
  return parts.join(' ');
}
