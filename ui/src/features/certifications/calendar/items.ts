// What a menu offers about the calendar file.
import CalendarArrowDown from '@lucide/svelte/icons/calendar-arrow-down';
import CalendarArrowUp from '@lucide/svelte/icons/calendar-arrow-up';
import { calendarFile } from '../../../lib/calendarFile.svelte';
import { m } from '../../../paraglide/messages';

/** Handing out a calendar file, and taking exam dates in. */
export const calendarItems = () => [
  { label: m.reminders_calendar_menu(), icon: CalendarArrowUp, onselect: () => void (calendarFile.asks = 'export') },
  { label: m.reminders_import_menu(), icon: CalendarArrowDown, onselect: () => void (calendarFile.asks = 'import') },
];
