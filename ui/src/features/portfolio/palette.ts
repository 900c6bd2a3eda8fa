import FolderGit from '@lucide/svelte/icons/folder-git-2';
import Grid from '@lucide/svelte/icons/grid-3x3';
import Plus from '@lucide/svelte/icons/plus';
import ScrollText from '@lucide/svelte/icons/scroll-text';
import { backend } from '../../backend/backend';
import { iconOf } from '../../lib/evidence/icons';
import type { PaletteSource } from '../../lib/palette';
import { go } from '../../lib/router.svelte';
import { m } from '../../paraglide/messages';
import { addName } from './evidence/evidence';
import { statusText } from './portfolio';

const source: PaletteSource = {
  commands: () => [
    { id: 'portfolio-start', title: m.portfolio_palette_start(), icon: Plus, run: () => go('portfolio', [], { do: 'start' }) },
    {
      id: 'portfolio-folder',
      title: m.portfolio_palette_folder(),
      icon: FolderGit,
      run: () => go('portfolio', [], { do: 'folder' }),
    },
    {
      id: 'portfolio-matrix',
      title: m.portfolio_palette_matrix(),
      icon: Grid,
      run: () => go('portfolio', [], { tab: 'matrix' }),
    },
    {
      id: 'portfolio-unproven',
      title: m.evidence_palette_unproven(),
      icon: Grid,
      run: () => go('portfolio', [], { tab: 'matrix', show: 'unproven' }),
    },
    {
      id: 'portfolio-evidence',
      title: m.portfolio_palette_evidence(),
      icon: ScrollText,
      run: () => go('portfolio', [], { tab: 'evidence' }),
    },
    ...(['work', 'review', 'contribution', 'practice_set', 'course'] as const).map((kind) => ({
      id: `portfolio-add-${kind}`,
      title: addName(kind),
      icon: iconOf(kind),
      run: () => go('portfolio', [], { tab: 'evidence', add: kind }),
    })),
  ],
  records: async () =>
    (await backend().call('projects.list', {})).value.projects.map(({ record }) => ({
      id: `portfolio-${record.id}`,
      title: record.name,
      hint: statusText(record.status),
      kind: m.portfolio_title(),
      keywords: record.summary,
      run: () => go('portfolio', [record.id]),
    })),
};
export default source;
