import { render, screen, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it } from 'vitest';
import { CommandError } from '../../../backend/backend';
import { fakeBackend, reply } from '../../../backend/fake';
import type { CatalogueRow, Certification, CompareColumn, Fact, SupportView } from '../../../backend/generated/commands';
import { compare } from '../../../lib/format';
import { filterRows, NO_FILTER, sortRows } from '../certifications';
import { known as sample } from '../samples';
import CatalogueInspector from './CatalogueInspector.svelte';
import CatalogueTab from './CatalogueTab.svelte';
import { chosen } from './chosen.svelte';
import { groupsOf } from './compare';
import { draftOf, fieldOf, paramsOf } from './correct';
import { factLine, factLines } from './facts';
import { around, draw, families, linksOf, neededIds, stateOf, type Link } from './links';
import { proofOf } from './proof';

const known = (id: string, more: Partial<Certification> = {}): Certification =>
  sample(id, { questions: '65', renewal: null, retake: { days: [0, 14, 60], note: null }, ...more });
const row = (id: string, more: Partial<CatalogueRow> = {}, facts: Partial<Certification> = {}): CatalogueRow => ({
  known: known(id, facts),
  shipped: null,
  corrections: [],
  supports: [],
  would_help: 0,
  mine: null,
  stage: null,
  needs: [],
  leads_to: [],
  ...more,
});
const support = (skill: string, more: Partial<SupportView> = {}): SupportView => ({
  level: { skill, level: 2, why: '' },
  name: { en: skill, fr: skill },
  carries: 2,
  proven: 0,
  required: null,
  raises: true,
  ...more,
});
const column = (of: CatalogueRow, more: Partial<CompareColumn> = {}): CompareColumn => ({
  row: of,
  ready_after: 0.5,
  exam_hours: 30,
  more_hours: 12,
  shared_hours: 7,
  prepared_on: '2027-07-17',
  missing: [],
  ...more,
});
const corrected = (fact: Fact, value: string, applies = true): CatalogueRow =>
  row(
    'dva',
    {
      shipped: known('dva', { unverified: ['price'] }),
      corrections: [
        { correction: { certification: 'dva', fact, value, as_of: '2026-11-15', source: 'the provider’s page' }, applies },
      ],
    },
    applies ? { price: { amount: 120, currency: 'USD', as_of: '2026-11-15' } } : { unverified: ['price'] },
  );

describe('the facts', () => {
  it('show the price with the month in which it was seen, and say when nobody could check it', () => {
    expect(factLine(row('dva', {}, { unverified: ['price'] }), 'price')).toMatchObject({
      value: 'US$150',
      as: 'June 2026',
      unverified: true,
    });
  });
  it('tell the person’s own apart, with the catalogue’s still in sight', () => {
    const line = factLine(corrected('price', '120 USD'), 'price');
    expect(line).toMatchObject({ value: 'US$120', unverified: false });
    expect(line.shipped).toEqual({ value: 'US$150', as: 'June 2026', unverified: true });
  });
  it('keep the catalogue’s where a correction no longer fits', () => {
    const line = factLine(corrected('price', '120 XX', false), 'price');
    expect(line).toMatchObject({ value: 'US$150', unverified: true, shipped: null });
    expect(line.own?.applies).toBe(false);
  });
  it('say how long one waits after each failure', () => {
    expect(factLine(row('dva'), 'retake_days').value).toBe('at once, then 14 days, then 60 days');
    expect(factLine(row('dva', {}, { retake: null }), 'retake_days').value).toBeNull();
  });
  it('mark the waiting time and the last day to move it by the catalogue’s own names', () => {
    const doubtful = row('dva', {}, { unverified: ['retake', 'reschedule'] });
    expect(['retake_days', 'reschedule_hours', 'minutes'].map((one) => factLine(doubtful, one as Fact).unverified)).toEqual([
      true,
      true,
      false,
    ]);
  });
  it('leave out credits where none are counted', () => {
    expect(factLines(row('dva')).map((line) => line.fact)).not.toContain('renewal_credits');
  });
});

