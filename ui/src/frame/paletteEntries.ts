import Keyboard from '@lucide/svelte/icons/keyboard';
import Languages from '@lucide/svelte/icons/languages';
import Moon from '@lucide/svelte/icons/moon';
import Redo2 from '@lucide/svelte/icons/redo-2';
import SunMedium from '@lucide/svelte/icons/sun-medium';
import Undo2 from '@lucide/svelte/icons/undo-2';
import { redo, undo } from '../lib/history.svelte';
import { setLanguage } from '../lib/locale.svelte';
import type { PaletteEntry, PaletteSource } from '../lib/palette';
import { preferences } from '../lib/preferences.svelte';
import { go } from '../lib/router.svelte';
import { setTheme, type Theme } from '../lib/theme.svelte';
import { m } from '../paraglide/messages';
import { areas } from './areas';

const found = import.meta.glob<{ default: PaletteSource }>('../features/*/palette.ts');
let sources: PaletteSource[] | null = null;

/** What the features give; their files are read when the palette first opens. */
async function featureSources(): Promise<PaletteSource[]> {
  sources ??= (await Promise.all(Object.values(found).map((load) => load()))).map((file) => file.default);
  return sources;
}

function frameEntries(help: () => void): PaletteEntry[] {
  const theme = (choice: Theme) => () => {
    setTheme(choice);
    preferences.set('theme', choice);
  };
  const language = (next: string) => () => {
    void setLanguage(next);
    preferences.set('language', next);
  };
  const kind = m.frame_palette_do();
  return [
    ...areas
      .filter((area) => area.letter)
      .map((area) => ({
        id: `go-${area.id}`,
        title: area.label(),
        kind: m.frame_palette_go(),
        icon: area.icon,
        keys: `g ${area.letter}`,
        run: () => go(area.id),
      })),
    { id: 'undo', kind, title: m.common_undo(), icon: Undo2, keys: 'Mod+Z', run: () => void undo() },
    { id: 'redo', kind, title: m.common_redo(), icon: Redo2, keys: 'Mod+Shift+Z', run: () => void redo() },
    { id: 'light', kind, title: m.frame_theme_light(), icon: SunMedium, run: theme('light') },
    { id: 'dark', kind, title: m.frame_theme_dark(), icon: Moon, run: theme('dark') },
    { id: 'system', kind, title: m.frame_theme_system(), icon: SunMedium, run: theme('system') },
    { id: 'en', kind, title: m.frame_language_en(), icon: Languages, run: language('en') },
    { id: 'fr', kind, title: m.frame_language_fr(), icon: Languages, run: language('fr') },
    { id: 'help', kind, title: m.frame_shortcuts(), icon: Keyboard, keys: '?', run: help },
  ];
}

/** Actions at once, then the records as they come. */
export async function paletteEntries(help: () => void, tell: (entries: PaletteEntry[]) => void): Promise<void> {
  const kind = m.frame_palette_do();
  tell(frameEntries(help));
  const features = await featureSources();
  const commands = features.flatMap((one) => (one.commands?.() ?? []).map((entry) => ({ kind, ...entry })));
  const before = [...commands, ...frameEntries(help)];
  tell(before);
  const records = await Promise.all(features.map((one) => one.records?.().catch(() => []) ?? []));
  tell([...before, ...records.flat()]);
}
