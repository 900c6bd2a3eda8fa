import { render, screen } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { CommandError } from '../../backend/backend';
import { fakeBackend } from '../../backend/fake';
import type { CatalogueRow, CertificationStage } from '../../backend/generated/commands';
import { compare } from '../../lib/format';
import {
  addMonths,
  costBand,
  draftOf,
  fieldOf,
  filterRows,
  isUnverified,
  longRoad,
  NO_FILTER,
  paramsOf,
  partOf,
  proposedExpiry,
  road,
  sortRows,
  timeOf,
} from './certifications';
import CertificationsPage from './CertificationsPage.svelte';
import { known, record, row, view } from './samples';

describe('the road', () => {
  const at = (stage: CertificationStage, one = known('dva')) =>
    road(view(stage, { known: one })).map((step) => `${step.stage} ${step.state}`);

  it('marks what is done, where one stands and what lies ahead', () => {
    expect(at('booked')).toEqual(['wished done', 'planned done', 'booked now', 'passed ahead', 'held ahead', 'expiring ahead']);
  });
  it('shows an exam that was not passed in the place of the pass', () => {
    expect(at('failed')[3]).toBe('failed now');
  });
  it('ends with the certificate where nothing expires', () => {
    expect(at('held', known('pcep', { validity_months: null })).at(-1)).toBe('held now');
  });
  it('ends expired or renewed by its state', () => {
    expect(at('expired').at(-1)).toBe('expired now');
    expect(at('renewed').at(-1)).toBe('renewed now');
  });
  it('keeps every attempt in its place, with its day', () => {
    const attempts = [
      { on: '2026-03-01', score: '600', cost: null, currency: null, note: '' },
      { on: '2026-09-01', score: '', cost: null, currency: null, note: '' },
    ];
    const steps = (stage: CertificationStage) =>
      longRoad(view(stage, { record: record({ attempts, exam_on: stage === 'booked' ? '2026-12-01' : null }) })).map((one) =>
        [one.stage, one.state, one.on ?? ''].join(' ').trim(),
      );
    expect(steps('failed').slice(2, 6)).toEqual([
      'failed missed 2026-03-01',
      'failed now 2026-09-01',
      'booked ahead',
      'passed ahead',
    ]);
    expect(steps('booked').slice(2, 5)).toEqual([
      'failed missed 2026-03-01',
      'failed missed 2026-09-01',
      'booked now 2026-12-01',
    ]);
  });
  it('tells the day of the first certificate after a renewal, and the day it ends', () => {
    const renewed = record({
      issued: '2026-03-01',
      expires: '2029-03-01',
      periods: [{ issued: '2023-03-01', expires: '2026-03-01', renewed_on: '2026-03-01', how: 'retake' }],
    });
    const steps = longRoad(view('renewed', { record: renewed }));
    expect(steps.slice(-2).map((one) => one.on)).toEqual(['2023-03-01', '2026-03-01']);
  });
});

describe('the day of expiry', () => {
  it('ends on the last day of a shorter month', () => {
    expect(addMonths('2024-01-31', 1)).toBe('2024-02-29');
    expect(addMonths('2026-11-20', 36)).toBe('2029-11-20');
    expect(addMonths('2026-12-01', 1)).toBe('2027-01-01');
  });
  it('is proposed, and no more once it is taken', () => {
    expect(proposedExpiry('2026-05-03', null, known('dva'))).toBe('2029-05-03');
    expect(proposedExpiry('2026-05-03', '2029-05-03', known('dva'))).toBeNull();
    expect(proposedExpiry('2026-05-03', null, null)).toBeNull();
  });
});

