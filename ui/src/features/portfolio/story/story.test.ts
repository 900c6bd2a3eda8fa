import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { CommandError } from '../../../backend/backend';
import { fakeBackend, reply } from '../../../backend/fake';
import type { CaseStudy, ProjectRecord } from '../../../backend/generated/commands';
import { locale } from '../../../lib/locale.svelte';
import { m } from '../../../paraglide/messages';
import { lines, parts, steps } from './diff';
import { ACTS, asParagraph, pictureText, put, type ActName, type Edit } from './edits';
import { broughtBack, changedText } from './saves';
import { REST, sameTexts, Writing } from './writing.svelte';

/** `[` and `]` are the ends of the selection. */
function marked(given: string): [string, number, number] {
  const start = given.indexOf('⟦');
  const end = given.indexOf('⟧') - 1;
  return [given.replace(/[⟦⟧]/g, ''), start, end];
}
const after = (text: string, edit: Edit): string => {
  const next = text.slice(0, edit.from) + edit.text + text.slice(edit.to);
  const [a, b] = edit.select;
  return `${next.slice(0, a)}⟦${next.slice(a, b)}⟧${next.slice(b)}`;
};
const act = (name: ActName, given: string): string => {
  const [text, start, end] = marked(given);
  return after(text, ACTS[name](text, start, end));
};

describe('the toolbar', () => {
  it('makes words bold and takes it back, from inside and from outside the marks', () => {
    expect(act('bold', 'a ⟦word⟧ b')).toBe('a **⟦word⟧** b');
    expect(act('bold', 'a **⟦word⟧** b')).toBe('a ⟦word⟧ b');
    expect(act('bold', 'a ⟦**word**⟧ b')).toBe('a ⟦word⟧ b');
    expect(act('bold', 'a ⟦word ⟧b')).toBe('a **⟦word⟧** b');
    expect(act('bold', '⟦⟧')).toBe('**⟦⟧**');
  });
  it('does not take bold for italic', () => {
    expect(act('italic', '**⟦word⟧**')).toBe('***⟦word⟧***');
    expect(act('italic', '***⟦word⟧***')).toBe('**⟦word⟧**');
    expect(act('italic', '*⟦word⟧*')).toBe('⟦word⟧');
  });
  it('makes lines a list, a numbered one, or plain again', () => {
    expect(act('list', 'x\n⟦one\ntwo⟧\ny')).toBe('x\n⟦- one\n- two⟧\ny');
    expect(act('numbers', '⟦- one\n\n- two⟧')).toBe('⟦1. one\n\n2. two⟧');
    expect(act('list', '⟦- one\n- two⟧')).toBe('⟦one\ntwo⟧');
    expect(act('list', '⟦⟧')).toBe('- ⟦⟧');
  });
  it('turns headings round, quotes and unquotes', () => {
    expect(act('heading', 'a\nTi⟦⟧tle')).toBe('a\n# Ti⟦⟧tle');
    expect(act('heading', '# Ti⟦⟧tle')).toBe('## Ti⟦⟧tle');
    expect(act('heading', '### Ti⟦⟧tle')).toBe('Ti⟦⟧tle');
    expect(act('quote', '⟦a\nb⟧')).toBe('⟦> a\n> b⟧');
    expect(act('quote', '⟦> a\n> b⟧')).toBe('⟦a\nb⟧');
  });
  it('writes code within a line, and a block of several lines', () => {
    expect(act('code', 'a ⟦b⟧')).toBe('a `⟦b⟧`');
    expect(act('code', 'a\n⟦b\nc⟧')).toBe('a\n```\n⟦b\nc⟧\n```');
  });
  it('makes a link of words, and of an address that was pasted', () => {
    expect(act('link', 'see ⟦this⟧')).toBe('see [this](⟦https://⟧)');
    expect(act('link', 'see ⟦https://example.org⟧')).toBe('see [⟦⟧](https://example.org)');
  });
  it('puts a picture on a paragraph of its own', () => {
    expect(after('a\nb', asParagraph('a\nb', 1, 1, pictureText('id', 'x [y]')))).toBe(
      'a\n\n![x  y](attachment:id)⟦⟧\n\nb'.replace('x  y', 'x  y'),
    );
  });
  it('types into the field, so that what listens hears of it', () => {
    const field = document.body.appendChild(document.createElement('textarea'));
    field.value = 'a word';
    field.setSelectionRange(2, 6);
    const heard = vi.fn();
    field.addEventListener('input', heard);
    put(field, ACTS.bold(field.value, 2, 6));
    expect(field.value).toBe('a **word**');
    expect([field.selectionStart, field.selectionEnd]).toEqual([4, 8]);
    expect(heard).toHaveBeenCalled();
  });
});

