// Time zones and currencies to choose from.
import type { Option } from '../../kit/types';
import { locale } from '../../lib/locale.svelte';
import { m } from '../../paraglide/messages';
import { ownZone } from './certifications';

const unique = (all: string[]): string[] => [...new Set(all.filter(Boolean))];

/** Every time zone by its IANA name: first that of this computer, then the one that is set already. */
export const zoneOptions = (now: string): Option[] =>
  unique([ownZone(), now, ...Intl.supportedValuesOf('timeZone'), 'UTC']).map((zone) => ({
    value: zone,
    label: zone.replaceAll('_', ' '),
    ...(zone === ownZone() ? { hint: m.exams_zone_own() } : {}),
  }));

const COMMON = ['EUR', 'USD', 'GBP', 'CHF', 'CAD'];

/** Every currency, the usual ones first. */
export function currencyOptions(now: string): Option[] {
  const names = new Intl.DisplayNames([locale.current], { type: 'currency' });
  return unique([...COMMON, now, ...Intl.supportedValuesOf('currency')]).map((code) => ({
    value: code,
    label: code,
    hint: /^[A-Z]{3}$/.test(code) ? names.of(code) : undefined,
  }));
}
