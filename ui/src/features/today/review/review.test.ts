import { fireEvent, render, screen, waitFor, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, test } from 'vitest';
import { fakeBackend, reply } from '../../../backend/fake';
import { route } from '../../../lib/router.svelte';
import { byDay, choiceOf, draftOf, leadOf, mondayOf, moved, neighbour, points, shift, toCome, withOwn } from './review';
import type { ChoiceView, Review, Row, Session } from './review';
import ReviewPage from './ReviewPage.svelte';
import { shiftWord, weekName } from './words';

const text = (en: string) => ({ en, fr: en });
const row = (key: string, more: Partial<Row> = {}): Row => ({
  key,
  title: text(key),
  planned: 120,
  done: 0,
  due: 120,
  outcome: 'not_started',
  finish_then: null,
  finish_now: null,
  ...more,
});
const keep: ChoiceView = { choice: { kind: 'keep' }, title: null, finish: '2027-04-02', refused: null };
const fewer: ChoiceView = { choice: { kind: 'hours', weekly_minutes: 435 }, title: null, finish: '2027-05-21', refused: null };
const lighter: ChoiceView = { choice: { kind: 'lighter_week', minutes: 300 }, title: null, finish: '2027-04-06', refused: null };
const first: ChoiceView = {
  choice: { kind: 'first', item: 'orm' },
  title: text('ORM'),
  finish: null,
  refused: text('The exam would be missed.'),
};
const choices = [keep, fewer, lighter, first];
const trial = (choice: ChoiceView['choice'], finish: string | null, refused: ChoiceView['refused'] = null): ChoiceView => ({
  choice,
  title: null,
  finish,
  refused,
});

const review = (more: Partial<Review> = {}): Review => ({
  week: '2026-11-16',
  is_due: true,
  plan_known: true,
  planned: 600,
  done: 435,
  days: Array.from({ length: 7 }, (): [number, number] => [90, 60]),
  rows: [row('orm', { finish_then: '2026-12-04', finish_now: '2026-12-11' })],
  slipped: 240,
  finish_then: '2027-03-28',
  finish_now: '2027-04-02',
  p85_then: '2027-05-09',
  p85_now: '2027-05-17',
  readiness_then: 0.52,
  readiness_now: 0.54,
  choices,
  next_week: { start: '2026-11-23', capacity: 600, sessions: [] },
  closed: null,
  weeks: ['2026-11-16', '2026-11-09'],
  ...more,
});
const plan = (started_on: string | null = '2026-09-01', target: object | null = {}) => ({
  target,
  today: '2026-11-20',
  settings: { started_on },
  items: [{ key: 'orm', title: text('ORM'), minutes: 300 }],
  set_aside: [],
});
const show = (view: Review, more: Parameters<typeof fakeBackend>[0] = {}) => {
  const fake = fakeBackend({ 'plan.show': () => plan(), 'review.show': () => view, ...more });
  render(ReviewPage);
  return fake;
};
beforeEach(() => {
  route.hash = '#/today/review';
});

describe('what moved since the week began', () => {
  test('is counted in days, later above zero, and unknown when one of the days is', () => {
    expect(shift('2027-03-28', '2027-04-02')).toBe(5);
    expect(shift('2027-04-02', '2027-03-28')).toBe(-5);
    expect(shift(null, '2027-04-02')).toBeNull();
  });
  test('is told in days, in months once it is far, and in years once it is very far', () => {
    expect([0, 1, -4, 89].map(shiftWord)).toEqual(['same day', '1 day later', '4 days earlier', '89 days later']);
    expect([198, -400].map(shiftWord)).toEqual(['about 7 months later', 'about 13 months earlier']);
    expect([4402, -1370].map(shiftWord)).toEqual(['about 12 years later', 'about 4 years earlier']);
  });
  test('names the items whose even odds moved farthest, either way, and none that stayed or are finished', () => {
    const rows = [
      row('a', { finish_then: '2026-12-01', finish_now: '2026-12-03' }),
      row('b', { finish_then: '2026-12-10', finish_now: '2026-12-01' }),
      row('c', { finish_then: '2026-12-10', finish_now: '2026-12-10' }),
      row('d', { finish_then: '2026-12-10', finish_now: null }),
    ];
    expect(moved(rows).map((one) => [one.row.key, one.days])).toEqual([
      ['b', -9],
      ['a', 2],
    ]);
  });
  test('readiness differs by the points that are read, not by what was rounded away', () => {
    expect(points(0.544, 0.546)).toBe(1);
    expect(points(0.541, 0.544)).toBe(0);
    expect(points(null, 0.5)).toBeNull();
  });
});

test('a week that is closed on its Friday still has what was planned for the days that are not past', () => {
  expect(toCome(review({ rows: [row('a', { planned: 510, due: 270 }), row('b', { planned: 210, due: 0 })] }))).toBe(450);
  expect(toCome(review())).toBe(0);
});

