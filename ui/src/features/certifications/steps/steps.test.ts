import { render, screen } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it } from 'vitest';
import { CommandError } from '../../../backend/backend';
import { fakeBackend, reply } from '../../../backend/fake';
import type { NeedView, PreparationView } from '../../../backend/generated/commands';
import { forgetAll } from '../../../lib/query.svelte';
import { steps } from '../form.svelte';
import { known, record, renewal, rule, view } from '../samples';
import StepDialog from './StepDialog.svelte';
import { bookParams, emptyField, missing, renewParams, resultParams, stepDraft, waitingDays } from './steps';
import { fitWord, moveSentence, retrySentence } from './words';

const TODAY = '2026-11-20';
const need = (held: boolean): NeedView => ({ certification: 'cka', name: 'CKA', held, mine: null, stage: null });

describe('a step opens with what is known', () => {
  it('takes the price of the catalogue when an exam is booked, and leaves what the person paid', () => {
    expect(stepDraft(view('planned'), 'book', TODAY)).toMatchObject({ cost: 150, currency: 'USD' });
    const paid = view('failed', { record: record({ cost: 99, currency: 'EUR' }) });
    expect(stepDraft(paid, 'book', TODAY)).toMatchObject({ cost: 99, currency: 'EUR' });
  });
  it('moves an exam from the day and the place it has', () => {
    const booked = view('booked', { record: record({ exam_on: '2026-12-31', place: 'online', cost: null }) });
    expect(stepDraft(booked, 'move', TODAY)).toMatchObject({ exam_on: '2026-12-31', where: 'online', cost: null });
  });
  it('takes the day of the exam for the result, but no day to come', () => {
    const at = (exam_on: string) => stepDraft(view('booked', { record: record({ exam_on }) }), 'pass', TODAY).on;
    expect(at('2026-11-18')).toBe('2026-11-18');
    expect(at('2026-12-31')).toBe(TODAY);
  });
  it('reckons the end of a certificate from its issue', () => {
    const passed = view('passed', { record: record({ exam_on: '2026-11-18' }) });
    expect(stepDraft(passed, 'hold', TODAY)).toMatchObject({ issued: '2026-11-18', expires: '2029-11-18' });
    expect(stepDraft(view('passed', { known: known('x', { validity_months: null }) }), 'hold', TODAY).expires).toBe('');
  });
  it('proposes the end and the fee of a renewal as the core tells them', () => {
    const held = view('held', {
      renewal: renewal({ keeps_until: '2030-03-12' }, { fee: { amount: 150, currency: 'USD', as_of: null } }),
    });
    expect(stepDraft(held, 'renew', TODAY)).toMatchObject({ on: TODAY, expires: '2030-03-12', cost: 150, currency: 'USD' });
  });
  it('plans what is needed first unless that is held', () => {
    expect(missing(view('wished', { needs: [need(false), need(true)] }))).toHaveLength(1);
    expect(stepDraft(view('wished', { needs: [need(false)] }), 'plan', TODAY).with_needed).toBe(true);
    expect(stepDraft(view('wished', { needs: [need(true)] }), 'plan', TODAY).with_needed).toBe(false);
  });
});

describe('what a step asks of the core', () => {
  it('sends a time as people write it, and no zone without one', () => {
    const draft = {
      ...stepDraft(view('planned'), 'book', TODAY),
      exam_on: '2026-12-31',
      exam_at: '9h30',
      exam_zone: 'Asia/Tokyo',
    };
    expect(bookParams('rec', draft)).toMatchObject({ exam_at: '09:30', exam_zone: 'Asia/Tokyo', place: '', reschedule_by: null });
    expect(bookParams('rec', { ...draft, exam_at: '' })).toMatchObject({ exam_at: null, exam_zone: null });
  });
  it('says what was hard of a failure alone', () => {
    const draft = { ...stepDraft(view('booked'), 'fail', TODAY), note: 'IAM', retry_from: '2027-01-05' };
    expect(resultParams('rec', draft, false)).toMatchObject({ passed: false, note: 'IAM', retry_from: '2027-01-05' });
    expect(resultParams('rec', draft, true)).not.toHaveProperty('note');
  });
  it('sends no currency of a renewal that cost nothing known', () => {
    const draft = { ...stepDraft(view('held'), 'renew', TODAY), cost: null };
    expect(renewParams('rec', draft)).toMatchObject({ cost: null, currency: null });
  });
  it('asks for the day without which a step makes no sense', () => {
    const blank = stepDraft(view('planned'), 'book', TODAY);
    expect(emptyField('book', blank)).toBe('exam_on');
    expect(emptyField('plan', blank)).toBeNull();
    expect(emptyField('renew', blank)).toBe('on');
  });
  it('waits after each attempt as long as the catalogue says, the last rule for all that follow', () => {
    const attempt = { on: '2026-01-01', score: '', cost: null, currency: null, note: '' };
    const after = (n: number) => waitingDays(view('booked', { record: record({ attempts: Array(n).fill(attempt) }) }));
    expect([after(0), after(1), after(4)]).toEqual([1, 14, 14]);
    expect(waitingDays(view('booked', { known: known('x', { retake: null }) }))).toBeNull();
  });
});

