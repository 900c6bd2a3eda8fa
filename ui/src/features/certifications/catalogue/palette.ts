// The catalogue in the palette: plan one by its name, put one beside others.
import type { CatalogueRow } from '../../../backend/generated/commands';
import type { PaletteEntry } from '../../../lib/palette';
import { act } from '../../../lib/query.svelte';
import { go } from '../../../lib/router.svelte';
import { m } from '../../../paraglide/messages';
import { chosen, MOST, showComparison } from './chosen.svelte';

async function plan(id: string): Promise<void> {
  const done = await act('certifications.plan', { certification: id, with_needed: true });
  if (done.ok) go('certifications', [done.value.record.id]);
}

/** The comparison with this one too; where four are chosen, it takes the place of the last. */
const compare = (id: string): void => showComparison([...chosen.ids.filter((one) => one !== id).slice(0, MOST - 1), id]);

export function cataloguePalette(rows: CatalogueRow[]): PaletteEntry[] {
  const current = rows.filter(({ known }) => known.status === 'active' || known.status === 'announced');
  const open = current.filter(({ stage }) => stage === null || stage === 'wished' || stage === 'expired');
  return [
    ...open.map(({ known }) => ({
      id: `plan-${known.id}`,
      title: m.catalogue_palette_plan({ name: known.name }),
      hint: known.code ?? known.provider,
      kind: m.catalogue_palette_plan_kind(),
      keywords: `${known.provider} ${known.code ?? ''}`,
      run: () => void plan(known.id),
    })),
    ...current.map(({ known }) => ({
      id: `compare-${known.id}`,
      title: m.catalogue_compare_of({ name: known.name }),
      hint: known.code ?? known.provider,
      kind: m.catalogue_palette_compare_kind(),
      keywords: `${known.provider} ${known.code ?? ''}`,
      run: () => compare(known.id),
    })),
  ];
}
