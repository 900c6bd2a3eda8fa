import Bell from '@lucide/svelte/icons/bell';
import CalendarOff from '@lucide/svelte/icons/calendar-off';
import CalendarDays from '@lucide/svelte/icons/calendar-days';
import Flag from '@lucide/svelte/icons/flag';
import History from '@lucide/svelte/icons/history';
import KeyRound from '@lucide/svelte/icons/key-round';
import Save from '@lucide/svelte/icons/save';
import type { PaletteSource } from '../../lib/palette';
import { go } from '../../lib/router.svelte';
import { m } from '../../paraglide/messages';

const source: PaletteSource = {
  commands: () => [
    { id: 'settings-target', title: m.settings_palette_target(), icon: Flag, run: () => go('settings', ['target']) },
    {
      id: 'settings-calendar',
      title: m.settings_palette_calendar(),
      icon: CalendarDays,
      run: () => go('settings', ['calendar']),
    },
    {
      id: 'settings-absence',
      title: m.settings_absence_add(),
      icon: CalendarOff,
      run: () => go('settings', ['absences'], { add: '1' }),
    },
    {
      id: 'settings-reminders',
      title: m.reminders_palette_settings(),
      icon: Bell,
      keywords: m.reminders_palette_settings_words(),
      run: () => go('settings', ['reminders']),
    },
    { id: 'settings-trust', title: m.trust_title(), icon: KeyRound, run: () => go('settings', ['trust']) },
    { id: 'settings-backup', title: m.settings_backup_now(), icon: Save, run: () => go('settings', ['data'], { backup: '1' }) },
    { id: 'settings-history', title: m.settings_history(), icon: History, run: () => go('settings', ['data'], { history: '1' }) },
  ],
};
export default source;
