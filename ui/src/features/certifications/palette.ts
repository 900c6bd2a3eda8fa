import Plus from '@lucide/svelte/icons/plus';
import { backend } from '../../backend/backend';
import type { PaletteSource } from '../../lib/palette';
import { go } from '../../lib/router.svelte';
import { m } from '../../paraglide/messages';
import { stageWord } from './words';

const source: PaletteSource = {
  commands: () => [
    { id: 'certifications-add', title: m.certifications_add_own(), icon: Plus, run: () => go('certifications', ['new']) },
    {
      id: 'certifications-catalogue',
      title: m.certifications_palette_catalogue(),
      run: () => go('certifications', [], { tab: 'catalogue' }),
    },
  ],
  records: async () => {
    const { value } = await backend().call('certifications.list', {});
    const mine = value.mine.map((one) => ({
      id: `certification-${one.record.id}`,
      title: one.name,
      hint: stageWord(one.stage),
      kind: m.certifications_title(),
      keywords: `${one.provider} ${one.known?.code ?? ''}`,
      run: () => go('certifications', [one.record.id]),
    }));
    const known = value.catalogue.map((one) => ({
      id: `catalogue-${one.known.id}`,
      title: one.known.name,
      hint: one.known.code ?? one.known.provider,
      kind: m.certifications_catalogue(),
      keywords: one.known.provider,
      run: () => go('certifications', [one.known.id], { tab: 'catalogue' }),
    }));
    return [...mine, ...known];
  },
};

export default source;
