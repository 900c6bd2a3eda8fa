// Which certification a badge becomes: what can be chosen, and what the core is told.
import type {
  AcceptParams,
  BadgeView,
  CertificationsView,
  CertificationStage,
  SkillLevel,
} from '../../../backend/generated/commands';

const PASSED: CertificationStage[] = ['passed', 'held', 'expiring', 'expired', 'renewed'];
/** As many matches as one can choose between; more stand in the whole catalogue. */
const MOST = 5;

export interface Match {
  certification: string;
  name: string;
  code: string | null;
  provider: string;
  /** The person's own record of it. */
  mine: string | null;
  stage: CertificationStage | null;
}

/** Certifications of the catalogue that the badge's own words name, with the person's record of them. */
export function matchesOf(view: BadgeView, all: CertificationsView): Match[] {
  return view.matches
    .flatMap((id): Match[] => {
      const row = all.catalogue.find((one) => one.known.id === id);
      if (!row) return [];
      const { name, code, provider } = row.known;
      const stage = all.mine.find((one) => one.record.id === row.mine)?.stage ?? null;
      return [{ certification: id, name, code, provider, mine: row.mine, stage }];
    })
    .slice(0, MOST);
}

/** The person's certifications that the badge can complete: not passed yet, and not among the matches. */
export const mineOf = (all: CertificationsView, matches: Match[]) =>
  all.mine.filter((one) => !PASSED.includes(one.stage) && !matches.some((match) => match.mine === one.record.id));

export interface Choice {
  /** `match:<id>`, `mine`, `known` or `own`. */
  kind: string;
  mine: string;
  known: string;
  supports: SkillLevel[];
}

export const firstChoice = (matches: Match[]): Choice => ({
  kind: matches[0] ? `match:${matches[0].certification}` : 'own',
  mine: '',
  known: '',
  supports: [],
});

export type Problem = 'which' | 'skill';

/** What is missing before the badge can be accepted. */
export function problemOf(choice: Choice): Problem | null {
  if ((choice.kind === 'mine' && !choice.mine) || (choice.kind === 'known' && !choice.known)) return 'which';
  return choice.kind === 'own' && choice.supports.some((one) => !one.skill) ? 'skill' : null;
}

/** What the core is told. A certification of the catalogue that is the person's already is completed, not doubled. */
export function acceptParams(token: string, choice: Choice, all: CertificationsView): AcceptParams {
  const known = choice.kind.startsWith('match:') ? choice.kind.slice(6) : choice.kind === 'known' ? choice.known : null;
  if (known) {
    const mine = all.catalogue.find((one) => one.known.id === known)?.mine;
    return mine ? { token, id: mine } : { token, certification: known };
  }
  return choice.kind === 'mine' ? { token, id: choice.mine } : { token, supports: choice.supports };
}
