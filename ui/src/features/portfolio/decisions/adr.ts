// A decision as an architecture decision record: a file of its own in the repository that it is about.
import type { Decision, DecisionStatus } from '../../../backend/generated/commands';
import { m } from '../../../paraglide/messages';

export const DECISION_STATUSES: DecisionStatus[] = ['proposed', 'accepted', 'rejected', 'superseded'];

export function decisionStatusText(status: DecisionStatus): string {
  switch (status) {
    case 'proposed':
      return m.story_status_proposed();
    case 'accepted':
      return m.story_status_accepted();
    case 'rejected':
      return m.story_status_rejected();
    case 'superseded':
      return m.story_status_superseded();
  }
}
export const decisionTone = (status: DecisionStatus) =>
  (({ proposed: 'sky', accepted: 'moss', rejected: 'neutral', superseded: 'neutral' }) as const)[status];

export const DECISION_PARTS = ['context', 'options', 'choice', 'consequences'] as const;
export type DecisionPart = (typeof DECISION_PARTS)[number];

export function partText(part: DecisionPart): string {
  switch (part) {
    case 'context':
      return m.portfolio_context();
    case 'options':
      return m.portfolio_options();
    case 'choice':
      return m.portfolio_choice();
    case 'consequences':
      return m.portfolio_consequences();
  }
}

export const emptyDecision = (): Decision => ({
  title: '',
  status: 'accepted',
  on: null,
  context: '',
  options: '',
  choice: '',
  consequences: '',
});

/** The text of the file, numbered by its place; parts that say nothing are left out. */
export function adrText(decision: Decision, place: number): string {
  const facts = [`- ${m.story_adr_status({ status: decisionStatusText(decision.status) })}`];
  if (decision.on) facts.push(`- ${m.story_adr_date({ date: decision.on })}`);
  const parts = DECISION_PARTS.flatMap((part) => {
    const text = decision[part].trim();
    return text ? [`## ${partText(part)}`, text] : [];
  });
  return `${[`# ${place}. ${decision.title.trim()}`, facts.join('\n'), ...parts].join('\n\n')}\n`;
}

/** A list with one item elsewhere. */
export function placed<T>(list: readonly T[], from: number, to: number): T[] {
  const next = [...list];
  const [one] = next.splice(from, 1);
  if (one !== undefined) next.splice(Math.max(0, Math.min(next.length, to)), 0, one);
  return next;
}
