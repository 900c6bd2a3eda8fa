import Layers from '@lucide/svelte/icons/layers';
import ListChecks from '@lucide/svelte/icons/list-checks';
import Plus from '@lucide/svelte/icons/plus';
import RadarIcon from '@lucide/svelte/icons/radar';
import Waypoints from '@lucide/svelte/icons/waypoints';
import { backend } from '../../backend/backend';
import { tx } from '../../lib/format';
import type { PaletteSource } from '../../lib/palette';
import { go } from '../../lib/router.svelte';
import { m } from '../../paraglide/messages';
import { gapWord } from './words';

const source: PaletteSource = {
  commands: () => [
    { id: 'skills.gap', title: m.skills_palette_gap(), icon: ListChecks, run: () => go('skills', [], { view: 'gap' }) },
    { id: 'skills.map', title: m.skills_palette_map(), icon: Waypoints, run: () => go('skills', [], { view: 'map' }) },
    { id: 'skills.radar', title: m.skills_palette_radar(), icon: RadarIcon, run: () => go('skills', [], { view: 'radar' }) },
    {
      id: 'skills.stale',
      title: m.skills_palette_stale(),
      icon: Layers,
      run: () => go('skills', [], { view: 'table', show: 'stale' }),
    },
    { id: 'skills.own', title: m.skills_own_add(), icon: Plus, run: () => go('skills', [], { add: 'own' }) },
  ],
  records: async () => {
    const { value } = await backend().call('skills.list', {});
    const groups = new Map(value.groups.map((group) => [group.id, tx(group.name)]));
    return value.rows.map((row) => ({
      id: `skill.${row.skill}`,
      title: tx(row.name),
      hint: row.required === null ? groups.get(row.group) : gapWord(row).text,
      keywords: `${row.name.en} ${row.name.fr} ${groups.get(row.group) ?? ''}`,
      kind: m.skills_title(),
      run: () => go('skills', [row.skill]),
    }));
  },
};
export default source;
