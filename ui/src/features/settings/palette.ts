import ArchiveRestore from '@lucide/svelte/icons/archive-restore';
import Bell from '@lucide/svelte/icons/bell';
import CalendarOff from '@lucide/svelte/icons/calendar-off';
import CalendarDays from '@lucide/svelte/icons/calendar-days';
import Download from '@lucide/svelte/icons/download';
import FileSearch from '@lucide/svelte/icons/file-search';
import FileText from '@lucide/svelte/icons/file-text';
import Flag from '@lucide/svelte/icons/flag';
import FolderPlus from '@lucide/svelte/icons/folder-plus';
import FolderSymlink from '@lucide/svelte/icons/folder-symlink';
import KeyRound from '@lucide/svelte/icons/key-round';
import Save from '@lucide/svelte/icons/save';
import ShieldCheck from '@lucide/svelte/icons/shield-check';
import Upload from '@lucide/svelte/icons/upload';
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
    {
      id: 'settings-backup',
      title: m.backups_now(),
      icon: Save,
      keywords: m.backups_palette_words(),
      run: () => go('settings', ['backups'], { backup: '1' }),
    },
    {
      id: 'settings-restore',
      title: m.backups_palette_restore(),
      icon: ArchiveRestore,
      keywords: m.backups_palette_words(),
      run: () => go('settings', ['backups']),
    },
    {
      id: 'settings-backup-file',
      title: m.backups_palette_file(),
      icon: FileSearch,
      run: () => go('settings', ['backups'], { pick: '1' }),
    },
    {
      id: 'settings-backup-folder',
      title: m.backups_palette_folder(),
      icon: FolderPlus,
      run: () => go('settings', ['backups'], { folder: '1' }),
    },
    {
      id: 'settings-export',
      title: m.archive_export(),
      icon: Download,
      keywords: m.archive_palette_words(),
      run: () => go('settings', ['archive'], { export: '1' }),
    },
    {
      id: 'settings-import',
      title: m.archive_import(),
      icon: Upload,
      keywords: m.archive_palette_import_words(),
      run: () => go('settings', ['archive'], { import: '1' }),
    },
    {
      id: 'settings-check',
      title: m.data_check_now(),
      icon: ShieldCheck,
      keywords: m.data_palette_check_words(),
      run: () => go('settings', ['data'], { check: '1' }),
    },
    { id: 'settings-move', title: m.data_move(), icon: FolderSymlink, run: () => go('settings', ['data']) },
    {
      id: 'settings-report',
      title: m.data_report_open(),
      icon: FileText,
      keywords: m.data_palette_report_words(),
      run: () => go('settings', ['data'], { report: '1' }),
    },
  ],
};
export default source;
