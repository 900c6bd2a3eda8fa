// What a certification would prove, in words.
import type { SupportView } from '../../../backend/generated/commands';
import { m } from '../../../paraglide/messages';

/** What helps the target first, then what else would rise, then what is proven already. */
export function proofOf(supports: SupportView[]): SupportView[] {
  const helps = (one: SupportView) => one.raises && one.required !== null && one.proven < one.required;
  const rank = (one: SupportView) => (helps(one) ? 0 : one.required !== null ? 1 : one.raises ? 2 : 3);
  return [...supports].sort((a, b) => rank(a) - rank(b));
}

/** raises 0 → 2 */
export const riseWord = (one: SupportView): string =>
  one.raises
    ? m.catalogue_raises({ from: one.proven, to: one.carries })
    : m.catalogue_already({ n: one.proven, carries: one.carries });

export const askedWord = (one: SupportView): string =>
  one.required === null ? m.catalogue_not_asked() : m.catalogue_asked({ n: one.required });
