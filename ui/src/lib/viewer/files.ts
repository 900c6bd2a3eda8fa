import type { AttachmentRecord } from '../../backend/generated/commands';

export type FileKind = 'picture' | 'document';
type Kinded = Pick<AttachmentRecord, 'media_type'>;

const PICTURES = ['image/png', 'image/jpeg', 'image/gif', 'image/webp'];

/** What can be shown inside the program, by the file's first bytes as the core saw them; null for the rest. */
export const kindOf = (file: Kinded): FileKind | null =>
  PICTURES.includes(file.media_type) ? 'picture' : file.media_type === 'application/pdf' ? 'document' : null;

export const isPicture = (file: Kinded): boolean => kindOf(file) === 'picture';
