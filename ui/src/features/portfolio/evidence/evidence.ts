// What the evidence tab reckons: groups by kind, periods, totals in words.
import type { EvidenceListView, EvidenceRowView, EvidenceSkillView } from '../../../backend/generated/commands';
import { dateMedium, month, range } from '../../../lib/format';
import type { Kind } from '../../../lib/evidence/form';
import { m } from '../../../paraglide/messages';

/** In the order in which they are read: what lasts longest first. Time has a log of its own. */
export const SHOWN = ['work', 'review', 'contribution', 'practice_set', 'course'] as const;
export type Shown = (typeof SHOWN)[number];

export interface KindGroup {
  kind: Shown;
  rows: EvidenceRowView[];
}
/** The records by kind, each kind once, in the core's order within. */
export const byKind = (view: EvidenceListView): KindGroup[] =>
  SHOWN.map((kind) => ({ kind, rows: view.rows.filter((row) => row.record.what.kind === kind) })).filter(
    (group) => group.rows.length > 0,
  );

export function groupName(kind: Shown): string {
  switch (kind) {
    case 'work':
      return m.evidence_group_work();
    case 'review':
      return m.evidence_group_review();
    case 'contribution':
      return m.evidence_group_contribution();
    case 'practice_set':
      return m.evidence_group_practice_set();
    case 'course':
      return m.evidence_group_course();
  }
}

/** What the act that adds one is called. */
export function addName(kind: Kind): string {
  switch (kind) {
    case 'work':
      return m.evidence_add_work();
    case 'review':
      return m.evidence_add_review();
    case 'contribution':
      return m.evidence_add_contribution();
    case 'practice_set':
      return m.evidence_add_practice_set();
    default:
      return m.evidence_add_course();
  }
}

/** Months worked: counted from the days, or as the person said. */
export function monthsOf({ record, months }: EvidenceRowView): number | null {
  if (record.what.kind !== 'work') return null;
  return months ?? record.what.months;
}

/** When: a period for work, else a day. */
export function whenText({ record }: EvidenceRowView): string {
  if (record.what.kind !== 'work') return dateMedium(record.on);
  if (record.ongoing && record.from) return m.evidence_since({ month: month(record.from) });
  if (record.from)
    return record.from.slice(0, 7) === record.on.slice(0, 7) ? month(record.on) : range(month(record.from), month(record.on));
  return m.evidence_until({ month: month(record.on) });
}

/** The name of a record: its title, or who stands behind it. */
export const nameOf = ({ record }: Pick<EvidenceRowView, 'record'>): string => record.title || record.by;

export interface Totals {
  records: number;
  skills: number;
  /** Skills for which something here has grown old. */
  stale: number;
}
export function totals(view: EvidenceListView): Totals {
  const all = view.rows.flatMap((row) => row.skills);
  const distinct = (skills: EvidenceSkillView[]) => new Set(skills.map((one) => one.skill)).size;
  return { records: view.rows.length, skills: distinct(all), stale: distinct(all.filter((one) => one.stale)) };
}

/** The strongest first: what counts, then what carries most. */
export const strongestFirst = (skills: EvidenceSkillView[]): EvidenceSkillView[] =>
  [...skills].sort((a, b) => Number(b.counted) - Number(a.counted) || b.carries - a.carries);
