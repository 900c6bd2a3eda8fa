import { tick } from 'svelte';
import { isLocale, locales, overwriteGetLocale, type Locale } from '../paraglide/runtime';

export type { Locale };
export { locales };

class LocaleState {
  current = $state<Locale>('en');
}

/** The language of the interface; every message reads it, so templates follow a change at once. */
export const locale = new LocaleState();
overwriteGetLocale(() => locale.current);

/** The language to start in when the person has not chosen one. */
export function systemLanguage(): Locale {
  for (const tag of navigator.languages ?? []) {
    const language = tag.slice(0, 2);
    if (isLocale(language)) return language;
  }
  return 'en';
}

/** Switches at once, without a reload; the page is made anew, and the focus comes back to the field that had it. */
export async function setLanguage(next: string): Promise<void> {
  if (!isLocale(next)) return;
  const focused = document.activeElement?.id;
  locale.current = next;
  document.documentElement.lang = next;
  await tick();
  if (focused) document.getElementById(focused)?.focus();
}