describe('a correction', () => {
  const params = (fact: Fact, more: object) =>
    paramsOf('dva', fact, { ...draftOf(row('dva'), fact, '2026-11-20'), ...more }).value;
  it('begins with the fact as it stands, seen today', () => {
    expect(draftOf(row('dva'), 'price', '2026-11-20')).toEqual({
      text: '',
      number: 150,
      currency: 'USD',
      as_of: '2026-11-20',
      source: '',
    });
    expect(draftOf(row('dva'), 'retake_days', '2026-11-20').text).toBe('0, 14, 60');
  });
  it('sends the price with its currency, and nothing where nobody knows it', () => {
    expect(params('price', { number: 165.5, currency: 'eur' })).toBe('165.5 EUR');
    expect(params('price', { number: null })).toBe('');
    expect(params('minutes', { number: 90 })).toBe('90');
    expect(params('renewal', { text: '' })).toBe('');
  });
  it('knows the field that a refusal speaks of', () => {
    expect(fieldOf({ code: 'certification.fact_value', args: { value: 'x' } })).toBe('value');
    expect(fieldOf({ code: 'certification.seen_in_future', args: {} })).toBe('as_of');
    expect(fieldOf({ code: 'command.params', args: { path: 'as_of' } })).toBe('as_of');
    expect(fieldOf({ code: 'input.too_long', args: { field: 'source' } })).toBe('source');
    expect(fieldOf({ code: 'store.failed', args: {} })).toBeNull();
  });
});

describe('what hangs together', () => {
  const rows = [
    row('cka', { stage: 'held' }),
    row('cks', { needs: ['cka'], stage: 'wished' }, { requires: ['cka'] }),
    row('az', {}, { replaced_by: 'ai', status: 'retired' }),
    row('ai'),
    row('alone', {}, { replaced_by: 'elsewhere' }),
  ];
  const links = linksOf(rows);
  it('are those needed first, those that renew and those that replace, within the catalogue', () => {
    expect(links).toEqual([
      { from: 'cka', to: 'cks', kind: 'needs' },
      { from: 'az', to: 'ai', kind: 'replaces' },
    ]);
    expect(families(links).map((one) => one.length)).toEqual([1, 1]);
  });
  it('goes back to the first thing needed, and only one step ahead', () => {
    const chain: Link[] = [
      ['a', 'b'],
      ['b', 'c'],
      ['c', 'd'],
      ['d', 'e'],
    ].map(([from = '', to = '']) => ({ from, to, kind: 'needs' }));
    expect(around('c', chain).map((one) => one.from + one.to)).toEqual(['ab', 'bc', 'cd']);
  });
  it('puts what is needed first before what needs it, even where the catalogue has a ring', () => {
    const size = { across: true, node: [100, 40] as [number, number], gap: [50, 10] as [number, number] };
    const drawing = draw(links, size);
    const x = (id: string) => drawing.nodes.find((node) => node.id === id)?.x ?? -1;
    expect(x('cka')).toBeLessThan(x('cks'));
    const ring: Link[] = [
      { from: 'a', to: 'b', kind: 'needs' },
      { from: 'b', to: 'a', kind: 'needs' },
    ];
    expect(draw(ring, size).nodes).toHaveLength(2);
    expect(families(ring)).toHaveLength(1);
  });
  it('says what is held, on the road, lapsed and missing', () => {
    expect(stateOf('held', true)).toBe('held');
    expect(stateOf('planned', true)).toBe('road');
    expect(stateOf('expired', true)).toBe('lapsed');
    expect(stateOf(null, true)).toBe('missing');
    expect(stateOf(null, false)).toBe('free');
    expect([...neededIds(rows, null)]).toEqual(['cka']);
  });
});