const prep = (more: Partial<PreparationView> = {}): PreparationView => ({
  minutes_left: 600,
  logged: 0,
  ends: '2026-12-10',
  due: '2026-12-30',
  late_minutes: 0,
  chance: 0.85,
  quantiles: null,
  items: [],
  ...more,
});

describe('what comes of a step', () => {
  const said = (more: Partial<PreparationView>) => fitWord('book', view('booked', { preparation: prep(more) }));
  it('tells at once whether the preparation fits', () => {
    expect(said({})).toBe('Its preparation ends on 10 December 2026; 85 in 100 to be ready in time.');
    expect(said({ late_minutes: 90 })).toContain('1 h 30 of your time too late'.replaceAll(' h ', '\u00a0h\u00a0'));
    expect(said({ minutes_left: 0 })).toBe('Its preparation is done.');
    expect(fitWord('pass', view('passed', { preparation: prep() }))).toBe('');
  });
  it('tells until when an exam can be moved, and when that is past', () => {
    const by = { until: { kind: 'day' as const, on: '2026-11-24' }, own: true, hours: null };
    expect(moveSentence({ by, over: false, unverified: false })).toBe('It can be moved until 24 November 2026.');
    expect(moveSentence({ by, over: true, unverified: false })).toContain('that is past');
  });
  it('tells from when on it may be tried again', () => {
    const retry = { from: '2027-01-09', days: 60, own: false };
    expect(retrySentence({ retry, waits: true, unverified: false, note: null })).toContain('9 January 2027');
    expect(retrySentence({ retry, waits: false, unverified: false, note: null })).toContain('now');
  });
});

describe('the dialog of a step', () => {
  beforeEach(() => forgetAll());
  const info = { 'app.info': () => ({ today: TODAY, empty: false }) };

  it('asks for the day of an exam before it asks the core', async () => {
    fakeBackend(info);
    render(StepDialog);
    steps.show('book', view('planned'));
    await userEvent.click(await screen.findByTestId('save'));
    expect(await screen.findByRole('alert')).toHaveTextContent('An exam needs its day');
    expect(screen.getByLabelText('Exam date')).toHaveAttribute('aria-invalid', 'true');
  });

  it('places the refusal of a skipped hour at the time', async () => {
    fakeBackend({
      ...info,
      'certifications.book': () => {
        throw new CommandError('certification.skipped_time', { time: '02:30', zone: 'Europe/Paris', date: '2027-03-28' });
      },
    });
    render(StepDialog);
    steps.show(
      'move',
      view('booked', { record: record({ exam_on: '2027-03-28', exam_at: '02:30', exam_zone: 'Europe/Paris' }) }),
    );
    await userEvent.click(await screen.findByTestId('save'));
    expect(await screen.findByLabelText(/^Time ·/)).toHaveAttribute('aria-invalid', 'true');
  });

  it('says what planning takes in, and plans what is needed first', async () => {
    const asked: unknown[] = [];
    fakeBackend({
      ...info,
      'certifications.compare': () => ({
        ready_now: null,
        columns: [
          {
            row: { known: known('cks') },
            ready_after: null,
            exam_hours: 40,
            more_hours: 12,
            shared_hours: 0,
            prepared_on: '2027-05-12',
            missing: [],
          },
        ],
      }),
      'certifications.plan': (params: unknown) => {
        asked.push(params);
        return reply(view('planned'), { changed: [] });
      },
      'certifications.list': () => ({ mine: [], catalogue: [], years: [], spent: [] }),
    });
    render(StepDialog);
    steps.show('plan', view('wished', { needs: [need(false)] }));
    expect(await screen.findByTestId('plan-adds')).toHaveTextContent('12');
    expect(screen.getByTestId('plan-adds')).toHaveTextContent('12 May 2027');
    await userEvent.click(screen.getByTestId('save'));
    expect(asked).toEqual([{ id: 'rec', wanted_by: null, with_needed: true }]);
  });

  it('offers nothing to renew where the provider sets no end', () => {
    const lasting = view('held', {
      known: known('x', { renewal: rule('none'), validity_months: null }),
      renewal: renewal({ keeps_until: null }),
    });
    expect(stepDraft(lasting, 'renew', TODAY).expires).toBe('');
  });
});
