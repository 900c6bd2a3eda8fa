// What stands in the inspector beside a project: its facts, a skill, a line of its checklist.
import { inspector } from '../../../lib/inspector.svelte';
import { preferences } from '../../../lib/preferences.svelte';
import { route } from '../../../lib/router.svelte';
import { m } from '../../../paraglide/messages';
import LineInspector from '../checklist/LineInspector.svelte';
import ProjectSide from './ProjectSide.svelte';
import SkillInspector from './SkillInspector.svelte';

const SIDE = 'portfolio.side';
/** From this width on, the pane leaves the page enough room. */
const WIDE = 1240;

/** Whether the facts stand open without being asked for: there is room, and they were not put away. */
export const staysOpen = (): boolean => innerWidth >= WIDE && preferences.get(SIDE, 'open') === 'open';

/** Put away by the person, not by leaving the project. */
const away = (id: string) => () => {
  if (route.area === 'portfolio' && route.rest[0] === id) preferences.set(SIDE, 'closed');
};

export const factsKey = (id: string): string => `project:${id}`;
export const skillKey = (id: string, skill: string): string => `project-skill:${id}:${skill}`;
export const lineKey = (id: string, line: string): string => `project-line:${id}:${line}`;

export function openFacts(id: string): void {
  preferences.set(SIDE, 'open');
  inspector.open(ProjectSide, { id }, { key: factsKey(id), label: m.portfolio_facts(), onclose: away(id) });
}
export function openSkill(id: string, skill: string): void {
  inspector.open(SkillInspector, { id, skill }, { key: skillKey(id, skill), label: m.portfolio_rests_on(), onclose: away(id) });
}
export function openLine(id: string, line: string): void {
  inspector.open(LineInspector, { id, line }, { key: lineKey(id, line), label: m.portfolio_rests_on(), onclose: away(id) });
}
