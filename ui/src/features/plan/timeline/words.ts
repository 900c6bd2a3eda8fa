// A row of the timeline in words, for those who hear it.
import type { PlanItemView } from '../../../backend/generated/commands';
import { date, dateRange, hours } from '../../../lib/format';
import { m } from '../../../paraglide/messages';

export function rowWords(item: PlanItemView): string {
  const parts: string[] = [];
  if (item.starts && item.finishes) parts.push(dateRange(item.starts, item.finishes));
  parts.push(m.plan_item_left({ time: hours(item.minutes) }));
  if (item.due)
    parts.push(
      item.due_kind === 'hard' ? m.timeline_due_hard({ date: date(item.due) }) : m.timeline_due_soft({ date: date(item.due) }),
    );
  if (item.late_minutes > 0) parts.push(m.timeline_words_late({ hours: hours(item.late_minutes) }));
  else if (item.slack_minutes) parts.push(m.timeline_words_slack({ hours: hours(item.slack_minutes) }));
  return parts.join(', ');
}
