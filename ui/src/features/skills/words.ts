// What the figures of a skill are called.
import type { Effort, Level, ProofWay, RestsOn, SkillRow } from '../../backend/generated/commands';
import { date, hours, hoursOnly, list, relativeDays } from '../../lib/format';
import { locale } from '../../lib/locale.svelte';
import { m } from '../../paraglide/messages';
import { isSoonStale, isStale, stepsToGo } from './skills';

export const levelNames = (): string[] => [
  m.skills_level_0(),
  m.skills_level_1(),
  m.skills_level_2(),
  m.skills_level_3(),
  m.skills_level_4(),
  m.skills_level_5(),
];

export const kindName = (kind: SkillRow['kind']): string =>
  ({ knowledge: m.skills_kind_knowledge, practice: m.skills_kind_practice, soft: m.skills_kind_soft })[kind]();

export const effortName = (effort: SkillRow['effort']): string =>
  ({ S: m.skills_effort_s, M: m.skills_effort_m, L: m.skills_effort_l })[effort]();

export const halfLifeName = (life: SkillRow['half_life']): string =>
  ({
    tool: m.skills_life_tool,
    platform: m.skills_life_platform,
    foundation: m.skills_life_foundation,
    none: m.skills_life_none,
  })[life]();

const STATES = {
  unasked: m.skills_state_unasked,
  met: m.skills_state_met,
  learn: m.skills_state_learn,
  prove: m.skills_state_prove,
  refresh: m.skills_state_refresh,
};
/** The heading that rows of one state stand under. */
export const stateName = (state: SkillRow['state']): string => STATES[state]();

export interface Word {
  text: string;
  tone: 'plain' | 'neutral' | 'sky' | 'amber';
}

/** The gap in two words, as its tag says it. */
export function gapWord(row: SkillRow): Word {
  if (row.hidden) return { text: m.skills_hidden(), tone: 'plain' };
  switch (row.state) {
    case 'met':
      return { text: m.skills_met(), tone: 'plain' };
    case 'learn':
      return { text: m.skills_to_go({ n: stepsToGo(row) }), tone: 'neutral' };
    case 'prove':
      return { text: m.skills_prove_it(), tone: 'sky' };
    case 'refresh':
      return { text: m.skills_refresh(), tone: 'amber' };
    case 'unasked':
      return { text: m.skills_unasked(), tone: 'plain' };
  }
}

/** Hours to close a gap, in one figure; none for nothing to learn. */
export function effortText(effort: Effort | null): string | null {
  if (!effort || (effort.hours.likely === 0 && !effort.open_ended)) return null;
  const figure = hoursOnly(effort.hours.likely * 60);
  return effort.open_ended ? m.skills_hours_open({ hours: figure }) : figure;
}

/** From when all goes well to when much goes wrong. */
export const effortRange = (effort: Effort): string =>
  m.skills_hours_range({ low: hoursOnly(effort.hours.low * 60), high: hoursOnly(effort.hours.high * 60) });

const PIECES: Record<string, (n: number) => string> = {
  project: (n) => m.skills_rests_project({ n }),
  certification: (n) => m.skills_rests_certification({ n }),
  work: (n) => m.skills_rests_work({ n }),
  review: (n) => m.skills_rests_review({ n }),
  contribution: (n) => m.skills_rests_contribution({ n }),
  practice_set: (n) => m.skills_rests_practice_set({ n }),
  course: (n) => m.skills_rests_course({ n }),
};
const STRONG = ['project', 'certification', 'work', 'review', 'contribution', 'practice_set', 'log', 'course'];

/** 2 projects, 61 h logged, 1 review: the strongest first. */
export function restsOnText(parts: RestsOn[]): string {
  const sorted = [...parts].sort((a, b) => STRONG.indexOf(a.kind) - STRONG.indexOf(b.kind));
  return sorted
    .map((part) =>
      part.kind === 'log' ? m.skills_rests_log({ hours: hours(part.minutes) }) : (PIECES[part.kind]?.(part.count) ?? ''),
    )
    .filter(Boolean)
    .join(', ');
}

/** How long what proves it still counts. */
export function freshness(row: SkillRow, today: string): Word & { title?: string } {
  if (isStale(row)) return { text: m.skills_stale(), tone: 'amber', title: m.skills_stale_was({ n: row.fresh }) };
  if (row.proven === 0) return { text: '–', tone: 'plain' };
  if (row.stale_on === null) return { text: m.skills_ageless(), tone: 'plain' };
  const title = m.skills_fresh_until({ date: date(row.stale_on) });
  if (isSoonStale(row, today))
    return { text: m.skills_stale_in({ when: relativeDays(row.stale_on, today) }), tone: 'amber', title };
  return { text: m.skills_fresh(), tone: 'plain', title };
}

/** One way to prove a level, as a sentence. `exams` names certifications. */
export function wayText(way: ProofWay, to: Level, exams: (id: string) => string = (id) => id): string {
  switch (way.kind) {
    case 'refresh':
      return m.skills_way_refresh();
    case 'second_kind':
      return m.skills_way_second_kind();
    case 'log':
      return m.skills_way_log({ hours: hours(way.minutes_missing) });
    case 'course':
      return m.skills_way_course();
    case 'exam': {
      const names = way.certifications.slice(0, 3).map(exams);
      const more = way.certifications.length - names.length;
      if (more > 0) names.push(m.skills_way_exam_more({ n: more }));
      return way.performance_based
        ? m.skills_way_exam_hands({ names: list(names, 'disjunction') })
        : m.skills_way_exam({ names: list(names, 'disjunction') });
    }
    case 'project':
      return way.audited ? m.skills_way_project_audited() : m.skills_way_project();
    case 'work':
      return m.skills_way_work({ n: way.months });
    case 'review':
      return m.skills_way_review({ n: to });
    case 'contribution':
      return m.skills_way_contribution();
    case 'practice_set':
      return m.skills_way_practice_set();
  }
}

const RESOURCES: Record<string, () => string> = {
  docs: m.skills_resource_docs,
  standard: m.skills_resource_standard,
  course: m.skills_resource_course,
  tutorial: m.skills_resource_tutorial,
  book: m.skills_resource_book,
  practice: m.skills_resource_practice,
};
export const resourceKindName = (kind: string): string => RESOURCES[kind]?.() ?? kind;

/** 1.0 and not 1, so that a column of means stands in line. */
export const oneDigit = (n: number): string => n.toFixed(1).replace('.', locale.current === 'fr' ? ',' : '.');

/** A sentence within another. */
export const within = (sentence: string): string => sentence.charAt(0).toLowerCase() + sentence.slice(1);

/** The first word of a list's entry. */
export const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);