describe('weeks', () => {
  const weeks = ['2026-11-16', '2026-11-09', '2026-10-26'];
  test('the neighbours are the nearest that can be looked at, and there is an end on both sides', () => {
    expect(neighbour(weeks, '2026-11-09', -1)).toBe('2026-10-26');
    expect(neighbour(weeks, '2026-11-09', 1)).toBe('2026-11-16');
    expect(neighbour(weeks, '2026-10-26', -1)).toBeNull();
    expect(neighbour(weeks, '2026-11-16', 1)).toBeNull();
    expect(neighbour(weeks, '2026-11-02', 1)).toBe('2026-11-09');
  });
  test('this week, the last and the next one are called so', () => {
    expect(weekName('2026-11-16', '2026-11-22')).toMatch(/^This week/);
    expect(weekName('2026-11-16', '2026-11-23')).toMatch(/^Last week/);
    expect(weekName('2026-11-16', '2026-11-12')).toMatch(/^Next week/);
    expect(weekName('2026-11-16', '2026-11-30')).toMatch(/^16 Nov – 22 Nov$/);
  });
  test('a week begins on its Monday', () => {
    expect(['2026-11-16', '2026-11-20', '2026-11-22'].map(mondayOf)).toEqual(Array(3).fill('2026-11-16'));
  });
  test('sessions stand under their days, in order, with the minutes of the day', () => {
    const session = (date: string, minutes: number) => ({ date, minutes, item: 'x', title: text('x'), pinned: 0 }) as Session;
    const days = byDay([session('2026-11-24', 60), session('2026-11-23', 90), session('2026-11-24', 30)]);
    expect(days.map((day) => [day.date, day.minutes])).toEqual([
      ['2026-11-23', 90],
      ['2026-11-24', 90],
    ]);
  });
});

describe('a choice', () => {
  test('begins with what the core proposes, and with one that can be', () => {
    expect(draftOf(choices)).toMatchObject({ kind: 'keep', hours: 435, lighter: 300, item: 'orm' });
    expect(draftOf([{ ...keep, refused: text('No.') }, fewer]).kind).toBe('hours');
  });
  test('that is not offered any more gives way to one that is; the note stays', () => {
    expect(withOwn([keep], { kind: 'first', note: 'tired' })).toMatchObject({ kind: 'keep', note: 'tired' });
  });
  test('without its value is none yet', () => {
    expect(choiceOf({ ...draftOf(choices), kind: 'hours', hours: null })).toBeNull();
    expect(choiceOf({ ...draftOf(choices), kind: 'ready_by' })).toBeNull();
  });
  test('leads where the core said, in days against going on as planned', () => {
    expect(leadOf(choices, fewer.choice, undefined)).toEqual({ kind: 'finish', finish: '2027-05-21', days: 49 });
    expect(leadOf(choices, keep.choice, undefined)).toMatchObject({ days: null });
  });
  test('that would leave no plan says why', () => {
    expect(leadOf(choices, first.choice, undefined)).toEqual({ kind: 'refused', text: text('The exam would be missed.') });
    const none = { kind: 'hours', weekly_minutes: 0 } as const;
    expect(leadOf(choices, none, trial(none, null, text('No time.')))).toMatchObject({ kind: 'refused' });
  });
  test('that was adjusted leads where the core says once it has tried it, of whatever kind', () => {
    const six = { kind: 'hours', weekly_minutes: 360 } as const;
    expect(leadOf(choices, six, undefined)).toEqual({ kind: 'waiting' });
    expect(leadOf(choices, six, trial(six, '2027-06-01'))).toEqual({ kind: 'finish', finish: '2027-06-01', days: 60 });
    const short = { kind: 'lighter_week', minutes: 200 } as const;
    expect(leadOf(choices, short, trial(short, '2027-04-05'))).toMatchObject({ days: 3 });
  });
});