describe('the form', () => {
  it('sends no currency without a cost, no zone without a time', () => {
    const params = paramsOf(draftOf(record({ exam_zone: 'Europe/Paris' }), null), 'rec');
    expect(params).toMatchObject({ cost: null, currency: null, exam_at: null, exam_zone: null, id: 'rec' });
  });
  it('takes a time as people write it, and leaves what is none for the core to refuse', () => {
    expect(['9:30', '9h30', '14 h 05', '9h', '0930', '25:99', 'noon', ''].map(timeOf)).toEqual([
      '09:30',
      '09:30',
      '14:05',
      '09:00',
      '09:30',
      '25:99',
      'noon',
      '',
    ]);
  });
  it('writes online the same in both languages', () => {
    expect(paramsOf(draftOf(record({ place: 'en ligne' }), null), null).place).toBe('online');
  });
  it('keeps every field of a record that nobody touched', () => {
    const whole = record({
      stage: 'held',
      wanted_by: '2026-01-01',
      exam_on: '2026-02-01',
      exam_at: '10:30',
      exam_zone: 'Europe/Paris',
      place: 'Lyon',
      cost: 99,
      currency: 'USD',
      score: '86 %',
      attempt: 2,
      reschedule_by: '2026-01-30',
      retry_from: '2026-01-15',
      keep_up: false,
      issued: '2026-02-02',
      expires: '2029-02-02',
      credential_id: 'X',
      url: 'https://x.test',
      note: 'n',
    });
    const { attempts, costs, credits, periods, ...fields } = whole;
    expect(paramsOf(draftOf(whole, known('dva')), 'rec')).toEqual(fields);
    expect([attempts, costs, credits, periods]).toEqual([[], [], [], []]); // these are kept by being left out
  });
  it('knows the field and the part that a refusal speaks of', () => {
    expect(fieldOf({ code: 'certification.issued_in_future', args: {} })).toBe('issued');
    expect(fieldOf({ code: 'input.too_long', args: { field: 'score' } })).toBe('score');
    expect(fieldOf({ code: 'store.failed', args: {} })).toBeNull();
    expect(fieldOf({ code: 'certification.skipped_time', args: {} })).toBe('exam_at');
    expect(fieldOf({ code: 'certification.exam_clash', args: {} })).toBe('exam_on');
    expect(fieldOf({ code: 'certification.booked_already', args: {} })).toBe('exam_on');
    expect(fieldOf({ code: 'input.day_far', args: { field: 'retry_from', date: '2999-01-01' } })).toBe('retry_from');
    expect(fieldOf({ code: 'input.amount', args: { field: 'amount' } })).toBe('amount');
    expect(partOf('reschedule_by')).toBe('exam');
    expect(partOf('score')).toBe('result');
    expect(partOf('nothing')).toBeNull();
  });
});

describe('the catalogue', () => {
  const rows = [
    row(known('a', { price: { amount: 300, currency: 'USD', as_of: null } }), 1),
    row(known('b', { price: { amount: 250, currency: 'EUR', as_of: null }, provider: 'SensioLabs', level: 'expert' }), 3),
    row(known('c', { price: null, status: 'retired', level: 'entry' }), 3),
  ];
  const ids = (list: CatalogueRow[]) => list.map((one) => one.known.id).join('');

  it('puts what helps most first, and what cannot be taken after what can', () => {
    expect(ids(sortRows(rows, 'helps', true, compare))).toBe('bca');
  });
  it('never compares amounts across currencies; unknown prices come last', () => {
    expect(ids(sortRows(rows, 'price', false, compare))).toBe('bac');
  });
  it('orders levels from the first step on', () => {
    expect(ids(sortRows(rows, 'level', false, compare))).toBe('cab');
  });
  it('filters by provider, cost and words without accents', () => {
    expect(ids(filterRows(rows, { ...NO_FILTER, provider: 'SensioLabs' }))).toBe('b');
    expect(ids(filterRows(rows, { ...NO_FILTER, cost: 'unknown' }))).toBe('c');
    expect(ids(filterRows(rows, { ...NO_FILTER, query: 'sénsio' }))).toBe('b');
    expect(costBand(known('f', { price: { amount: 0, currency: 'USD', as_of: null } }))).toBe('free');
  });
  it('marks facts that nobody could check', () => {
    expect(isUnverified(known('x', { unverified: ['price'] }), 'price')).toBe(true);
    expect(isUnverified(known('x', { unverified: ['all'] }), 'minutes')).toBe(true);
    expect(isUnverified(known('x'), 'price')).toBe(false);
  });
});

describe('the certifications page', () => {
  it('shows an empty profile what will stand here, with a way to the catalogue', async () => {
    fakeBackend({
      'certifications.list': () => ({ mine: [], catalogue: [row(known('dva'))], years: [], spent: [] }),
      'app.info': () => ({ today: '2026-11-20', empty: true }),
    });
    render(CertificationsPage);
    expect(await screen.findByText('No certification yet')).toBeInTheDocument();
    expect(await screen.findByText('Try with an example')).toBeInTheDocument();
    await userEvent.click(screen.getByText('Choose from the catalogue'));
    expect(await screen.findByTestId('row-dva')).toBeInTheDocument();
  });

  it('refuses a certification of one’s own without a name, at its field', async () => {
    location.hash = '#/certifications';
    fakeBackend({
      'certifications.list': () => ({ mine: [], catalogue: [], years: [], spent: [] }),
      'app.info': () => ({ today: '2026-11-20', empty: false }),
      'skills.list': () => ({ rows: [], groups: [] }),
      'certifications.save': () => {
        throw new CommandError('input.empty', { field: 'name' });
      },
    });
    render(CertificationsPage);
    await userEvent.click(await screen.findByTestId('add-own'));
    await userEvent.click(await screen.findByTestId('save'));
    expect(await screen.findByRole('alert')).toHaveTextContent('needs a name');
    expect(screen.getByLabelText('Name')).toHaveAttribute('aria-invalid', 'true');
  });
});
