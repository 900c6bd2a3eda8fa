import Flag from '@lucide/svelte/icons/flag';
import type { PaletteSource } from '../../lib/palette';
import { go } from '../../lib/router.svelte';
import { m } from '../../paraglide/messages';

const source: PaletteSource = {
  commands: () => [
    { id: 'start', title: m.start_palette(), icon: Flag, keywords: m.start_palette_words(), run: () => go('start') },
  ],
};
export default source;