describe('the comparison', () => {
  it('lists each skill once, what the target asks first', () => {
    const of = proofOf([support('java'), support('sql', { required: 3 }), support('git', { proven: 2, raises: false })]);
    expect(of.map((one) => one.level.skill)).toEqual(['sql', 'java', 'git']);
  });
  it('names what is missing, and says nothing of readiness without a target', () => {
    const view = {
      ready_now: null,
      columns: [column(row('cks'), { missing: [['cka', 'Administrator']] }), column(row('dva', {}, { price: null }))],
    };
    const groups = groupsOf(view);
    const cells = (key: string) => groups.flatMap((one) => one.rows).find((one) => one.key === key)?.cells;
    expect(cells('missing')?.map((one) => one.text)).toEqual(['Administrator', 'nothing is missing']);
    expect(cells('ready')).toBeUndefined();
    expect(cells('price')?.map((one) => one.text)).toEqual(['US$150', 'not known']);
  });
});

describe('the list', () => {
  it('keeps what helps the target, and what is mine', () => {
    const rows = [row('a', { would_help: 1 }), row('b', { mine: 'rec', stage: 'wished' })];
    expect(filterRows(rows, { ...NO_FILTER, helps: true }).map((one) => one.known.id)).toEqual(['a']);
    expect(filterRows(rows, { ...NO_FILTER, mine: true }).map((one) => one.known.id)).toEqual(['b']);
  });
  it('puts what never expires after the longest, and what nobody knows last', () => {
    const never = { kind: 'none' as const, note: null, opens_days: null, opens_months: null, months: null, credits: null };
    const rows = [
      row('unknown', {}, { validity_months: null }),
      row('never', {}, { validity_months: null, renewal: { ...never, fee: null, by: [] } }),
      row('short', {}, { validity_months: 12 }),
    ];
    const ids = (descending: boolean) => sortRows(rows, 'validity', descending, compare).map((one) => one.known.id);
    expect(ids(false)).toEqual(['short', 'never', 'unknown']);
    expect(ids(true)).toEqual(['never', 'short', 'unknown']);
  });
});

