import { describe, expect, it } from 'vitest';
import type { Group, SkillRow } from '../../backend/generated/commands';
import { before, depths, layout, line, neighbour, NODE, type MapSkill } from './map';
import { ownParams, blankOwn, withPrerequisite } from './own';
import { arrange, counts, groupStands, isSoonStale, oneOf, shownRows, stepsToGo, VIEWS } from './skills';
import { freshness, gapWord, restsOnText, wayText } from './words';

const row = (skill: string, given: Partial<SkillRow> = {}): SkillRow => ({
  skill,
  name: { en: skill, fr: `${skill} (fr)` },
  group: 'data',
  kind: 'knowledge',
  effort: 'M',
  half_life: 'platform',
  claimed: null,
  proven: 0,
  fresh: 0,
  stale_on: null,
  stale_since: null,
  required: null,
  core: false,
  chosen_for: null,
  state: 'unasked',
  hours: null,
  rests_on: [],
  own: false,
  hidden: false,
  own_required: null,
  ...given,
});
const hours = (likely: number) => ({ hours: { low: likely / 2, likely, high: likely * 2 }, open_ended: false });
const sql = row('SQL', { required: 3, claimed: 3, proven: 2, fresh: 2, state: 'prove', core: true, hours: hours(0) });
const docker = row('Docker', { group: 'cloud', required: 2, claimed: 2, proven: 1, fresh: 2, state: 'refresh', hours: hours(1) });
const redis = row('Redis', { required: 1, state: 'learn', hours: hours(8) });
const orm = row('ORM', { required: 2, state: 'learn', hours: hours(13) });
const git = row('Git', { group: 'tools', required: 2, claimed: 3, proven: 2, fresh: 2, state: 'met' });
const perl = row('Perl', { group: 'lang', hidden: true });
const all = [sql, docker, redis, orm, git, perl];
const today = '2026-11-20';
const ids = (rows: SkillRow[]) => rows.map((one) => one.skill);

describe('the list of skills', () => {
  it('shows each filter what belongs to it', () => {
    expect(counts(all, today)).toEqual({ asked: 5, gaps: 4, prove: 1, stale: 1, own: 0, all: 6, hidden: 1 });
  });
  it('puts what is to be learned before what is only to be proven, the farthest first', () => {
    expect(ids(arrange(all, 'gaps'))).toEqual(['ORM', 'Redis', 'Docker', 'SQL', 'Git', 'Perl']);
  });
  it('puts the quickest gap first', () => {
    expect(ids(arrange(all, 'hours')).slice(0, 4)).toEqual(['SQL', 'Docker', 'Redis', 'ORM']);
  });
  it('finds a skill by its name in either language', () => {
    const by = { filter: 'all', order: 'group', group: null, today } as const;
    expect(ids(shownRows(all, { ...by, search: 'orm (FR' }))).toEqual(['ORM']);
    expect(ids(shownRows(all, { ...by, search: '', group: 'tools' }))).toEqual(['Git']);
    expect(ids(shownRows(all, { ...by, search: 'securite', groupNames: new Map([['cloud', 'Sécurité']]) }))).toEqual(['Docker']);
  });
  it('counts a claimed level as learned', () => {
    expect(stepsToGo(sql)).toBe(0);
    expect(stepsToGo(orm)).toBe(2);
  });
  it('warns half a year before evidence goes stale', () => {
    expect(isSoonStale(row('a', { proven: 2, stale_on: '2027-04-01' }), today)).toBe(true);
    expect(isSoonStale(row('a', { proven: 2, stale_on: '2028-04-01' }), today)).toBe(false);
  });
  it('keeps to the views it knows', () => {
    expect(oneOf('map', VIEWS, 'table')).toBe('map');
    expect(oneOf('nonsense', VIEWS, 'table')).toBe('table');
  });
});

describe('the radar', () => {
  const groups = ['data', 'cloud', 'empty'].map((id) => ({ id, name: { en: id, fr: id }, levels: [] })) as Group[];
  it('counts each skill up to what is asked of it, and leaves out groups that are not asked', () => {
    const surplus = row('PostgreSQL', { required: 1, claimed: 5, proven: 4, state: 'met' });
    const [data, cloud, none] = groupStands(groups, [...all, surplus]);
    expect(data).toMatchObject({ asked: 4, met: 1, proven: (2 + 0 + 0 + 1) / 4, claimed: 4 / 4, required: 7 / 4, hours: 21 });
    expect(cloud).toMatchObject({ asked: 1, proven: 1, required: 2 });
    expect(none).toBeUndefined();
  });
});

