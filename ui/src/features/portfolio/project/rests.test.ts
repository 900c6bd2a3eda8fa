import { describe, expect, it } from 'vitest';
import type { AuditBrief, AuditView, ProjectSkillView, ProjectView } from '../../../backend/generated/commands';
import { emptyProject } from '../samples';
import { carriesText, moreText, offeredLevel } from './rests';
import { sectionOf } from './sections';

const skill = (more: Partial<ProjectSkillView> = {}): ProjectSkillView => ({
  level: { skill: 'python', level: 2, why: '' },
  name: { en: 'Python', fr: 'Python' },
  proof: null,
  would_carry: 2,
  carries: 2,
  ...more,
});
const proof = (level: number): ProjectSkillView['proof'] => ({
  skill: 'python',
  level,
  rests_on: [{ rule: 'language.Python', name: { en: 'Python', fr: 'Python' }, place: { file: 'a.py', line: 0 } }],
  on: '2026-10-03',
  head: null,
  said: 2,
});
const shown = { repository: true, own: true, tests: false, deployment: false };
const audited = { audit: { shown } as AuditBrief };
const record = (status: 'doing' | 'shown'): Pick<ProjectView, 'record'> => ({ record: { id: 'p', ...emptyProject(), status } });
const offering = (level: number, accepted: number | null) =>
  ({ offers: [{ offer: { skill: 'python', level, rests_on: [] }, accepted }] }) as unknown as AuditView;

describe('what a project carries for a skill', () => {
  it('is nothing while the project is not done, whatever the audit shows', () => {
    expect(carriesText(record('doing'), skill({ proof: proof(3), carries: 0 }))).toMatch(/nothing yet/);
  });
  it('names the audit where a proof was accepted, else the description', () => {
    expect(carriesText(record('shown'), skill({ proof: proof(3), carries: 3 }))).toMatch(/level 3, proven by the audit/);
    expect(carriesText(record('shown'), skill())).toMatch(/as you describe it/);
  });
});

describe('what would carry more', () => {
  it('is an audit where there was none', () => {
    expect(moreText({ audit: null }, skill(), null)).toMatch(/An audit of the folder/);
  });
  it('is what the audit has not found, never called absent', () => {
    expect(moreText(audited, skill(), offering(2, 2))).toMatch(/not proof of absence/);
    const said = moreText(audited, skill({ proof: proof(2) }), offering(2, 2));
    expect(said).toMatch(/has not found so far: tests and a way into production/);
  });
  it('is nothing more once level 3 is proven, or while a finding waits to be accepted', () => {
    expect(moreText(audited, skill({ proof: proof(3) }), null)).toBeNull();
    expect(moreText(audited, skill(), offering(2, null))).toBeNull();
    expect(moreText(audited, skill(), undefined)).toBeNull();
  });
});

describe('what the audit offers', () => {
  it('is offered again only when it carries more than what was accepted', () => {
    expect(offeredLevel(offering(3, null), 'python')).toBe(3);
    expect(offeredLevel(offering(3, 2), 'python')).toBe(3);
    expect(offeredLevel(offering(2, 2), 'python')).toBeNull();
    expect(offeredLevel(offering(3, null), 'sql')).toBeNull();
  });
});

it('an address that names no section opens the case study', () => {
  expect(sectionOf('nowhere')).toBe('story');
  expect(sectionOf('audit')).toBe('audit');
});
