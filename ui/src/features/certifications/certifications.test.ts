import { render, screen } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { CommandError } from '../../backend/backend';
import { fakeBackend } from '../../backend/fake';
import type { CatalogueRow, Certification, CertificationRecord, CertificationStage } from '../../backend/generated/commands';
import { compare } from '../../lib/format';
import {
  addMonths,
  costBand,
  draftOf,
  fieldOf,
  filterRows,
  isUnverified,
  nextIntents,
  NO_FILTER,
  paramsOf,
  partOf,
  prepare,
  proposedExpiry,
  road,
  sortRows,
  timeOf,
} from './certifications';
import CertificationsPage from './CertificationsPage.svelte';

const known = (id: string, more: Partial<Certification> = {}): Certification => ({
  id,
  code: id.toUpperCase(),
  name: `Name ${id}`,
  provider: 'AWS',
  level: 'associate',
  status: 'active',
  retired_on: null,
  replaced_by: null,
  requires: [],
  prerequisites: null,
  price: { amount: 150, currency: 'USD', as_of: '2026-06' },
  minutes: 130,
  questions: null,
  pass_mark: null,
  validity_months: 36,
  renewal: { kind: 'retake', note: null },
  performance_based: false,
  supports: [],
  exam_hours: 30,
  url: null,
  facts_as_of: '2026-11-20',
  seen_at: null,
  unverified: [],
  note: null,
  says: [],
  ...more,
});
const record = (more: Partial<CertificationRecord> = {}): CertificationRecord => ({
  id: 'rec',
  certification: 'dva',
  name: '',
  provider: '',
  stage: 'wished',
  wanted_by: null,
  exam_on: null,
  exam_at: null,
  exam_zone: null,
  place: '',
  cost: null,
  currency: null,
  score: '',
  attempt: 1,
  issued: null,
  expires: null,
  credential_id: '',
  url: '',
  note: '',
  supports: [],
  ...more,
});
const row = (one: Certification, would_help = 0): CatalogueRow => ({ known: one, supports: [], would_help, mine: null });
const view = (stage: CertificationStage, one: Certification | null = known('dva'), more: Partial<CertificationRecord> = {}) => ({
  stage,
  known: one,
  record: record(more),
});

describe('the road', () => {
  const at = (stage: CertificationStage, one = known('dva')) =>
    road(view(stage, one)).map((step) => `${step.stage} ${step.state}`);

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
  it('offers what comes next, and no renewal of what is retired', () => {
    expect(nextIntents(view('wished'))).toEqual(['plan', 'book']);
    expect(nextIntents(view('booked'))).toEqual(['passed', 'failed']);
    expect(nextIntents(view('expiring'))).toEqual(['renew']);
    expect(nextIntents(view('expired', known('az', { renewal: { kind: 'retired', note: null } })))).toEqual([]);
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
  it('takes the price of the catalogue when an exam is booked', () => {
    const draft = prepare(draftOf(record(), known('dva')), 'book', known('dva'), '2026-11-20');
    expect(draft).toMatchObject({ stage: 'booked', cost: 150, currency: 'USD' });
  });
  it('counts another attempt after one that was not passed', () => {
    const draft = prepare(
      draftOf(record({ stage: 'failed', exam_on: '2026-10-01', score: '600' }), null),
      'book',
      null,
      '2026-11-20',
    );
    expect(draft).toMatchObject({ attempt: 2, exam_on: '', score: '' });
  });
  it('does not keep an exam day to come once it is passed', () => {
    expect(prepare(draftOf(record({ exam_on: '2026-12-31' }), null), 'passed', null, '2026-11-20').exam_on).toBe('2026-11-20');
  });
  it('sends no currency without a cost, no zone without a time', () => {
    const params = paramsOf(draftOf(record({ currency: null, exam_zone: 'Europe/Paris' }), null), 'rec');
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
      issued: '2026-02-02',
      expires: '2029-02-02',
      credential_id: 'X',
      url: 'https://x.test',
      note: 'n',
    });
    expect(paramsOf(draftOf(whole, known('dva')), 'rec')).toEqual(whole);
  });
  it('knows the field and the part that a refusal speaks of', () => {
    expect(fieldOf({ code: 'certification.issued_in_future', args: {} })).toBe('issued');
    expect(fieldOf({ code: 'input.too_long', args: { field: 'score' } })).toBe('score');
    expect(fieldOf({ code: 'store.failed', args: {} })).toBeNull();
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
      'certifications.list': () => ({ mine: [], catalogue: [row(known('dva'))] }),
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
      'certifications.list': () => ({ mine: [], catalogue: [] }),
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
