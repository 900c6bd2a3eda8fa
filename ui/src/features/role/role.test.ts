import { render, screen } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { fakeBackend } from '../../backend/fake';
import type { Entry, RoleView, Rung, Skill } from '../../backend/generated/commands';
import { inspector } from '../../lib/inspector.svelte';
import { documentNumber, documentsOf, find, indexRole, left, rungShort, seniorityOf } from './role';
import RolePage from './RolePage.svelte';

const same = (text: string) => ({ en: text, fr: `${text} (fr)` });
const said = (id: string, text: string, source: string, quote: string) => ({
  id,
  text: same(text),
  says: [{ source, quote }],
  skills: [],
});
const entry = (id: string, statement: Entry['statement']): Entry => ({
  id,
  name: same(id),
  summary: same(''),
  kind: null,
  url: null,
  skills: ['sql'],
  statement,
});
const skill = (id: string, sources: string[]): Skill => ({
  id,
  name: same(id),
  group: 'data',
  kind: 'knowledge',
  effort: 'M',
  half_life: 'platform',
  prerequisites: [],
  aliases: [],
  esco: null,
  resources: [],
  says: sources.map((source) => ({ source, quote: id })),
});
const rung = (id: string, more: Partial<Rung>): Rung => ({
  id,
  kind: 'ladder',
  name: same(id),
  summary: same(''),
  rank: 1,
  after: [],
  based_on: null,
  all_of: [],
  one_of: [],
  practice: [],
  skills: [],
  statement: [],
  ...more,
});
const asks = (id: string, level: number, weight = 5, core = false) => ({ skill: id, level, weight, core });
const source = (id: string, file: string, language: string) => ({
  id,
  kind: 'document' as const,
  title: `Title ${id}`,
  publisher: null,
  language,
  file,
  url: null,
  published: null,
  updated: null,
  licence: null,
  note: null,
});

const role: RoleView = {
  id: 'r',
  version: '1',
  name: same('Back-end developer'),
  summary: same('Builds the server side.'),
  groups: [{ id: 'data', name: same('Data'), levels: [] }],
  sources: [source('d000', '000_a.txt', 'en'), source('d004', '004_b.txt', 'fr')],
  context: [entry('what', [said('overview.role', 'You design the server side.', 'd000', 'design the server side')])],
  missions: [],
  people: [],
  education: [
    entry('masters', [said('education.masters', 'A degree is required.', 'd000', 'degree is required')]),
    entry('self', [said('education.self', 'Many are self-taught.', 'd004', 'diplôme apprécié')]),
  ],
  practice: [],
  skills: [skill('sql', ['d000', 'd004', 'd004']), skill('rust', [])],
  certification_families: [],
  certifications: [],
  choices: [],
  stacks: [],
  rungs: [
    rung('junior', { all_of: [asks('sql', 2), asks('rust', 1)] }),
    rung('senior', {
      after: ['junior'],
      based_on: 'junior',
      all_of: [asks('sql', 3, 5, true), asks('rust', 1), asks('go', 2, 9)],
    }),
  ],
  pay: [],
  pay_factors: [],
  disagreements: [
    {
      id: 'degree',
      question: same('Is a degree needed?'),
      sides: ['education.masters', 'education.self'],
      note: same('Both stand.'),
    },
  ],
  omitted: [],
};

describe('the role as lines', () => {
  const index = indexRole(role);

  it('counts what rests on a document as the core lists it', () => {
    expect(index.counts.get('d000')).toBe(3);
    expect(index.counts.get('d004')).toBe(3);
  });

  it('names each document of a skill once', () => {
    expect(documentsOf(index, role.skills[0]?.says ?? []).map(documentNumber)).toEqual(['000', '004']);
  });

  it('finds a statement without accents, in the words of its document', () => {
    expect(find(index, 'diplome apprecie', '')).toEqual(new Set(['education.self']));
  });

  it('asks nothing when there is no word and no document', () => {
    expect(find(index, '  ', '')).toBeNull();
    expect(left(index, 'education', null)).toBeNull();
  });

  it('leaves only what one document says', () => {
    const found = find(index, '', 'd004');
    expect(found).toEqual(new Set(['education.self', 'skill.sql']));
    expect(left(index, 'education', found)).toBe(1);
    expect(left(index, 'disagreements', found)).toBe(1);
  });

  it('lends the skills of an entry to its statements', () => {
    expect(index.lines.get('overview.role')?.skills).toEqual(['sql']);
  });

  it('says of a rung what it adds to the one it builds on', () => {
    const short = rungShort(role, role.rungs[1] as Rung, 1);
    expect(short.skills).toEqual([{ id: 'sql', level: 3, from: 2 }]);
    expect(short.more).toBe(1);
    expect(short.from.map((one) => one.id)).toEqual(['junior']);
  });

  it('keeps silent about a seniority that the source does not state', () => {
    expect(seniorityOf({ seniority: 'unstated' } as never)).toBeNull();
    expect(seniorityOf({ seniority: 'Lead' } as never)).toBe('Lead');
  });
});

describe('the role page', () => {
  it('opens the statement that is chosen', async () => {
    fakeBackend({ 'role.show': () => role });
    render(RolePage);
    await userEvent.click(await screen.findByTestId('row-education.masters'));
    expect(inspector.key).toBe('role:education.masters');
    inspector.close();
  });

  it('moves among statements with the arrow keys and opens one by Enter', async () => {
    fakeBackend({ 'role.show': () => role });
    render(RolePage);
    (await screen.findByTestId('row-overview.role')).focus();
    await userEvent.keyboard('{ArrowDown}{Enter}');
    expect(inspector.key).toBe('role:skill.sql');
    inspector.close();
  });

  it('says so when no statement holds the words', async () => {
    fakeBackend({ 'role.show': () => role });
    render(RolePage);
    await userEvent.type(await screen.findByRole('searchbox'), 'cobol');
    expect(await screen.findByText('No statement fits')).toBeInTheDocument();
  });
});
