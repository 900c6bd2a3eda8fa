// Which attached file is looked at. The frame draws the viewer once; lists of files ask for it.
import type { AttachmentRecord } from '../../backend/generated/commands';
import { act } from '../query.svelte';
import { kindOf } from './files';

class Viewer {
  open = $state(false);
  file = $state.raw<AttachmentRecord | null>(null);

  show(file: AttachmentRecord): void {
    this.file = file;
    this.open = true;
  }
}

export const viewer = new Viewer();

/** Opens a file with the system's program. The core makes a copy of it; the window never learns where. */
export const openOutside = (file: AttachmentRecord) => act('attachments.open', { id: file.id }, { quiet: true });

/** Shows a file: pictures and PDFs here, anything else with the system's program. */
export function viewFile(file: AttachmentRecord): void {
  if (kindOf(file)) viewer.show(file);
  else void openOutside(file);
}
