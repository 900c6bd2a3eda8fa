// What the ways out of damaged data would give, side by side.
import type { CareView, KindCount } from '../../backend/generated/commands';
import { tx } from '../../lib/format';

export interface Held {
  kind: string;
  name: string;
  /** How many the backup holds; null where there is none. */
  backup: number | null;
  /** How many can be read of the damaged file; null where nothing can. */
  salvage: number | null;
}

const counts = (of: readonly KindCount[]) => new Map(of.map((one) => [one.kind, one.count]));

/** Each kind that either holds, in the order of the one that holds more kinds. */
export function heldBy({ backup, salvage }: Pick<CareView, 'backup' | 'salvage'>): Held[] {
  const [inBackup, inFile] = [backup?.counts ?? [], salvage?.counts ?? []];
  const [long, short] = inBackup.length >= inFile.length ? [inBackup, inFile] : [inFile, inBackup];
  const known = new Set(long.map((one) => one.kind));
  const [ofBackup, ofFile] = [counts(inBackup), counts(inFile)];
  return [...long, ...short.filter((one) => !known.has(one.kind))].map(({ kind, name }) => ({
    kind,
    name: tx(name),
    backup: backup ? (ofBackup.get(kind) ?? 0) : null,
    salvage: salvage ? (ofFile.get(kind) ?? 0) : null,
  }));
}

/** The way that loses least: a file of which everything can be read, else the backup, else what can be read. */
export function better({ backup, salvage }: Pick<CareView, 'backup' | 'salvage'>): 'backup' | 'salvage' | null {
  if (salvage?.complete) return 'salvage';
  return backup ? 'backup' : salvage ? 'salvage' : null;
}
