import Plus from '@lucide/svelte/icons/plus';
import { backend } from '../../backend/backend';
import type { PaletteSource } from '../../lib/palette';
import { go } from '../../lib/router.svelte';
import { m } from '../../paraglide/messages';

const source: PaletteSource = {
  commands: () => [
    { id: 'portfolio-start', title: m.portfolio_palette_start(), icon: Plus, run: () => go('portfolio', [], { do: 'start' }) },
  ],
  records: async () =>
    (await backend().call('projects.list', {})).value.projects.map(({ record }) => ({
      id: `portfolio-${record.id}`,
      title: record.name,
      kind: m.portfolio_title(),
      keywords: record.summary,
      run: () => go('portfolio', [record.id]),
    })),
};
export default source;
