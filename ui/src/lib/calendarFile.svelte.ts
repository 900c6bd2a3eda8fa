/** Which dialog of the calendar file is open: handing dates out, or taking exam dates in. The frame shows it wherever the person is. */
class CalendarFile {
  asks = $state<'export' | 'import' | null>(null);
}

export const calendarFile = new CalendarFile();
