// Spending by currency, each by year: amounts of two currencies never meet.
import type { SpentItem, SpentYear } from '../../../backend/generated/commands';

export interface CurrencyYears {
  currency: string;
  /** The longest bar. */
  most: number;
  /** From the first year on; what has no day yet stands last. */
  years: SpentYear[];
}

export function byCurrency(years: SpentYear[]): CurrencyYears[] {
  const order = (one: SpentYear) => one.year ?? Infinity;
  return [...new Set(years.map((one) => one.currency))].sort().map((currency) => {
    const own = years.filter((one) => one.currency === currency).sort((a, b) => order(a) - order(b));
    return { currency, most: Math.max(...own.map((one) => one.paid + one.ahead), 0), years: own };
  });
}

/** Width of a bar in percent of the longest one. */
export const share = (amount: number, most: number): string => `${most > 0 ? (100 * amount) / most : 0}%`;

/** The newest first; what has no day yet comes before all, for it is still to come. */
export const sorted = (items: SpentItem[]): SpentItem[] =>
  [...items].sort(
    (a, b) =>
      Number(b.on === null) - Number(a.on === null) || ((a.on ?? '') < (b.on ?? '') ? 1 : (a.on ?? '') > (b.on ?? '') ? -1 : 0),
  );