describe('the outline', () => {
  it('has its six parts in the person’s language', () => {
    const heads = () => m.story_template().match(/^# .+$/gm);
    expect(heads()).toHaveLength(6);
    expect(heads()?.[0]).toBe('# The problem');
    locale.current = 'fr';
    expect(heads()?.[0]).toBe('# Le problème');
    expect(heads()).toHaveLength(6);
  });
});

describe('two texts compared', () => {
  const told = (before: string, now: string) =>
    lines(before, now).map(
      ({ kind, pieces }) => `${{ same: ' ', gone: '-', new: '+' }[kind]}${pieces.map((one) => one.item).join('')}`,
    );

  it('finds the lines that went and came', () => {
    expect(told('a\nb\nc', 'a\nc\nd')).toEqual([' a', '-b', ' c', '+d']);
    expect(told('', 'a')).toEqual(['+a']);
    expect(told('a', 'a')).toEqual([' a']);
  });
  it('tells a paragraph that was changed by its words', () => {
    const [gone, came] = lines('We lost ten reservations a month.', 'We lost no reservations a month.');
    expect(gone?.pieces).toContainEqual({ kind: 'gone', item: 'ten' });
    expect(came?.pieces).toContainEqual({ kind: 'new', item: 'no' });
  });
  it('leads from any text to any other', () => {
    const any = () => Array.from({ length: 12 }, () => 'abc'[Math.floor(Math.random() * 3)]!);
    for (let i = 0; i < 200; i++) {
      const [a, b] = [any(), any()];
      const way = steps(a, b);
      expect(way.filter((step) => step.kind !== 'new').map((step) => step.item)).toEqual(a);
      expect(way.filter((step) => step.kind !== 'gone').map((step) => step.item)).toEqual(b);
    }
  });
  it('leaves out what is far from any change, and says how much', () => {
    const many = Array.from({ length: 20 }, (_, i) => `line ${i}`);
    const next = many.with(10, 'another');
    expect(
      parts(lines(many.join('\n'), next.join('\n'))).map((part) => ('left' in part ? part.left : part.lines.length)),
    ).toEqual([8, 6, 7]);
  });
  it('is quick on the longest text that is kept', () => {
    const text = (word: string) => Array.from({ length: 4000 }, (_, i) => `${word} ${i}`).join('\n');
    const start = performance.now();
    expect(lines(text('a'), text('b'))).toHaveLength(8000);
    expect(performance.now() - start).toBeLessThan(3000);
  });
});

const record = (story: string, more: Partial<ProjectRecord> = {}) =>
  ({ id: 'p', name: 'P', summary: 's', story, results: '', ...more }) as ProjectRecord;
/** A core that keeps one project. */
function core(story = 'one') {
  const state = { record: record(story), draft: null as CaseStudy | null };
  const fake = fakeBackend({
    'projects.draft': ({ text }: { text: CaseStudy }) => ((state.draft = text), null),
    'projects.drop_draft': () => ((state.draft = null), null),
    'projects.save_text': ({ text }: { text: CaseStudy }) => {
      state.record = { ...state.record, ...text, story: text.story.trimEnd() };
      state.draft = null;
      return reply({ record: state.record }, { changed: ['projects'] });
    },
  });
  return { state, fake };
}

describe('what is being written', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('is kept as a draft a second after the last key', async () => {
    const { state } = core();
    const writing = new Writing(state.record);
    writing.text.story = 'one two';
    writing.touch();
    await vi.advanceTimersByTimeAsync(REST - 1);
    expect(state.draft).toBeNull();
    await vi.advanceTimersByTimeAsync(1);
    expect(state.draft?.story).toBe('one two');
    expect([writing.dirty, writing.safe]).toEqual([true, true]);
  });
  it('is kept at once when the page is left, and gone on with when it comes back', async () => {
    const { state } = core();
    const writing = new Writing(state.record);
    writing.text.story = 'one and more';
    writing.touch();
    await writing.leave(true);
    expect(state.draft?.story).toBe('one and more');
    expect(Writing.resumed(state.record)?.text.story).toBe('one and more');
    expect(Writing.resumed(state.record)).toBeNull();
  });
  it('is not gone on with over a text that was saved elsewhere meanwhile', async () => {
    const { state } = core();
    const writing = new Writing(state.record);
    writing.text.story = 'mine';
    await writing.leave(true);
    expect(Writing.resumed(record('theirs'))).toBeNull();
  });
  it('leaves no draft behind once it is saved, whatever was on its way', async () => {
    const { state, fake } = core();
    const writing = new Writing(state.record);
    writing.text.story = 'two\n';
    writing.touch();
    const saved = writing.save();
    await vi.runAllTimersAsync();
    expect(await saved).toBe(true);
    expect(state.record.story).toBe('two');
    expect([state.draft, writing.dirty]).toEqual([null, false]);
    expect(fake.calls.map((call) => call.name)).toEqual(['projects.save_text']);
  });
  it('keeps what was typed while the save was on its way', async () => {
    const { state } = core();
    const writing = new Writing(state.record);
    writing.text.story = 'two';
    const saved = writing.save();
    await Promise.resolve();
    await Promise.resolve();
    writing.text.story = 'two three';
    await saved;
    expect([writing.text.story, writing.dirty]).toEqual(['two three', true]);
    await vi.advanceTimersByTimeAsync(REST);
    expect(state.draft?.story).toBe('two three');
  });
  it('is not lost where the core refuses it: the sentence is there, and so is the text', async () => {
    const { fake, state } = core();
    fake.handlers['projects.save_text'] = () => {
      throw new CommandError('input.control', {}, { en: 'It holds a sign that is none.', fr: '' });
    };
    const writing = new Writing(state.record);
    writing.text.story = 'two';
    expect(await writing.save()).toBe(false);
    expect(writing.refused).toBe('It holds a sign that is none.');
    expect([writing.text.story, writing.dirty]).toEqual(['two', true]);
  });
  it('forgets the draft when the text is as saved again', async () => {
    const { state } = core();
    const writing = new Writing(state.record);
    writing.text.story = 'two';
    await writing.keep();
    writing.text.story = 'one';
    await writing.keep();
    expect(state.draft).toBeNull();
  });
  it('follows an undo while nothing is unsaved, and says so where something is', () => {
    const writing = new Writing(record('one'));
    writing.see(record('zero'));
    expect([writing.text.story, writing.overtaken]).toEqual(['zero', false]);
    writing.text.story = 'mine';
    writing.see(record('theirs'));
    expect([writing.text.story, writing.overtaken]).toEqual(['mine', true]);
  });
  it('does not count blanks at the end as a change', () => {
    const text = { summary: '', story: 'a\r\nb', results: '' };
    expect(sameTexts(text, { ...text, story: 'a\nb\n\n' })).toBe(true);
  });
});

describe('a save', () => {
  it('says what it changed, in words', () => {
    expect(changedText({ changed: ['story', 'decisions'] }, false)).toBe('Changed: case study and decisions');
    expect(changedText({ changed: [] }, true)).toBe('First save');
    locale.current = 'fr';
    expect(changedText({ changed: ['story'] }, false)).toBe('Modifié\u00a0: étude de cas');
  });
  it('says what else would come back with its texts', () => {
    const now = record('b', { status: 'done', starts: null, ends: null, decisions: [] });
    expect(broughtBack({ ...now, story: 'a' }, now)).toBe('');
    expect(broughtBack({ ...now, status: 'idea', ends: '2026-01-01' }, now)).toBe('period and status');
  });
});
