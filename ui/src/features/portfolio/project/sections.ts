// The sections of a project, as its address names them: ?section=checklist.
import { m } from '../../../paraglide/messages';

export const SECTIONS = ['story', 'decisions', 'checklist', 'pictures', 'audit', 'saves'] as const;
export type SectionName = (typeof SECTIONS)[number];

export const sectionOf = (asked: string | null): SectionName => SECTIONS.find((one) => one === asked) ?? 'story';

export function sectionText(section: SectionName): string {
  switch (section) {
    case 'story':
      return m.portfolio_section_story();
    case 'decisions':
      return m.portfolio_decisions();
    case 'checklist':
      return m.portfolio_checklist();
    case 'pictures':
      return m.portfolio_section_pictures();
    case 'audit':
      return m.portfolio_section_audit();
    case 'saves':
      return m.portfolio_section_saves();
  }
}
