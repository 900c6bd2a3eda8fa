// Files that are dropped or pasted: their bytes go to the core, one after the other, and what it refuses is said.
import type { AttachmentRecord } from '../../../backend/generated/commands';
import { errorText } from '../../../lib/errors';
import { bytes, moment } from '../../../lib/format';
import { act } from '../../../lib/query.svelte';
import { m } from '../../../paraglide/messages';

/** What the core keeps at most; a larger file is not even read. */
export const MOST_BYTES = 50 * 1024 * 1024;

const ENDINGS: Record<string, string> = { 'image/png': 'png', 'image/jpeg': 'jpg', 'image/gif': 'gif', 'image/webp': 'webp' };

/** A file's bytes in base64. */
export function base64Of(file: Blob): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result).replace(/^[^,]*,/, ''));
    reader.onerror = () => reject(reader.error ?? new Error('unread'));
    reader.readAsDataURL(file);
  });
}

/** A pasted picture has no name of its own: when it came is what tells it from others. */
export function nameOf(file: File, pasted: boolean, now: Date = new Date()): string {
  const ending = ENDINGS[file.type];
  const bare = !file.name || /^(image|image\d*|blob|unknown)(\.\w+)?$/i.test(file.name);
  if (!pasted || !ending || !bare) return file.name;
  return `${m.story_pasted({ when: moment(now.toISOString()).replace(/[:/\\]/g, '.') })}.${ending}`;
}

export interface Dropped {
  file: File;
  folder: boolean;
  pasted: boolean;
}

/** The files of a drop or a paste. Text that was copied with a picture of itself is text. */
export function pastedFiles(from: DataTransfer | null, pasted = false): Dropped[] {
  if (!from || (pasted && from.types.includes('text/plain'))) return [];
  const items = [...(from.items ?? [])].filter((item) => item.kind === 'file');
  const folders = new Set(
    items.filter((item) => item.webkitGetAsEntry?.()?.isDirectory).map((item) => item.getAsFile()?.name ?? ''),
  );
  return [...from.files].map((file) => ({ file, folder: folders.has(file.name), pasted }));
}

/** Asks for a file and keeps it; refusals are told by a toast. */
export async function chooseFile(project: string): Promise<AttachmentRecord | null> {
  const done = await act('attachments.add', { owner: 'project', owner_id: project });
  return done.ok ? done.value : null;
}

export class Adding {
  /** What is on its way. */
  now = $state.raw<{ name: string; n: number; all: number } | null>(null);
  /** Why files were not added, one sentence each. */
  refused = $state.raw<string[]>([]);
  private queue: Promise<unknown> = Promise.resolve();
  private readonly project: string;

  constructor(project: string) {
    this.project = project;
  }

  /** Adds them in their order; what became of those that the core took. */
  add(files: Dropped[]): Promise<AttachmentRecord[]> {
    const result = this.queue.then(() => this.each(files));
    this.queue = result.catch(() => null);
    return result;
  }

  private async each(files: Dropped[]): Promise<AttachmentRecord[]> {
    this.refused = [];
    const added: AttachmentRecord[] = [];
    for (const [i, one] of files.entries()) {
      const name = nameOf(one.file, one.pasted);
      this.now = { name, n: i + 1, all: files.length };
      const outcome = await this.one(one, name);
      if (typeof outcome === 'string') this.refused = [...this.refused, outcome];
      else added.push(outcome);
    }
    this.now = null;
    return added;
  }

  private async one({ file, folder }: Dropped, name: string): Promise<AttachmentRecord | string> {
    if (folder) return m.story_is_folder({ name });
    if (file.size > MOST_BYTES) return m.story_too_large({ name, size: bytes(file.size) });
    let base64: string;
    try {
      base64 = await base64Of(file);
    } catch {
      return m.story_unread({ name });
    }
    const done = await act(
      'attachments.add_bytes',
      { owner: 'project', owner_id: this.project, name, base64 },
      { showError: false },
    );
    return done.ok ? done.value : errorText(done.error);
  }
}