describe('on screen', () => {
  const rows = ['a', 'b', 'c', 'd', 'e'].map((id) => row(id));
  const value = (catalogue: CatalogueRow[]) => ({ mine: [], catalogue, years: [], spent: [] });
  beforeEach(() => {
    chosen.clear();
    location.hash = '#/certifications?tab=catalogue';
  });

  it('chooses up to four for the comparison, and no fifth', async () => {
    fakeBackend({});
    render(CatalogueTab, { value: value(rows) });
    for (const { known } of rows) await userEvent.click(screen.getByTestId(`choose-${known.id}`));
    expect(chosen.ids).toEqual(['a', 'b', 'c', 'd']);
    expect(screen.getByTestId('choose-e')).not.toBeChecked();
    expect(screen.getByTestId('compare')).toHaveTextContent('Compare 4');
    await userEvent.click(screen.getByTestId('clear-chosen'));
    expect(screen.queryByTestId('compare-bar')).not.toBeInTheDocument();
  });

  it('filters, counts, and clears', async () => {
    fakeBackend({});
    render(CatalogueTab, { value: value([...rows, row('f', { would_help: 2 })]) });
    await userEvent.click(screen.getByLabelText('Only what helps my target'));
    expect(screen.getByRole('status')).toHaveTextContent('1 certification');
    await userEvent.click(screen.getByTestId('clear-filters'));
    expect(screen.getByRole('status')).toHaveTextContent('6 certifications');
  });

  const shows = (of: CatalogueRow) => ({
    'certifications.list': () => value([of]),
    'certifications.compare': () => ({ ready_now: 0.41, columns: [column(of, { ready_after: 0.45 })] }),
    'app.info': () => ({ today: '2026-11-20' }),
    'role.show': () => ({ sources: [] }),
  });

  it('refuses a correction next to its field, and keeps nothing', async () => {
    fakeBackend({
      ...shows(row('dva')),
      'certifications.correct': () => {
        throw new CommandError('certification.fact_value', { value: '14, soon' });
      },
    });
    render(CatalogueInspector, { id: 'dva' });
    await userEvent.click(await screen.findByTestId('correct-retake_days'));
    const field = await screen.findByRole('textbox', { name: 'After a failure' });
    await userEvent.clear(field);
    await userEvent.type(field, '14, soon{Enter}');
    expect(await screen.findByRole('alert')).toBeInTheDocument();
    expect(field).toHaveAttribute('aria-invalid', 'true');
  });

  it('does not send what is no number', async () => {
    const backend = fakeBackend(shows(row('dva')));
    render(CatalogueInspector, { id: 'dva' });
    await userEvent.click(await screen.findByTestId('correct-minutes'));
    const field = await screen.findByRole('textbox', { name: 'Duration' });
    await userEvent.clear(field);
    await userEvent.type(field, 'long');
    await userEvent.click(screen.getByTestId('save-fact'));
    expect(await screen.findByRole('alert')).toBeInTheDocument();
    expect(backend.calls.map((one) => one.name)).not.toContain('certifications.correct');
  });

  it('takes the catalogue’s fact again', async () => {
    const backend = fakeBackend({ ...shows(corrected('price', '120 USD')), 'certifications.correct': () => reply(row('dva')) });
    render(CatalogueInspector, { id: 'dva' });
    const fact = await screen.findByTestId('fact-price');
    expect(within(fact).getByTestId('own-price')).toHaveTextContent('you, 15 November 2026, the provider’s page');
    expect(within(fact).getByTestId('shipped-price')).toHaveTextContent('US$150');
    await userEvent.click(screen.getByTestId('correct-price'));
    await userEvent.click(await screen.findByTestId('take-back'));
    expect(backend.calls.find((one) => one.name === 'certifications.correct')?.params).toEqual({
      certification: 'dva',
      fact: 'price',
      value: null,
    });
  });

  it('says what passing would do to readiness, and plans what is needed first with it', async () => {
    const cks = row('cks', { needs: ['cka'], supports: [support('sql', { required: 1 })] }, { requires: ['cka'] });
    const backend = fakeBackend({
      ...shows(cks),
      'certifications.list': () => value([cks, row('cka')]),
      'certifications.plan': () => ({ record: { id: 'rec' } }),
    });
    render(CatalogueInspector, { id: 'cks' });
    expect(await screen.findByTestId('ready')).toHaveTextContent('41% now, 45% after');
    expect(screen.getByTestId('node-cka')).toHaveTextContent('missing');
    await userEvent.click(screen.getByTestId('plan'));
    expect(backend.calls.find((one) => one.name === 'certifications.plan')?.params).toEqual({
      certification: 'cks',
      with_needed: true,
    });
  });

  it('shows a retired one with the day and what replaced it, and does not offer to plan it', async () => {
    const az = row('az', {}, { status: 'retired', retired_on: '2026-07-31', replaced_by: 'ai' });
    fakeBackend({ ...shows(az), 'certifications.list': () => value([az, row('ai')]) });
    render(CatalogueInspector, { id: 'az' });
    expect(await screen.findByTestId('successor')).toHaveTextContent('AI');
    expect(screen.getByText(/Retired on 31 July 2026/)).toBeInTheDocument();
    expect(screen.queryByTestId('plan')).not.toBeInTheDocument();
  });

  it('says in words what the graph draws', async () => {
    location.hash = '#/certifications?tab=catalogue&view=graph';
    window.dispatchEvent(new HashChangeEvent('hashchange'));
    fakeBackend({});
    const { route } = await import('../../../lib/router.svelte');
    route.hash = location.hash;
    render(CatalogueTab, { value: value([row('cka'), row('cks', { needs: ['cka'] }, { requires: ['cka'] })]) });
    expect(await screen.findByText('Name cka is needed first for Name cks.')).toBeInTheDocument();
    route.hash = '#/certifications?tab=catalogue';
  });
});
