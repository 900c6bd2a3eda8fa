// The saves of a project in words.
import type { ProjectRecord, VersionLine } from '../../../backend/generated/commands';
import { list } from '../../../lib/format';
import { m } from '../../../paraglide/messages';

const FIELDS: Record<string, () => string> = {
  name: m.story_field_name,
  summary: m.story_field_summary,
  story: m.story_field_story,
  role: m.story_field_role,
  team: m.story_field_team,
  period: m.story_field_period,
  status: m.story_field_status,
  practice: m.story_field_practice,
  links: m.story_field_links,
  skills: m.story_field_skills,
  decisions: m.story_field_decisions,
  results: m.story_field_results,
  checklist: m.story_field_checklist,
  folder: m.story_field_folder,
  proofs: m.story_field_proofs,
};
const said = (fields: string[]): string => list(fields.map((field) => FIELDS[field]?.() ?? field));

/** What a save changed, against the one before it. */
export function changedText(line: Pick<VersionLine, 'changed'>, first: boolean): string {
  if (first) return m.story_saves_first();
  return line.changed.length ? m.story_saves_changed({ what: said(line.changed) }) : m.story_saves_same();
}

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);
/** What else would change by bringing a save back, beside its texts. */
export function broughtBack(then: ProjectRecord, now: ProjectRecord): string {
  const fields = [
    'name',
    'role',
    'team',
    'starts',
    'ends',
    'status',
    'practice',
    'links',
    'skills',
    'decisions',
    'checklist',
    'folder',
    'proofs',
  ] as const;
  const named = fields
    .filter((field) => !same(then[field], now[field]))
    .map((field) => (field === 'starts' || field === 'ends' ? 'period' : field));
  const differ = [...new Set(named)];
  return differ.length ? said(differ) : '';
}
