import { describe, expect, it } from 'vitest';
import type { FindingKind, LeftOutReason } from '../../../backend/generated/commands';
import { locale } from '../../../lib/locale.svelte';
import {
  changeGroups,
  countText,
  groupsOf,
  leftOutGroups,
  marksOf,
  NO_FILTER,
  nameOf,
  offerGroups,
  open,
  ownShare,
  parted,
  periodText,
  placeText,
  plain,
  secretsOf,
  sourceText,
} from './audit';
import { countText as progressText, shareOf, stageText } from './progress';
import { finding, offer, report, view } from './samples';
import { kindText, reasonText, reasonWhy, strengthText } from './words';

const at = (more = {}) => ({ stage: 'files', files: 1204, files_total: 4700, commits: 12840, ...more });

describe('how far the audit is', () => {
  it('says stage, files and commits in words', () => {
    expect(stageText({ now: at(), last: at(), asks: false, stopping: false })).toBe('Reading files and history');
    expect(progressText(at())).toBe('1,204 of 4,700 files · 12,840 commits');
    expect(shareOf(at())).toBeCloseTo(0.256, 3);
  });
  it('has no share while the files are not counted, and says what is known', () => {
    expect(shareOf(at({ files_total: 0 }))).toBeNull();
    expect(progressText(at({ files_total: 0, files: 1, commits: 0 }))).toBe('1 file so far');
    expect(progressText(null)).toBe('');
  });
  it('never tells more files read than there are', () => {
    expect(progressText(at({ files: 4800, commits: 0 }))).toBe('4,700 of 4,700 files');
    expect(shareOf(at({ files: 4800 }))).toBe(1);
  });
  it('waits for the folder before, and puts findings together after', () => {
    expect(stageText({ now: null, last: null, asks: true, stopping: false })).toMatch(/Choose the folder/);
    expect(stageText({ now: null, last: null, asks: false, stopping: false })).toBe('Starting');
    expect(stageText({ now: null, last: at(), asks: true, stopping: false })).toBe('Putting the findings together');
    expect(stageText({ now: at(), last: at(), asks: true, stopping: true })).toBe('Stopping');
  });
});

describe('texts from the folder', () => {
  it('show what cannot be seen, so that a name cannot pretend to be another', () => {
    expect(plain('in\u202egnp.exe')).toBe('in\ufffdgnp.exe');
    expect(plain('two\nlines\u0000')).toBe('two␊lines␀');
    expect(plain('p\ufffdth/é中.ts')).toBe('p\ufffdth/é中.ts');
  });
  it('name a line only where there is one', () => {
    expect(placeText({ file: 'a/b.py', line: 3 })).toBe('a/b.py:3');
    expect(placeText({ file: 'Dockerfile', line: 0 })).toBe('Dockerfile');
  });
  it('part a path before its last name', () => {
    expect(parted('a/b/c.py:3')).toEqual(['a/b/', 'c.py:3']);
    expect(parted('Dockerfile')).toEqual(['', 'Dockerfile']);
    expect(parted('web/node_modules/')).toEqual(['web/', 'node_modules/']);
    expect(parted('')).toEqual(['', '']);
  });
});

describe('the project as a whole', () => {
  it('says what each mark rests on', () => {
    const findings = [
      finding('t', { kind: 'test', name: 'Python tests' }),
      finding('d', { kind: 'container', name: 'Dockerfile' }),
      finding('e', { kind: 'container', name: 'Sample', aside: true }),
      finding('c', { kind: 'deployment', name: 'Fly' }),
      finding('k', { kind: 'orchestration', name: 'Helm' }),
    ];
    expect(marksOf(view({ report: report({ findings }) })).map((one) => one.what)).toEqual([
      '214 commits',
      '187 commits',
      'Python tests',
      'Dockerfile, Fly …',
    ]);
  });
  it('says nothing beside a mark that was not found', () => {
    const marks = marksOf(view({ shown: { repository: true, own: false, tests: false, deployment: false } }));
    expect(marks.map((one) => one.what)).toEqual(['214 commits', '', '', '']);
  });
  it('names folders without Git, without commits, bare and shallow ones', () => {
    const git = report().git!;
    expect(sourceText(null)).toEqual(['a folder without Git, read as it lies there']);
    expect(sourceText({ ...git, head: null })).toEqual(['a repository without commits']);
    expect(sourceText({ ...git, bare: true, shallow: true })).toEqual(['bare repository', 'shallow clone']);
    expect(sourceText(git)).toEqual([]);
  });
});

