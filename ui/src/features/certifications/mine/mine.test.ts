import { render, screen } from '@testing-library/svelte';
import { describe, expect, it, vi } from 'vitest';
import { fakeBackend } from '../../../backend/fake';
import type { RenewalKind, RenewalState } from '../../../backend/generated/commands';
import { known, record, renewal, view } from '../samples';
import MineTab from '../MineTab.svelte';
import { chanceWord } from '../words';
import Preparation from './Preparation.svelte';
import Renewal from './Renewal.svelte';
import { creditsWord, howWord, lapseWord, renewalSentence, renewalShort } from './words';

describe('a chance', () => {
  it('is told in words, never as certain', () => {
    expect([0.85, 0.999, 0.001, 0.5].map(chanceWord)).toEqual([
      '85 in 100',
      'more than 99 in 100',
      'less than 1 in 100',
      '50 in 100',
    ]);
  });
});

describe('a renewal', () => {
  it('is told for every kind and state', () => {
    const kinds: (RenewalKind | null)[] = [
      'retake',
      'free_assessment',
      'credits_and_fee',
      'higher_cert',
      'none',
      'retired',
      null,
    ];
    const states: RenewalState[] = ['never', 'unknown', 'not_yet', 'open', 'over', 'impossible'];
    expect(new Set(kinds.map(howWord)).size).toBe(kinds.length);
    const told = states.map((state) => renewalSentence(renewal({ state, begin: '2026-09-13' })));
    expect(new Set(told).size).toBe(states.length);
    expect(states.map((state) => renewalShort(renewal({ state, begin: '2026-09-13' }))).every(Boolean)).toBe(true);
  });
  it('names the day it opens where the provider names one, else the day it is worth beginning', () => {
    expect(renewalSentence(renewal({ state: 'not_yet', opens: '2027-11-01' }))).toContain('opens on 1 November 2027');
    expect(renewalSentence(renewal({ state: 'not_yet', begin: '2026-12-13' }))).toContain('From 13 December 2026');
  });
  it('counts credits against what is asked, and never shows less than none', () => {
    expect(creditsWord(19.5, 50)).toBe('19.5 of 50 credits');
    expect(creditsWord(1, null)).toBe('1 credit');
  });
  it('says what lapses if nothing is done', () => {
    expect(lapseWord({ kind: 'exam_again', price: { amount: 439, currency: 'USD', as_of: null } })).toContain('US$439');
    expect(lapseWord({ kind: 'needed_by', certification: 'cks', name: 'CKS' })).toBe('CKS needs it.');
  });
  it('offers to keep up what ends, not what lasts', () => {
    const { unmount } = render(Renewal, { view: view('held'), renewal: renewal({ state: 'open' }) });
    expect(screen.getByRole('switch', { name: 'Keep it up' })).toBeChecked();
    unmount();
    render(Renewal, { view: view('held'), renewal: renewal({ kind: 'none', state: 'never', closes: null }) });
    expect(screen.queryByRole('switch')).toBeNull();
    expect(screen.getByTestId('renewal-state')).toHaveTextContent('It does not expire');
  });
});

const prep = {
  minutes_left: 508,
  logged: 455,
  ends: '2026-12-23',
  due: '2026-12-30',
  late_minutes: 0,
  chance: 0.85,
  quantiles: { p50: '2026-12-20', p85: '2026-12-28', p95: '2027-01-03' },
  items: [],
};

describe('the preparation of an exam', () => {
  it('says how likely it is to be ready, and that this rests on estimates', async () => {
    fakeBackend({ 'forecast.show': () => ({ rests_on_estimates: true }) });
    render(Preparation, { view: view('booked'), prep });
    expect(screen.getByTestId('prep-chance')).toHaveTextContent('85 in 100');
    expect(await screen.findByText(/our estimates alone/)).toBeInTheDocument();
    expect(screen.queryByTestId('prep-late')).toBeNull();
  });
  it('leads to what would mend it when it comes too late', () => {
    fakeBackend({ 'forecast.show': () => ({ rests_on_estimates: false }) });
    render(Preparation, { view: view('booked'), prep: { ...prep, late_minutes: 120 } });
    expect(screen.getByTestId('prep-late')).toHaveTextContent('after 30 December 2026');
    expect(screen.getByText('See what would mend it')).toHaveAttribute('href', '#/plan');
  });
});

describe('my certifications', () => {
  it('stand apart by what is ahead and what is held', async () => {
    fakeBackend({ 'app.info': () => ({ today: '2026-11-20', empty: false }) });
    const booked = view('booked', {
      record: record({ id: 'a', stage: 'booked', exam_on: '2026-12-31', exam_at: '10:30' }),
      name: 'GitHub Foundations',
      preparation: prep,
      move_by: { by: { until: { kind: 'day', on: '2026-12-28' }, own: true, hours: null }, over: false, unverified: false },
    });
    const held = view('held', {
      record: record({ id: 'b', stage: 'held', expires: '2027-03-12' }),
      name: 'Security+',
      known: known('sec'),
      renewal: renewal({ state: 'open', credits_needed: 50, credits: 19.5 }),
    });
    render(MineTab, { value: { mine: [booked, held], catalogue: [], years: [], spent: [] }, oncatalogue: () => {} });
    const ahead = await screen.findByTestId('row-a');
    // The day comes with the program's own answer, which may be later than the row.
    await vi.waitFor(() => expect(ahead).toHaveTextContent('Exam in 41 days'));
    expect(ahead).toHaveTextContent('85 in 100');
    expect(ahead).toHaveTextContent('until 28 December 2026');
    expect(screen.getByTestId('row-b')).toHaveTextContent('19.5 of 50 credits');
    expect(screen.getAllByRole('grid')).toHaveLength(2);
  });
});
