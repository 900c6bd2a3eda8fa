/** The height of a row, of the head and where its hours begin: pixels. */
export const ROW = 32;
export const HEAD = 58;
export const HOURS_TOP = 21;
/** Room below the last row for the bar that scrolls. */
export const FOOT = 14;
