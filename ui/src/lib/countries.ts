// Countries whose public holidays the core knows: their names, and which of their days it counts.
import { m } from '../paraglide/messages';
import { locale } from './locale.svelte';

export const HOLIDAY_COUNTRIES = ['fr', 'be', 'lu', 'de', 'ch', 'it', 'es'] as const;

/** France, Frankreich: as the language says it. */
export const countryName = (code: string): string =>
  new Intl.DisplayNames(locale.current, { type: 'region' }).of(code.toUpperCase()) ?? code;

/** Choices for a field: none first, then the countries. */
export const holidayOptions = (none: string): { value: string; label: string }[] => [
  { value: '', label: none },
  ...HOLIDAY_COUNTRIES.map((code) => ({ value: code, label: countryName(code) })),
];

/** Which days of a country are counted: those of the whole country only. */
export function holidayScope(code: string): string {
  switch (code) {
    case 'fr':
      return m.kit_holidays_fr();
    case 'de':
      return m.kit_holidays_de();
    case 'ch':
      return m.kit_holidays_ch();
    case 'it':
      return m.kit_holidays_it();
    case 'es':
      return m.kit_holidays_es();
    default:
      return m.kit_holidays_all({ country: countryName(code) });
  }
}
