// Entries for the palette: what if, and the forecast.
import Chart from '@lucide/svelte/icons/chart-spline';
import Target from '@lucide/svelte/icons/crosshair';
import Compare from '@lucide/svelte/icons/git-compare-arrows';
import type { PaletteEntry } from '../../../lib/palette';
import { go } from '../../../lib/router.svelte';
import { m } from '../../../paraglide/messages';

export const whatIfCommands = (): PaletteEntry[] => [
  {
    id: 'plan-what-if',
    icon: Compare,
    title: m.whatif_palette_new(),
    keywords: m.whatif_palette_words(),
    run: () => go('plan', ['what-if'], { do: 'new' }),
  },
  {
    id: 'plan-compare',
    icon: Compare,
    title: m.whatif_palette_compare(),
    keywords: m.whatif_palette_words(),
    run: () => go('plan', ['what-if']),
  },
  {
    id: 'plan-forecast',
    icon: Chart,
    title: m.whatif_palette_forecast(),
    keywords: m.whatif_palette_forecast_words(),
    run: () => go('plan', ['forecast']),
  },
  {
    id: 'plan-calibration',
    icon: Target,
    title: m.whatif_palette_calibration(),
    keywords: m.whatif_palette_forecast_words(),
    run: () => go('plan', ['forecast'], { view: 'calibration' }),
  },
];
