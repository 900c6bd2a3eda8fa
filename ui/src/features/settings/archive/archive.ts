// What taking an archive in comes to, as the person chooses.
import type { ArchivePreview, ArchiveTakenView } from '../../../backend/generated/commands';
import { m } from '../../../paraglide/messages';

/** As many differing records are drawn at once. */
export const STEP = 40;

export interface Sum {
  added: number;
  /** What the program keeps of its own reckoning, and has not here. */
  own: number;
  files: number;
  replaced: number;
  kept: number;
}

/** What would be done, with these records as in the archive. */
export function sum(preview: ArchivePreview, chosen: ReadonlySet<string>): Sum {
  const replaced = preview.different.filter((one) => chosen.has(one.key)).length;
  const added = (kept: boolean) => preview.kinds.reduce((all, kind) => all + (kind.kept === kept ? kind.new : 0), 0);
  return {
    added: added(false),
    own: added(true),
    files: preview.new_files,
    replaced,
    kept: preview.different.length - replaced,
  };
}

/** Whether there is anything to take in. */
export const something = (of: Sum): boolean => of.added + of.own + of.files + of.replaced > 0;

/** The sum in words: "34 new · 5 files · 3 as in the archive · 9 as here". */
export const sumWords = (of: Sum): string =>
  [
    of.added > 0 && m.archive_adds({ n: of.added }),
    of.own > 0 && m.archive_adds_kept({ n: of.own }),
    of.files > 0 && m.archive_adds_files({ n: of.files }),
    of.replaced > 0 && m.archive_replaces({ n: of.replaced }),
    of.kept > 0 && m.archive_keeps({ n: of.kept }),
  ]
    .filter(Boolean)
    .join(' · ');

/** What was done, in words. */
export const takenWords = (taken: ArchiveTakenView): string =>
  [
    taken.added > 0 && m.archive_added({ n: taken.added }),
    taken.replaced > 0 && m.archive_replaces({ n: taken.replaced }),
    taken.kept > 0 && m.archive_keeps({ n: taken.kept }),
  ]
    .filter(Boolean)
    .join(' · ');

/** Whether all records that differ are chosen alike; an empty word where they are not. */
export const allAs = (preview: ArchivePreview, chosen: ReadonlySet<string>): 'here' | 'there' | '' => {
  const { replaced, kept } = sum(preview, chosen);
  return replaced === 0 ? 'here' : kept === 0 ? 'there' : '';
};
