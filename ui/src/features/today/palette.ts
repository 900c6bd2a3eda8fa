import NotebookPen from '@lucide/svelte/icons/notebook-pen';
import type { PaletteSource } from '../../lib/palette';
import { go } from '../../lib/router.svelte';
import { m } from '../../paraglide/messages';

const source: PaletteSource = {
  commands: () => [
    {
      id: 'today-log',
      title: m.today_log(),
      icon: NotebookPen,
      keywords: m.today_palette_words(),
      run: () => go('today', [], { log: '1' }),
    },
  ],
};
export default source;