describe('the words of a row', () => {
  it('says what is left in two words', () => {
    expect(all.map((one) => gapWord(one).text)).toEqual(['prove it', 'refresh', '1 to go', '2 to go', 'met', 'hidden']);
  });
  it('names what a level rests on, the strongest first', () => {
    const parts = [
      { kind: 'course', count: 1, minutes: 0 },
      { kind: 'log', count: 3, minutes: 3660 },
      { kind: 'project', count: 2, minutes: 0 },
    ];
    expect(restsOnText(parts)).toBe('2 projects, 61\u00a0h logged, 1 course');
  });
  it('says when evidence is stale, will be, or never is', () => {
    expect(freshness(docker, today)).toMatchObject({ text: 'stale', tone: 'amber' });
    expect(freshness(row('a', { proven: 1, fresh: 1 }), today).text).toBe('does not age');
    expect(freshness(row('a', { proven: 1, fresh: 1, stale_on: '2027-01-20' }), today).text).toBe('stale in 2 months');
    expect(freshness(row('a', { proven: 1, fresh: 1, stale_on: '2029-01-20' }), today).text).toBe('fresh');
  });
  it('names a few exams and counts the others', () => {
    const way = { kind: 'exam', certifications: ['a', 'b', 'c', 'd', 'e'], performance_based: false } as const;
    expect(wayText({ ...way, certifications: [...way.certifications] }, 2)).toBe('The exam a, b, c or 2 others');
  });
});

describe('the map', () => {
  const skills: MapSkill[] = [
    { id: 'sql', group: 'data', needs: [] },
    { id: 'postgresql', group: 'data', needs: ['sql'] },
    { id: 'indexing', group: 'data', needs: ['postgresql'] },
    { id: 'orm', group: 'data', needs: ['sql', 'python'] },
    { id: 'python', group: 'lang', needs: [] },
  ];
  const map = layout(['lang', 'data'], skills, skills, 700);
  it('puts what comes first on the left', () => {
    const x = (id: string) => map.at.get(id)?.x ?? -1;
    expect(x('sql')).toBeLessThan(x('postgresql'));
    expect(x('postgresql')).toBeLessThan(x('indexing'));
    expect(x('orm')).toBe(x('postgresql'));
  });
  it('never lays two skills on each other, nor beyond its width', () => {
    for (const width of [200, 500, 900, 1400]) {
      const many = Array.from({ length: 40 }, (_, i) => ({
        id: `s${i}`,
        group: i % 3 ? 'data' : 'lang',
        needs: i > 9 ? [`s${i % 7}`] : [],
      }));
      const laid = layout(['lang', 'data'], many, many, width);
      const places = [...laid.at.values()].map((node) => `${node.x},${node.y}`);
      expect(new Set(places).size).toBe(40);
      for (const node of laid.at.values()) {
        expect(node.x + laid.w).toBeLessThanOrEqual(laid.width);
        expect(node.y + NODE.height).toBeLessThanOrEqual(laid.height);
      }
    }
  });
  it('knows everything that comes before a skill, and survives a circle', () => {
    const by = new Map(skills.map((one) => [one.id, one]));
    expect([...before('indexing', by)]).toEqual(['postgresql', 'sql']);
    const circle = [
      { id: 'a', group: 'g', needs: ['b'] },
      { id: 'b', group: 'g', needs: ['a'] },
    ];
    expect(depths(circle).size).toBe(2);
    expect([...before('a', new Map(circle.map((one) => [one.id, one])))]).toEqual(['b']);
  });
  it('goes by arrow key to the neighbour on that side', () => {
    expect(neighbour(map, 'sql', 'ArrowRight')).toBe('postgresql');
    expect(neighbour(map, 'sql', 'ArrowUp')).toBe('python');
    expect(neighbour(map, 'sql', 'ArrowLeft')).toBeNull();
    expect(neighbour(map, 'sql', 'x')).toBeNull();
  });
  it('leads its lines through the gaps', () => {
    const [from, to] = [
      { id: 'a', x: 0, y: 0 },
      { id: 'b', x: 400, y: 0 },
    ];
    expect(line(from, to, 176)).toContain(`${-NODE.gapY / 2}`);
    expect(line(from, { ...to, x: 176 + NODE.gapX }, 176)).not.toContain('-');
  });
});

describe('a skill of one’s own', () => {
  it('takes each prerequisite once, and never itself', () => {
    const once = withPrerequisite([], 'sql', 'own-x');
    expect(withPrerequisite(once, 'sql', 'own-x')).toBe(once);
    expect(withPrerequisite(once, 'own-x', 'own-x')).toBe(once);
  });
  it('asks no level when none was chosen', () => {
    expect(ownParams({ ...blankOwn('data'), name: ' COBOL ' }, null)).toMatchObject({
      name: 'COBOL',
      required: null,
      group: 'data',
    });
  });
});
