// What the backups' part of the settings reckons: which rows stand under which heading, and what a dialog needs next.
import type { AppError, BackupRow, BackupsView, KindCount } from '../../../backend/generated/commands';
import { capital, month, number, relativeDays, todayIso } from '../../../lib/format';

/** Where backups lie: beside the data, or in the folder of choice. */
export type Place = 'here' | 'there';

/** As many are shown before the person asks for the rest. */
export const FEW = 6;
/** And of one day or month, once all are asked for. */
export const MANY = 8;
/** A passphrase has at least as many characters; the core refuses shorter ones too. */
export const SHORTEST = 8;

export const rowsAt = (view: BackupsView, place: Place): BackupRow[] =>
  view.rows.filter((row) => row.away === (place === 'there'));

/** The place that is shown first: beside the data, unless backups lie in the folder of choice only. */
export const firstPlace = (view: BackupsView): Place =>
  rowsAt(view, 'here').length === 0 && rowsAt(view, 'there').length > 0 ? 'there' : 'here';

/** The day of a moment where the person is. */
export const dayOf = (instant: string): string => todayIso(new Date(instant));

export interface Group {
  /** Null where only the passphrase tells when they were made. */
  name: string | null;
  rows: BackupRow[];
}

/** Today and yesterday by themselves, the days before by their month: as backups are thinned out. */
export function grouped(rows: BackupRow[], today: string = todayIso()): Group[] {
  const yesterday = todayIso(new Date(Date.parse(`${today}T12:00:00`) - 86_400_000));
  const nameOf = (row: BackupRow): string | null => {
    if (!row.made) return null;
    const day = dayOf(row.made);
    return day === today || day === yesterday ? capital(relativeDays(day, today)) : capital(month(day));
  };
  const groups: Group[] = [];
  for (const row of rows) {
    const name = nameOf(row);
    const last = groups.at(-1);
    if (last && last.name === name) last.rows.push(row);
    else groups.push({ name, rows: [row] });
  }
  return groups;
}

/** The day of the oldest row whose date is known. */
export function oldest(rows: BackupRow[]): string | null {
  const made = rows.flatMap((row) => (row.made ? [row.made] : [])).sort();
  return made[0] ? dayOf(made[0]) : null;
}

/** Whether what went wrong is that the passphrase is missing, or is another one. */
export const asksPassphrase = (fault: Pick<AppError, 'code'> | null | undefined): boolean =>
  fault?.code === 'backup.passphrase_needed' || fault?.code === 'backup.passphrase_wrong';

/** What is wrong with a new passphrase that was written twice, or null. */
export function passphraseFault(first: string, second: string): 'short' | 'unlike' | null {
  if ([...first].length < SHORTEST) return 'short';
  return first === second ? null : 'unlike';
}

/** By how much restoring changes a kind: "+3", "−2", "" where nothing; null where what is there now cannot be told. */
export function difference(one: Pick<KindCount, 'count' | 'now'>): string | null {
  if (one.now === null) return null;
  const by = one.count - one.now;
  return by === 0 ? '' : `${by > 0 ? '+' : '\u2212'}${number(Math.abs(by))}`;
}
