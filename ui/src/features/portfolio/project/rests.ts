// What a skill of a project rests on, and what would make it carry more.
import type { AuditView, ProjectSkillView, ProjectView } from '../../../backend/generated/commands';
import { list } from '../../../lib/format';
import { m } from '../../../paraglide/messages';
import { carries, shownWords } from '../portfolio';

/** The level that the newest audit offers for a skill, where that is more than what was accepted of it. */
export function offeredLevel(audit: AuditView | null | undefined, skill: string): number | null {
  const found = audit?.offers.find((one) => one.offer.skill === skill);
  return found && found.offer.level > (found.accepted ?? 0) ? found.offer.level : null;
}

/** One sentence: what the project carries for the skill, and by what. */
export function carriesText(project: Pick<ProjectView, 'record'>, skill: ProjectSkillView): string {
  if (!carries(project.record.status)) return m.portfolio_skill_unfinished({ n: skill.would_carry });
  if (skill.proof) return m.portfolio_skill_proven({ n: skill.carries });
  return m.portfolio_skill_described({ n: skill.carries });
}

/** What would carry more, as far as the audit can say; none when nothing of the project's own would. */
export function moreText(
  project: Pick<ProjectView, 'audit'>,
  skill: ProjectSkillView,
  audit: AuditView | null | undefined,
): string | null {
  if (skill.proof && skill.proof.level >= 3) return null;
  if (!project.audit) return m.portfolio_more_no_audit();
  if (!audit) return null; // not asked yet
  if (offeredLevel(audit, skill.level.skill) !== null) return null; // said beside what is offered
  if (!skill.proof) return m.portfolio_more_not_seen();
  const { not } = shownWords(project.audit.shown);
  return not.length ? m.portfolio_more_not_found({ what: list(not) }) : m.portfolio_more_code();
}
