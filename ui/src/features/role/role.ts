// The role model as a page to read: every sentence that rests on a document becomes a line, found again by its id.
import type {
  Citation,
  Disagreement,
  Entry,
  PayObservation,
  Practice,
  RoleView,
  Rung,
  Source,
  Text,
} from '../../backend/generated/commands';
import { fold } from '../../lib/text';

export const SECTIONS = [
  'overview',
  'missions',
  'people',
  'skills',
  'education',
  'certifications',
  'practice',
  'rungs',
  'pay',
  'disagreements',
  'sources',
] as const;
export type SectionId = (typeof SECTIONS)[number];

/** One sentence, skill, certification or figure with the words that it rests on. */
export interface Line {
  id: string;
  section: SectionId;
  /** The thing it is said of, and its name. */
  entry: string;
  name: Text;
  text: Text;
  says: Citation[];
  skills: string[];
  /** What a search looks through, folded. */
  hay: string;
}

export interface RoleIndex {
  role: RoleView;
  lines: Map<string, Line>;
  bySection: Map<SectionId, Line[]>;
  byEntry: Map<string, Line[]>;
  sources: Map<string, Source>;
  documents: Source[];
  /** How many statements rest on each document, as `role.sources` lists them. */
  counts: Map<string, number>;
  disagreements: Map<string, Disagreement[]>;
  skillNames: Map<string, Text>;
}

export const skillLine = (id: string): string => `skill.${id}`;
export const certificationLine = (id: string): string => `certification.${id}`;
export const stackLine = (id: string): string => `stack.${id}`;
export const checkLine = (practice: string, item: string): string => `practice.${practice}.${item}`;

/** Names an entry for `byEntry`: two sections may use the same id. */
export const entryKey = (section: SectionId, id: string): string => `${section}/${id}`;

function collect(role: RoleView): Line[] {
  const lines: Line[] = [];
  const add = (
    section: SectionId,
    entry: string,
    name: Text,
    id: string,
    text: Text,
    says: Citation[],
    skills: string[],
    more = '',
  ) => {
    const words = [text.en, text.fr, name.en, name.fr, more, ...says.map((one) => one.quote)].join(' ');
    lines.push({ id, section, entry: entryKey(section, entry), name, text, says, skills, hay: fold(words) });
  };
  const entries = (section: SectionId, list: (Entry | Practice | Rung)[]) => {
    for (const one of list) {
      const more = `${one.summary.en} ${one.summary.fr}`;
      for (const said of one.statement) {
        add(section, one.id, one.name, said.id, said.text, said.says, said.skills.length ? said.skills : one.skills, more);
      }
    }
  };
  entries('overview', role.context);
  entries('missions', role.missions);
  entries('people', role.people);
  for (const group of role.groups) {
    for (const skill of role.skills.filter((one) => one.group === group.id)) {
      add(
        'skills',
        group.id,
        group.name,
        skillLine(skill.id),
        skill.name,
        skill.says,
        [skill.id],
        skill.aliases.map((a) => a.text).join(' '),
      );
    }
  }
  entries('education', role.education);
  entries('certifications', role.certification_families);
  const named: Text = { en: 'Certifications', fr: 'Certifications' };
  for (const one of role.certifications.filter((cert) => cert.says.length > 0)) {
    const text = { en: one.name, fr: one.name };
    add(
      'certifications',
      'named',
      named,
      certificationLine(one.id),
      text,
      one.says,
      one.supports.map((s) => s.skill),
      `${one.code} ${one.provider}`,
    );
  }
  for (const one of role.practice) {
    for (const item of one.checklist) {
      add(
        'practice',
        one.id,
        one.name,
        checkLine(one.id, item.id),
        item.name,
        item.says,
        item.skills,
        `${item.hint.en} ${item.hint.fr}`,
      );
    }
    entries('practice', [one]);
  }
  for (const one of role.stacks.filter((stack) => stack.says.length > 0)) {
    add('practice', 'stacks', one.name, stackLine(one.id), one.name, one.says, Object.values(one.choices));
  }
  entries('rungs', role.rungs);
  for (const one of role.pay) {
    const more = `${one.place?.en ?? ''} ${one.place?.fr ?? ''} ${one.seniority ?? ''}`;
    add('pay', 'observations', { en: 'One figure', fr: 'Un montant' }, one.id, one.text, one.says, [], more);
  }
  entries('pay', role.pay_factors);
  return lines;
}

function grouped<K>(lines: Line[], key: (line: Line) => K): Map<K, Line[]> {
  const map = new Map<K, Line[]>();
  for (const line of lines) {
    const kept = map.get(key(line));
    if (kept) kept.push(line);
    else map.set(key(line), [line]);
  }
  return map;
}

let last: RoleIndex | null = null;

