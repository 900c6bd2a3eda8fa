import CalendarOff from '@lucide/svelte/icons/calendar-off';
import ChartGantt from '@lucide/svelte/icons/chart-gantt';
import Clock from '@lucide/svelte/icons/clock';
import Plus from '@lucide/svelte/icons/plus';
import Printer from '@lucide/svelte/icons/printer';
import { backend } from '../../backend/backend';
import { hours, tx } from '../../lib/format';
import type { PaletteSource } from '../../lib/palette';
import { go } from '../../lib/router.svelte';
import { m } from '../../paraglide/messages';
import { whatIfCommands } from './whatif/commands';

const source: PaletteSource = {
  commands: () => [
    { id: 'plan-add', title: m.plan_palette_add(), icon: Plus, run: () => go('plan', [], { do: 'add' }) },
    {
      id: 'plan-timeline',
      title: m.timeline_palette_timeline(),
      icon: ChartGantt,
      run: () => go('plan', [], { do: 'timeline' }),
    },
    ...whatIfCommands(),
    { id: 'plan-hours', title: m.plan_palette_hours(), icon: Clock, run: () => go('plan', [], { do: 'hours' }) },
    { id: 'plan-away', title: m.plan_palette_away(), icon: CalendarOff, run: () => go('plan', [], { do: 'away' }) },
    { id: 'plan-print', title: m.timeline_palette_print(), icon: Printer, run: () => go('plan', [], { do: 'print' }) },
  ],
  records: async () =>
    (await backend().call('plan.show', {})).value.items.map((item) => ({
      id: `plan-${item.key}`,
      title: tx(item.title),
      hint: hours(item.minutes),
      kind: m.plan_palette_kind(),
      run: () => go('plan', [], { item: item.key }),
    })),
};
export default source;
