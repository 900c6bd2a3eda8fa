// What other hours a week would do to the plan, said while they are being written.
import { backend } from '../backend/backend';
import type { PlanSettings, ScenarioView } from '../backend/generated/commands';
import { m } from '../paraglide/messages';
import { date, tx } from './format';

type Week = PlanSettings['weekly_minutes'];

/** The sentence of a trial. */
export function trialText({ outcome, difference }: Pick<ScenarioView, 'outcome' | 'difference'>): string {
  if (outcome.refused) return tx(outcome.refused);
  if (!outcome.finish) return '';
  const at = { date: date(outcome.finish) };
  const days = difference.finish_days ?? 0;
  const said = [
    days < 0 ? m.kit_try_earlier({ ...at, n: -days }) : days > 0 ? m.kit_try_later({ ...at, n: days }) : m.kit_try_same(at),
  ];
  if (outcome.late_items > 0) said.push(m.kit_try_missed({ n: outcome.late_items }));
  return said.join(' ');
}

/** Asks the core once the week stands still; null asks nothing. */
export function weekTry(week: () => number[] | null, wait = 400) {
  let trial = $state.raw<ScenarioView | null>(null);
  let asking = $state(false);
  const asked = $derived.by(() => {
    const days = week();
    return days ? JSON.stringify(days) : null;
  });

  $effect(() => {
    const days = asked;
    asking = days !== null;
    if (days === null) {
      trial = null;
      return;
    }
    let old = false;
    const timer = setTimeout(async () => {
      try {
        const reply = await backend().call('scenario.try', { weekly_minutes: JSON.parse(days) as Week });
        if (!old) trial = reply.value;
      } catch {
        // It is a preview: what is wrong with the week itself is said when it is saved.
        if (!old) trial = null;
      }
      if (!old) asking = false;
    }, wait);
    return () => {
      old = true;
      clearTimeout(timer);
    };
  });

  return {
    get text() {
      return trial ? trialText(trial) : '';
    },
    get asking() {
      return asking;
    },
    /** Such a plan cannot be made, or misses dates. */
    get warns() {
      return trial !== null && (trial.outcome.refused !== null || trial.outcome.late_items > 0);
    },
  };
}
