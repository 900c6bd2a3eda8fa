// What kinds of evidence are called, and what they carry.
import type { ContributionForm, EvidenceKind } from '../../backend/generated/commands';
import { m } from '../../paraglide/messages';
import type { Draft, Kind, Problem } from './form';

const EVIDENCE: Record<string, () => string> = {
  log: m.skills_evidence_log,
  course: m.skills_evidence_course,
  certification: m.skills_evidence_certification,
  project: m.skills_evidence_project,
  work: m.skills_evidence_work,
  review: m.skills_evidence_review,
  contribution: m.skills_evidence_contribution,
  practice_set: m.skills_evidence_practice_set,
};
export const evidenceKindName = (kind: string): string => EVIDENCE[kind]?.() ?? kind;

/** Which contribution it is; the kind's name where the person did not say. */
export function formName(form: ContributionForm | null): string {
  switch (form) {
    case 'change':
      return m.evidence_form_change();
    case 'talk':
      return m.evidence_form_talk();
    case 'publication':
      return m.evidence_form_publication();
    case null:
      return m.skills_evidence_contribution();
  }
}

export const whatName = (what: EvidenceKind): string =>
  what.kind === 'contribution' ? formName(what.form) : evidenceKindName(what.kind);

const CARRIES: Record<Kind, () => string> = {
  log: m.skills_carries_log,
  course: m.skills_carries_course,
  work: m.skills_carries_work,
  review: m.skills_carries_review,
  contribution: m.skills_carries_contribution,
  practice_set: m.skills_carries_practice_set,
};
export const carriesText = (kind: Kind): string => CARRIES[kind]();

/** What the title and the name beside it are called in the form. */
export function labelsOf(draft: Pick<Draft, 'kind' | 'form'>): { title: string; by: string } {
  switch (draft.kind) {
    case 'log':
      return { title: m.skills_title_log(), by: '' };
    case 'course':
      return { title: m.skills_title_course(), by: m.evidence_by_course() };
    case 'work':
      return { title: m.evidence_title_work(), by: m.evidence_by_work() };
    case 'review':
      return { title: m.skills_title_review(), by: m.skills_form_by() };
    case 'practice_set':
      return { title: m.skills_title_practice_set(), by: m.evidence_by_practice() };
    case 'contribution':
      if (draft.form === 'talk') return { title: m.evidence_title_talk(), by: m.evidence_by_talk() };
      if (draft.form === 'publication') return { title: m.evidence_title_publication(), by: m.evidence_by_publication() };
      return { title: m.evidence_title_change(), by: m.evidence_by_change() };
  }
}

const PROBLEMS: Record<Problem, () => string> = {
  needed: m.skills_form_needed,
  either: m.evidence_wrong_either,
  future: m.skills_form_future,
  order: m.evidence_wrong_order,
  address: m.skills_form_address,
  skills: m.evidence_wrong_skills,
};
export const problemText = (problem: Problem | undefined): string | null => (problem ? PROBLEMS[problem]() : null);
