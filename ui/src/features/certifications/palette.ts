import CalendarArrowDown from '@lucide/svelte/icons/calendar-arrow-down';
import CalendarArrowUp from '@lucide/svelte/icons/calendar-arrow-up';
import Pencil from '@lucide/svelte/icons/pencil';
import Columns from '@lucide/svelte/icons/columns-3';
import Plus from '@lucide/svelte/icons/plus';
import ShieldCheck from '@lucide/svelte/icons/shield-check';
import Waypoints from '@lucide/svelte/icons/waypoints';
import Receipt from '@lucide/svelte/icons/receipt';
import { backend } from '../../backend/backend';
import { calendarFile } from '../../lib/calendarFile.svelte';
import type { PaletteEntry, PaletteSource } from '../../lib/palette';
import { go } from '../../lib/router.svelte';
import { m } from '../../paraglide/messages';
import { chosen, form, steps } from './form.svelte';
import { verbWord } from './steps/words';
import { chosen as forComparison, showComparison } from './catalogue/chosen.svelte';
import { cataloguePalette } from './catalogue/palette';
import { stageWord } from './words';

/** What can be done with the certification in the inspector. */
function ofChosen(): PaletteEntry[] {
  const view = chosen.view;
  if (!view) return [];
  const verbs = view.next.map((verb) => ({
    id: `certification-do-${verb}`,
    title: m.exams_palette_do({ what: verbWord(verb), name: view.name }),
    run: () => steps.show(verb, view),
  }));
  return [
    ...verbs,
    {
      id: 'certification-edit',
      title: m.exams_palette_do({ what: m.common_edit(), name: view.name }),
      icon: Pencil,
      run: () => form.show('edit', view),
    },
  ];
}

const source: PaletteSource = {
  commands: () => [
    { id: 'certifications-add', title: m.certifications_add_own(), icon: Plus, run: () => go('certifications', ['new']) },
    {
      id: 'certifications-catalogue',
      title: m.certifications_palette_catalogue(),
      run: () => go('certifications', [], { tab: 'catalogue' }),
    },
    ...(forComparison.ids.length
      ? [{ id: 'certifications-compare', title: m.catalogue_palette_compare(), icon: Columns, run: () => showComparison() }]
      : []),
    {
      id: 'certifications-graph',
      title: m.catalogue_palette_graph(),
      icon: Waypoints,
      run: () => go('certifications', [], { tab: 'catalogue', view: 'graph' }),
    },
    {
      id: 'certifications-costs',
      title: m.exams_palette_costs(),
      icon: Receipt,
      run: () => go('certifications', [], { tab: 'costs' }),
    },
    ...ofChosen(),
    {
      id: 'badges-check',
      title: m.badges_check(),
      icon: ShieldCheck,
      keywords: 'open badge',
      run: () => go('certifications', [], { tab: 'badges', check: '1' }),
    },
    {
      id: 'calendar-export',
      title: m.reminders_palette_export(),
      icon: CalendarArrowUp,
      keywords: m.reminders_palette_words(),
      run: () => (calendarFile.asks = 'export'),
    },
    {
      id: 'calendar-import',
      title: m.reminders_palette_import(),
      icon: CalendarArrowDown,
      keywords: m.reminders_palette_words(),
      run: () => (calendarFile.asks = 'import'),
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
    return [...mine, ...known, ...cataloguePalette(value.catalogue)];
  },
};

export default source;
