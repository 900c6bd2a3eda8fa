// A skill of the person's own, as its form holds it.
import type { EffortClass, HalfLife, OwnSkillParams, Prerequisite, SkillKind, SkillView } from '../../backend/generated/commands';

export interface OwnDraft {
  name: string;
  group: string;
  kind: SkillKind;
  effort: EffortClass;
  halfLife: HalfLife;
  required: string;
  prerequisites: Prerequisite[];
}

export const blankOwn = (group: string): OwnDraft => ({
  name: '',
  group,
  kind: 'knowledge',
  effort: 'M',
  halfLife: 'platform',
  required: '',
  prerequisites: [],
});

export const fromView = ({ row, skill }: SkillView): OwnDraft => ({
  name: skill.name.en,
  group: skill.group,
  kind: skill.kind,
  effort: skill.effort,
  halfLife: skill.half_life,
  required: row.own_required === null ? '' : String(row.own_required),
  prerequisites: skill.prerequisites.map((one) => ({ ...one })),
});

/** Adds a prerequisite once; a skill is not its own. */
export const withPrerequisite = (list: Prerequisite[], skill: string, own: string | null): Prerequisite[] =>
  skill === own || list.some((one) => one.skill === skill) ? list : [...list, { skill, level: 1 }];

export const ownParams = (draft: OwnDraft, skill: string | null): OwnSkillParams => ({
  ...(skill ? { skill } : {}),
  name: draft.name.trim(),
  group: draft.group,
  kind: draft.kind,
  effort: draft.effort,
  half_life: draft.halfLife,
  prerequisites: draft.prerequisites,
  required: draft.required ? Number(draft.required) : null,
});
