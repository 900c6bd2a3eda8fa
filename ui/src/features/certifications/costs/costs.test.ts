import { render, screen } from '@testing-library/svelte';
import { describe, expect, it } from 'vitest';
import { fakeBackend } from '../../../backend/fake';
import type { SpentItem } from '../../../backend/generated/commands';
import { view } from '../samples';
import { byCurrency, share, sorted } from './costs';
import CostsTab from './CostsTab.svelte';

const years = [
  { year: null, currency: 'USD', paid: 0, ahead: 165 },
  { year: 2027, currency: 'USD', paid: 0, ahead: 99.9 },
  { year: 2026, currency: 'EUR', paid: 49, ahead: 0 },
  { year: 2026, currency: 'USD', paid: 150.1, ahead: 20 },
];
const item = (on: string | null, more: Partial<SpentItem> = {}): SpentItem => ({
  record: 'rec',
  what: 'exam',
  on,
  amount: 165,
  currency: 'USD',
  ahead: true,
  estimated: false,
  ...more,
});

describe('costs', () => {
  it('never bring two currencies together', () => {
    const all = byCurrency(years);
    expect(all.map((one) => one.currency)).toEqual(['EUR', 'USD']);
    expect(all[0]).toMatchObject({ most: 49 });
    expect(all[1]?.years.map((one) => one.year)).toEqual([2026, 2027, null]);
    expect(all[1]?.most).toBeCloseTo(170.1);
  });
  it('draw a bar against the longest year of their own currency', () => {
    expect([share(85, 170), share(0, 0)]).toEqual(['50%', '0%']);
  });
  it('stand with the newest first, and before it what has no day yet', () => {
    expect(sorted([item('2025-01-01'), item(null), item('2026-01-01')]).map((one) => one.on)).toEqual([
      null,
      '2026-01-01',
      '2025-01-01',
    ]);
  });
  it('tell in words what was paid, what is ahead and what the catalogue says', async () => {
    fakeBackend({ 'app.info': () => ({ today: '2026-11-20', empty: false }) });
    const value = { mine: [view('planned')], catalogue: [], years, spent: [item(null, { estimated: true })] };
    render(CostsTab, { value, oncatalogue: () => {} });
    expect(screen.getByTestId('costs-USD')).toHaveTextContent('US$150.10 paid · US$20 ahead');
    expect(screen.getByTestId('costs-EUR')).toHaveTextContent('€49 paid');
    expect(screen.getByText('ahead, by the catalogue')).toBeInTheDocument();
  });
  it('show an empty profile what will stand here', () => {
    fakeBackend({ 'app.info': () => ({ today: '2026-11-20', empty: true }) });
    render(CostsTab, { value: { mine: [], catalogue: [], years: [], spent: [] }, oncatalogue: () => {} });
    expect(screen.getByText('No cost yet')).toBeInTheDocument();
  });
});
