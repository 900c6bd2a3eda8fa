import type { PayObservation } from '../../backend/generated/commands';
import { money, range } from '../../lib/format';
import { m } from '../../paraglide/messages';
import type { SectionId } from './role';

const TITLES: Record<SectionId, () => string> = {
  overview: m.role_overview,
  missions: m.role_missions,
  people: m.role_people,
  skills: m.role_skills,
  education: m.role_education,
  certifications: m.role_certifications,
  practice: m.role_practice,
  rungs: m.role_rungs,
  pay: m.role_pay,
  disagreements: m.role_disagreements,
  sources: m.role_sources,
};
export const sectionTitle = (section: SectionId): string => TITLES[section]();

const WAY: Record<string, () => string> = {
  degree: m.role_way_degree,
  school: m.role_way_school,
  platform: m.role_way_platform,
  bootcamp: m.role_way_bootcamp,
  label: m.role_way_label,
  'self-taught': m.role_way_self_taught,
  experience: m.role_way_experience,
};
export const wayTitle = (kind: string): string => WAY[kind]?.() ?? kind;

const PERSON: Record<string, () => string> = {
  team: m.role_person_team,
  management: m.role_person_management,
  business: m.role_person_business,
  client: m.role_person_client,
};
export const personTitle = (kind: string): string => PERSON[kind]?.() ?? kind;

const STATISTIC: Record<PayObservation['statistic'], () => string> = {
  range: m.role_statistic_range,
  average_range: m.role_statistic_average_range,
  about: m.role_statistic_about,
  up_to: m.role_statistic_up_to,
  above: m.role_statistic_above,
};
export const statisticWord = (pay: PayObservation): string => STATISTIC[pay.statistic]();

const CONTRACT: Record<PayObservation['contract'], () => string> = {
  employee: m.role_contract_employee,
  freelance: m.role_contract_freelance,
  unstated: m.role_not_stated,
};
export const contractWord = (pay: PayObservation): string => CONTRACT[pay.contract]();

const TAX: Record<PayObservation['tax'], () => string> = {
  gross: m.role_tax_gross,
  net: m.role_tax_net,
  unstated: m.role_not_stated,
};
export const taxWord = (pay: PayObservation): string => TAX[pay.tax]();

/** The figure as the source gives it: from €30,000 to €35,000 a year. */
export function figure(pay: PayObservation): string {
  const amounts = [pay.low, pay.high].filter((one): one is number => one !== null).map((one) => money(one, pay.currency));
  if (amounts.length === 0) return m.role_not_stated();
  const shown = range(amounts[0] ?? '', amounts.at(-1) ?? '');
  return pay.per === 'day' ? m.role_per_day({ amount: shown }) : m.role_per_year({ amount: shown });
}
