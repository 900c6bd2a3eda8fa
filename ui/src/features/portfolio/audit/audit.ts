// What the audit's page reckons from a report: order, filters, words for figures. What it means is the core's.
import type {
  AuditChange,
  AuditOfferView,
  AuditPlace,
  AuditView,
  CommitHistory,
  Finding,
  FindingKind,
  GitSource,
  LeftOut,
  LeftOutReason,
  Report,
  Shown,
  Text,
} from '../../../backend/generated/commands';
import { dateMedium, dateRange, number, percent, tx } from '../../../lib/format';
import { matches } from '../../../lib/text';
import { m } from '../../../paraglide/messages';
import { kindText } from './words';

/** A text from outside on one line: what cannot be seen, or would turn the text around, is made visible. */
export function plain(text: string): string {
  return (
    text
      // eslint-disable-next-line no-control-regex
      .replace(/[\u0000-\u001f]/g, (c) => String.fromCharCode(0x2400 + c.charCodeAt(0)))
      .replace(/[\u007f-\u009f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/g, '\ufffd')
  );
}

/** app/main.py:12; the file alone where the file itself is what was found. */
export const placeText = (place: AuditPlace): string => plain(place.file) + (place.line > 0 ? `:${place.line}` : '');

/** A path as its folder and its name, so that a long one can be cut where it says least. */
export function parted(text: string): [folder: string, name: string] {
  const at = text.lastIndexOf('/', text.length - 2) + 1;
  return [text.slice(0, at), text.slice(at)];
}

/** What was found, as its makers write it; what the audit itself names is said in the person's language. */
export const nameOf = ({ name }: { name: Text }): string => plain(tx(name));

/** The four marks of a project as a whole, and what each rests on. */
export interface WholeMark {
  key: keyof Shown;
  found: boolean;
  /** What was found: "214 commits", "Dockerfile, Docker Compose". */
  what: string;
}
const DEPLOYS: FindingKind[] = ['container', 'orchestration', 'infrastructure', 'deployment'];

export function marksOf({ report, shown }: Pick<AuditView, 'report' | 'shown'>): WholeMark[] {
  const names = (kinds: FindingKind[]) => {
    const found = report.findings.filter((one) => kinds.includes(one.kind) && !one.aside && one.strength !== 'indirect');
    const first = found.slice(0, 2).map(nameOf);
    return first.join(', ') + (found.length > 2 ? ' …' : '');
  };
  const commits = (n: number | undefined) => (n ? m.audit_commits_n({ n, count: number(n) }) : '');
  const what = {
    repository: commits(report.history?.commits),
    own: commits(report.history?.own),
    tests: names(['test']),
    deployment: names(DEPLOYS),
  };
  return (['repository', 'own', 'tests', 'deployment'] as const).map((key) => ({
    key,
    found: shown[key],
    what: shown[key] ? what[key] : '',
  }));
}

/** What the folder is, beside a plain working folder of a repository. */
export function sourceText(git: GitSource | null): string[] {
  if (!git) return [m.audit_no_git()];
  return [
    !git.head && m.audit_no_commits(),
    git.bare && m.audit_is_bare(),
    git.worktree && m.audit_is_worktree(),
    git.submodule && m.audit_is_submodule(),
    git.shallow && m.audit_is_shallow(),
  ].filter((one) => one !== false);
}

/** Secrets stand apart: those of the project itself first. */
export const secretsOf = (report: Report): Finding[] =>
  report.findings.filter((one) => one.kind === 'secret').sort((a, b) => Number(a.aside) - Number(b.aside));

/** Which findings are listed: everything, of one strength, or only examples and fixtures. */
export type ShowWhat = 'all' | Finding['strength'] | 'aside';
export interface FindingFilter {
  text: string;
  show: ShowWhat;
}
export const NO_FILTER: FindingFilter = { text: '', show: 'all' };
export const filtered = (filter: FindingFilter): boolean => filter.text.trim() !== '' || filter.show !== 'all';

function passes(one: Finding, filter: FindingFilter): boolean {
  if (filter.show === 'aside' ? !one.aside : filter.show !== 'all' && (one.aside || one.strength !== filter.show)) return false;
  return matches(filter.text, [nameOf(one), one.rule, kindText(one.kind), ...one.places.map((place) => place.file)].join('\n'));
}

export interface FindingGroup {
  kind: FindingKind;
  findings: Finding[];
}

/** The findings but secrets, by kind in the report's order; examples and fixtures at the end of their kind. */
export function groupsOf(report: Report, filter: FindingFilter): FindingGroup[] {
  const groups = new Map<FindingKind, Finding[]>();
  for (const one of report.findings) {
    if (one.kind === 'secret' || !passes(one, filter)) continue;
    groups.set(one.kind, [...(groups.get(one.kind) ?? []), one]);
  }
  return [...groups].map(([kind, findings]) => ({
    kind,
    findings: findings.sort((a, b) => Number(a.aside) - Number(b.aside)),
  }));
}

/** 21 places; of the own commits, 187 commits. */
export function countText(one: Finding): string {
  const said = { n: one.count, count: number(one.count) };
  return one.kind === 'history' ? m.audit_commits_n(said) : m.audit_places(said);
}

/** Whether an offer is still to be accepted: not accepted yet, or at a lower level than it carries now. */
export const open = (offer: AuditOfferView): boolean => offer.accepted === null || offer.accepted < offer.offer.level;

export interface OfferGroups {
  asked: AuditOfferView[];
  others: AuditOfferView[];
}
/** Those that the target asks for, and the others, each in the core's order. */
export const offerGroups = (offers: AuditOfferView[]): OfferGroups => ({
  asked: offers.filter((one) => one.asked > 0),
  others: offers.filter((one) => one.asked === 0),
});

/** The person's share as the core tells it: rounded down, so that 100% means all. */
export function ownShare({ own, commits }: Pick<CommitHistory, 'own' | 'commits'>): string {
  const share = Math.floor((own * 100) / Math.max(1, commits));
  return own > 0 && share === 0 ? m.audit_history_under() : percent(share / 100);
}

/** A period in whichever order its days come: authors' clocks can be wrong. */
export function periodText(first: string | null, last: string | null): string {
  if (!first || !last) return first || last ? dateMedium((first ?? last) as string) : '';
  return first <= last ? dateRange(first, last) : dateRange(last, first);
}

/** What may hide something comes apart from what is left out on purpose. */
const MEANT: LeftOutReason[] = ['binary', 'link', 'special', 'foreign', 'generated', 'submodule'];
export const leftOutGroups = (list: LeftOut[]): { missing: LeftOut[]; meant: LeftOut[] } => ({
  missing: list.filter((one) => !MEANT.includes(one.reason)),
  meant: list.filter((one) => MEANT.includes(one.reason)),
});

/** +310, −12. */
const signed = (n: number): string => (n < 0 ? `\u2212${number(-n)}` : `+${number(n)}`);

export interface ChangeGroup {
  title: string;
  lines: string[];
}
/** What changed, by what it is: found, no longer found, commits, lines; newer rules are told apart by `rules`. */
export function changeGroups(changes: AuditChange[]): { rules: boolean; groups: ChangeGroup[] } {
  const named = (one: { name: Text; about: FindingKind }) => `${nameOf(one)} (${kindText(one.about)})`;
  const lines = (kind: AuditChange['kind']) =>
    changes.flatMap((one) => {
      if (one.kind !== kind) return [];
      if (one.kind === 'found' || one.kind === 'gone') return [named(one)];
      if (one.kind === 'lines') {
        const by = signed(one.after - one.before);
        return [m.audit_change_lines_text({ language: plain(one.language), after: number(one.after), by })];
      }
      if (one.kind === 'rules') return [];
      const { before, after, own_before, own_after } = one;
      return [
        m.audit_change_commits_text({
          before: number(before),
          after: number(after),
          own_before: number(own_before),
          own_after: number(own_after),
        }),
      ];
    });
  const groups = [
    { title: m.audit_change_found(), lines: lines('found') },
    { title: m.audit_change_gone(), lines: lines('gone') },
    { title: m.audit_change_commits(), lines: lines('commits') },
    { title: m.audit_change_lines(), lines: lines('lines') },
  ];
  return { rules: changes.some((one) => one.kind === 'rules'), groups: groups.filter((one) => one.lines.length > 0) };
}