describe('the page', () => {
  test('a week that slipped is told in one sentence with its figures, and its outcome in words', async () => {
    show(review());
    expect(await screen.findByText(/10\sh planned, 7\sh\s15 done\./)).toBeInTheDocument();
    expect(screen.getByText(/4\sh slipped\. The plan ends 5 days later\./)).toBeInTheDocument();
    expect(screen.getByText('not started')).toBeInTheDocument();
    expect(screen.getByText('2 points more')).toBeInTheDocument();
    expect(screen.getByText('The exam would be missed.')).toBeInTheDocument();
  });
  test('without a kept plan only what was done is said', async () => {
    show(review({ plan_known: false, planned: 0, finish_then: null, p85_then: null, readiness_then: null, slipped: 0 }));
    expect(await screen.findByText(/^7\sh\s15 done\.$/)).toBeInTheDocument();
    expect(screen.getByText(/No plan was kept/)).toBeInTheDocument();
    expect(screen.getByText('Where the plan stands')).toBeInTheDocument();
    expect(screen.queryByText('when the week began')).not.toBeInTheDocument();
    expect(screen.queryByText('not started')).not.toBeInTheDocument();
  });
  test('a week in which nothing was planned nor done says so, without bars', async () => {
    show(review({ planned: 0, done: 0, rows: [], slipped: 0, finish_now: '2027-03-28' }));
    expect(await screen.findByText('Nothing was planned, nothing was logged.')).toBeInTheDocument();
    expect(screen.getByText(/Nothing slipped\. The plan’s end has not moved\./)).toBeInTheDocument();
    expect(screen.queryByText('The days of the week')).not.toBeInTheDocument();
  });
  test('a week that still runs cannot be closed yet', async () => {
    show(review({ is_due: false }));
    expect(await screen.findByText(/still running/)).toBeInTheDocument();
    expect(screen.queryByTestId('review-close')).not.toBeInTheDocument();
  });
  test('before the plan was begun it offers to begin it, and asks for no review', async () => {
    const fake = show(review(), { 'plan.show': () => plan(null), 'app.info': () => ({ empty: false, today: '2026-11-20' }) });
    expect(await screen.findByRole('button', { name: 'Begin the plan' })).toBeInTheDocument();
    expect(fake.calls.map((call) => call.name)).not.toContain('review.show');
  });
  test('the address says which week, and the keys go to its neighbours', async () => {
    route.hash = '#/today/review?week=2026-11-09';
    const fake = show(review({ week: '2026-11-09' }));
    await screen.findByTestId('review-1');
    expect(fake.calls.find((call) => call.name === 'review.show')?.params).toEqual({ week: '2026-11-09' });
    expect(screen.getByRole('button', { name: 'Earlier week' })).toBeDisabled();
    await fireEvent.click(screen.getByRole('button', { name: 'Later week' }));
    expect(route.params.get('week')).toBe('2026-11-16');
  });
  test('closing sends the choice with its adjusted value and the note, and the closed week says what was chosen', async () => {
    const user = userEvent.setup();
    let closed: Review['closed'] = null;
    const fake = show(review(), {
      'review.show': () => review({ week: '2026-11-16', closed }),
      'review.try': ({ choice }) => trial(choice, '2027-06-01'),
      'review.close': (params) => {
        closed = { ...params, note: params.note ?? '', closed_on: '2026-11-20' };
        return reply(review({ closed }), { changed: ['review'] });
      },
    });
    const card = within(await screen.findByTestId('choice-hours'));
    await user.click(card.getByRole('radio'));
    const field = card.getByRole('textbox');
    await user.clear(field);
    await user.type(field, '6{Tab}');
    expect(await card.findByText('60 days later')).toBeInTheDocument();
    expect(card.getByText('Other hours a week')).toBeInTheDocument();
    await user.type(screen.getByLabelText(/Note/), 'Tired.');
    await user.click(screen.getByTestId('review-close'));
    await waitFor(() => expect(screen.getByText('The week is closed')).toHaveFocus());
    expect(screen.getByText(/From now on, 6\sh a week\./)).toBeInTheDocument();
    expect(fake.calls.find((call) => call.name === 'review.close')?.params).toEqual({
      week: '2026-11-16',
      choice: { kind: 'hours', weekly_minutes: 360 },
      note: 'Tired.',
    });
  });
  test('a lighter week that is adjusted is tried by the core before it is taken', async () => {
    const user = userEvent.setup();
    const fake = show(review({ week: '2026-11-23' }), { 'review.try': ({ choice }) => trial(choice, '2027-04-05') });
    const card = within(await screen.findByTestId('choice-lighter_week'));
    await user.click(card.getByRole('radio'));
    await user.clear(card.getByRole('textbox'));
    await user.type(card.getByRole('textbox'), '4{Tab}');
    expect(await card.findByText('3 days later')).toBeInTheDocument();
    expect(fake.calls.find((call) => call.name === 'review.try')?.params).toEqual({
      week: '2026-11-23',
      choice: { kind: 'lighter_week', minutes: 240 },
    });
  });
  test('what is still to come is neither slipped nor done', async () => {
    show(review({ rows: [row('orm', { planned: 210, done: 40, due: 0, outcome: 'to_come' })], slipped: 0 }));
    expect(await screen.findByText('to come')).toBeInTheDocument();
    expect(screen.getByText(/3\sh\s30 of it is still to come/)).toBeInTheDocument();
    expect(screen.getByText(/Nothing slipped\./)).toBeInTheDocument();
  });
  test('a week that is looked back on after its Sunday is followed by the one that runs', async () => {
    show(review({ next_week: { start: '2026-11-16', capacity: 300, sessions: [] }, week: '2026-11-09' }));
    expect(await screen.findByRole('heading', { name: 'One choice for this week' })).toBeInTheDocument();
    expect(screen.getByText('This week only.')).toBeInTheDocument();
  });
  test('a week that is long past is closed as it is', async () => {
    show(review({ week: '2026-10-05', choices: [keep] }));
    expect(await screen.findByTestId('review-close')).toBeInTheDocument();
    expect(screen.queryByRole('radio')).not.toBeInTheDocument();
  });
  test('a choice that leaves no plan is not taken', async () => {
    const user = userEvent.setup();
    const fake = show(review({ week: '2026-11-02' }));
    await user.click(within(await screen.findByTestId('choice-first')).getByRole('radio'));
    await user.click(screen.getByTestId('review-close'));
    expect(fake.calls.map((call) => call.name)).not.toContain('review.close');
  });
});