/** The pack as lines. Kept for the pack at hand: the page and the inspector ask for the same. */
export function indexRole(role: RoleView): RoleIndex {
  if (last?.role === role) return last;
  const list = collect(role);
  const lines = new Map(list.map((line) => [line.id, line]));
  const documents = role.sources.filter((source) => source.kind === 'document');
  const counts = new Map<string, number>();
  for (const { source } of list.flatMap((line) => line.says)) counts.set(source, (counts.get(source) ?? 0) + 1);
  const disagreements = new Map<string, Disagreement[]>();
  for (const one of role.disagreements) {
    for (const side of one.sides) disagreements.set(side, [...(disagreements.get(side) ?? []), one]);
  }
  last = {
    role,
    lines,
    bySection: grouped(list, (line) => line.section),
    byEntry: grouped(list, (line) => line.entry),
    sources: new Map(role.sources.map((source) => [source.id, source])),
    documents,
    counts,
    disagreements,
    skillNames: new Map(role.skills.map((skill) => [skill.id, skill.name])),
  };
  return last;
}

/** The lines that a search and a document leave; null when nothing is asked. */
export function find(index: RoleIndex, query: string, document: string): Set<string> | null {
  const words = fold(query).split(/\s+/).filter(Boolean);
  if (words.length === 0 && !document) return null;
  const found = new Set<string>();
  for (const line of index.lines.values()) {
    if (document && !line.says.some((one) => one.source === document)) continue;
    if (words.every((word) => line.hay.includes(word))) found.add(line.id);
  }
  return found;
}

/** How many lines of a section are left. Disagreements count by their sides. */
export function left(index: RoleIndex, section: SectionId, found: Set<string> | null): number | null {
  if (!found) return null;
  if (section === 'disagreements')
    return index.role.disagreements.filter((one) => one.sides.some((side) => found.has(side))).length;
  return (index.bySection.get(section) ?? []).filter((line) => found.has(line.id)).length;
}

/** The number in a document's file name: "002". */
export const documentNumber = (source: Source | undefined): string => /^\d+/.exec(source?.file ?? '')?.[0] ?? source?.id ?? '';

/** The documents that a line rests on, each once, in their order. */
export const documentsOf = (index: RoleIndex, says: Citation[]): Source[] =>
  index.documents.filter((source) => says.some((one) => one.source === source.id));

/** Title and publisher of a source. */
export const sourceTitle = (source: Source | undefined): string =>
  source ? [source.title, source.publisher].filter(Boolean).join(', ') : '';

/** The kinds of ways in, in the order of the page. */
export const WAYS = ['degree', 'school', 'platform', 'bootcamp', 'label', 'self-taught', 'experience'] as const;

export interface RungShort {
  from: Rung[];
  basedOn: Rung | null;
  /** Skills that it adds or raises, the weightiest first; the rest as a count. */
  skills: { id: string; level: number; from: number | null }[];
  more: number;
  choices: { name: Text; level: number }[];
  practice: { name: Text; count: number }[];
}

/** What a rung asks beyond the rung that it builds on; all of it where there is none. */
export function rungShort(role: RoleView, rung: Rung, most = 6): RungShort {
  const byId = (id: string | null) => role.rungs.find((one) => one.id === id) ?? null;
  const base = byId(rung.based_on);
  const before = new Map((base?.all_of ?? []).map((one) => [one.skill, one.level]));
  const added = rung.all_of
    .filter((one) => (before.get(one.skill) ?? 0) < one.level)
    .sort((a, b) => Number(b.core) - Number(a.core) || b.weight - a.weight);
  const chosen = new Map((base?.one_of ?? []).map((one) => [one.choice, one.level]));
  const done = new Map((base?.practice ?? []).map((one) => [one.practice, one.count]));
  const choiceName = (id: string) => role.choices.find((one) => one.id === id)?.name ?? { en: id, fr: id };
  const practiceName = (id: string) => role.practice.find((one) => one.id === id)?.name ?? { en: id, fr: id };
  return {
    from: rung.after.map(byId).filter((one): one is Rung => one !== null),
    basedOn: base,
    skills: added.slice(0, most).map((one) => ({ id: one.skill, level: one.level, from: before.get(one.skill) ?? null })),
    more: Math.max(0, added.length - most),
    choices: rung.one_of
      .filter((one) => (chosen.get(one.choice) ?? 0) < one.level)
      .map((one) => ({ name: choiceName(one.choice), level: one.level })),
    practice: rung.practice
      .filter((one) => (done.get(one.practice) ?? 0) < one.count)
      .map((one) => ({ name: practiceName(one.practice), count: one.count })),
  };
}

/** Seniority in the words of the source; null where it says none. */
export const seniorityOf = (pay: PayObservation): string | null =>
  pay.seniority && pay.seniority !== 'unstated' ? pay.seniority : null;
