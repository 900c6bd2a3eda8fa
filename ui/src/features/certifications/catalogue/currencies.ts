import { locale } from '../../../lib/locale.svelte';
import type { Option } from '../../../kit/types';

const COMMON = ['EUR', 'USD', 'GBP', 'CHF', 'CAD'];

/** Every currency, the usual ones and the one at hand first. */
export function currencyOptions(own: string): (Option & { hint?: string })[] {
  const names = new Intl.DisplayNames([locale.current], { type: 'currency' });
  const all = new Set([own, ...COMMON, ...Intl.supportedValuesOf('currency')].filter((code) => /^[A-Z]{3}$/.test(code)));
  return [...all].map((code) => ({ value: code, label: code, hint: names.of(code) }));
}
