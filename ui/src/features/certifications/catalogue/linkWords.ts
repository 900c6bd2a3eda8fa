import type { CatalogueRow, Certification } from '../../../backend/generated/commands';
import { date } from '../../../lib/format';
import { m } from '../../../paraglide/messages';
import { stageWord, statusWord } from '../words';
import type { Link, LinkKind, State } from './links';

const WORD: Record<LinkKind, () => string> = {
  needs: m.catalogue_link_needs,
  renews: m.catalogue_link_renews,
  replaces: m.catalogue_link_replaces,
};
export const linkWord = (kind: LinkKind): string => WORD[kind]();

/** The same as a sentence, for who cannot see the picture. */
export function linkSentence(link: Link, by: Map<string, CatalogueRow>): string {
  const from = by.get(link.from)?.known.name ?? link.from;
  const to = by.get(link.to)?.known.name ?? link.to;
  if (link.kind === 'needs') return m.catalogue_says_needs({ from, to });
  return link.kind === 'renews' ? m.catalogue_says_renews({ from, to }) : m.catalogue_says_replaces({ from, to });
}

/** The code where there is little room, else the name. */
export const nodeName = (known: Certification, width: number): string => (width < 190 ? (known.code ?? known.name) : known.name);

/** Where it stands: retired outweighs what the person has not; what they have outweighs that. */
export function stateWord({ known, stage }: CatalogueRow, state: State): string {
  if (stage) return stageWord(stage);
  if (known.status === 'retired') {
    return known.retired_on ? m.catalogue_retired_short({ date: date(known.retired_on) }) : statusWord('retired');
  }
  if (state === 'missing') return m.catalogue_missing();
  return known.status === 'active' ? '' : statusWord(known.status);
}