describe('the findings', () => {
  const all = report({
    findings: [
      finding('npm.express', { name: 'Express', aside: true }),
      finding('pypi.fastapi', { name: 'FastAPI' }),
      finding('pypi.pytest', { name: 'pytest', kind: 'test_framework', strength: 'development' }),
      finding('lock.celery', {
        name: 'Celery',
        kind: 'queue',
        strength: 'indirect',
        places: [{ file: 'poetry.lock', line: 210 }],
      }),
      finding('secret.aws', { kind: 'secret', aside: true }),
      finding('secret.key', { kind: 'secret' }),
    ],
  });
  const rules = (text: string, show: Parameters<typeof groupsOf>[1]['show'] = 'all') =>
    groupsOf(all, { text, show }).flatMap((group) => group.findings.map((one) => one.rule));

  it('stand by kind, examples at the end of theirs, secrets apart', () => {
    expect(groupsOf(all, NO_FILTER).map((group) => group.kind)).toEqual(['framework', 'test_framework', 'queue']);
    expect(rules('')).toEqual(['pypi.fastapi', 'npm.express', 'pypi.pytest', 'lock.celery']);
    expect(secretsOf(all).map((one) => one.rule)).toEqual(['secret.key', 'secret.aws']);
  });
  it('leave the report as it came', () => {
    groupsOf(all, NO_FILTER);
    secretsOf(all);
    expect(all.findings[0]?.rule).toBe('npm.express');
  });
  it('are searched by name, file, rule and kind, in any order and without accents', () => {
    expect(rules('CELERY')).toEqual(['lock.celery']);
    expect(rules('poetry.lock')).toEqual(['lock.celery']);
    expect(rules('test pypi')).toEqual(['pypi.pytest']);
    expect(rules('nothing of that')).toEqual([]);
  });
  it('are shown by strength, where examples and fixtures are of their own', () => {
    expect(rules('', 'direct')).toEqual(['pypi.fastapi']);
    expect(rules('', 'development')).toEqual(['pypi.pytest']);
    expect(rules('', 'indirect')).toEqual(['lock.celery']);
    expect(rules('', 'aside')).toEqual(['npm.express']);
  });
  it('count places, but own commits as commits', () => {
    expect(countText(finding('a', { count: 21 }))).toBe('21 places');
    expect(countText(finding('git.own-commits', { kind: 'history', count: 1 }))).toBe('1 commit');
  });
  it('are called as their makers call them, but own commits in the language of the person', () => {
    locale.current = 'fr';
    const own = { name: { en: 'Commits of your own', fr: 'Vos commits' } };
    expect(nameOf(own)).toBe('Vos commits');
    expect(nameOf(finding('npm.x', { name: 'Express' }))).toBe('Express');
  });
});

describe('the offers', () => {
  it('stand with those first that the target asks for', () => {
    const { asked, others } = offerGroups([offer('python', { asked: 2 }), offer('redis'), offer('sql', { asked: 1 })]);
    expect(asked.map((one) => one.offer.skill)).toEqual(['python', 'sql']);
    expect(others.map((one) => one.offer.skill)).toEqual(['redis']);
  });
  it('are open again when they carry more than was accepted', () => {
    expect(open(offer('a'))).toBe(true);
    expect(open(offer('a', { accepted: 2 }))).toBe(true);
    expect(open(offer('a', { accepted: 3 }))).toBe(false);
    expect(open(offer('a', { accepted: 3 }, 2))).toBe(false);
  });
});

describe('the history', () => {
  it('rounds the share down, so that all means all', () => {
    expect(ownShare({ own: 999, commits: 1000 })).toBe('99%');
    expect(ownShare({ own: 1000, commits: 1000 })).toBe('100%');
    expect(ownShare({ own: 1, commits: 30_000 })).toBe('less than 1%');
    expect(ownShare({ own: 0, commits: 0 })).toBe('0%');
  });
  it('bears clocks that go backwards', () => {
    expect(periodText('2026-11-15', '2026-02-03')).toBe(periodText('2026-02-03', '2026-11-15'));
    expect(periodText('2026-11-15', null)).toBe('15 Nov 2026');
    expect(periodText(null, null)).toBe('');
  });
});

describe('what changed', () => {
  it('stands by what it is, with newer rules told apart', () => {
    const said = changeGroups([
      { kind: 'rules', before: 1, after: 2 },
      { kind: 'commits', before: 202, after: 214, own_before: 180, own_after: 187 },
      { kind: 'found', rule: 'a', name: { en: 'Redis', fr: 'Redis' }, about: 'cache' },
      { kind: 'lines', language: 'SQL', before: 260, after: 240 },
    ]);
    expect(said.rules).toBe(true);
    expect(said.groups).toEqual([
      { title: 'Found', lines: ['Redis (Caches)'] },
      { title: 'Commits', lines: ['214, 202 before. Yours: 187, 180 before.'] },
      { title: 'Lines of code', lines: ['SQL: 240 (−20)'] },
    ]);
  });
});

describe('what was left out', () => {
  it('tells what may hide something from what is left out on purpose', () => {
    const left = (reason: LeftOutReason) => ({ reason, count: 1, examples: [] });
    const { missing, meant } = leftOutGroups([left('binary'), left('no_permission'), left('too_large'), left('submodule')]);
    expect(missing.map((one) => one.reason)).toEqual(['no_permission', 'too_large']);
    expect(meant.map((one) => one.reason)).toEqual(['binary', 'submodule']);
  });
});

describe('the words', () => {
  it('of a kind or reason that is newer than this window are shown as they stand', () => {
    expect(kindText('quantum' as FindingKind)).toBe('quantum');
    expect(reasonText('eaten' as LeftOutReason)).toBe('eaten');
    expect(reasonWhy('eaten' as LeftOutReason)).toBe('');
  });
  it('are those of the language', () => {
    locale.current = 'fr';
    expect(kindText('health')).toBe('Contrôles de santé');
    expect(strengthText('indirect')).toBe('Seulement dans un fichier de verrouillage');
  });
});
