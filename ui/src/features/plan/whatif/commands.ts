// Entries for the palette of the plan. The titles are read when they are shown: the language may have changed.
import Aperture from '@lucide/svelte/icons/git-compare-arrows';
import Chart from '@lucide/svelte/icons/chart-spline';
import Target from '@lucide/svelte/icons/crosshair';
import type { PaletteEntry } from '../../../lib/palette';
import { go } from '../../../lib/router.svelte';
import { m } from '../../../paraglide/messages';

const entry = (
  id: string,
  icon: PaletteEntry['icon'],
  title: () => string,
  keywords: () => string,
  run: () => void,
): PaletteEntry => ({
  id,
  icon,
  run,
  get title() {
    return title();
  },
  get keywords() {
    return keywords();
  },
});

export const whatIfCommands: PaletteEntry[] = [
  entry(
    'plan-what-if',
    Aperture,
    () => m.whatif_palette_new(),
    () => m.whatif_palette_words(),
    () => go('plan', ['what-if'], { do: 'new' }),
  ),
  entry(
    'plan-compare',
    Aperture,
    () => m.whatif_palette_compare(),
    () => m.whatif_palette_words(),
    () => go('plan', ['what-if']),
  ),
  entry(
    'plan-forecast',
    Chart,
    () => m.whatif_palette_forecast(),
    () => m.whatif_palette_forecast_words(),
    () => go('plan', ['forecast']),
  ),
  entry(
    'plan-calibration',
    Target,
    () => m.whatif_palette_calibration(),
    () => m.whatif_palette_forecast_words(),
    () => go('plan', ['forecast'], { view: 'calibration' }),
  ),
];
export default whatIfCommands;
