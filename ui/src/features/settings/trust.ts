import type { CommandError } from '../../backend/backend';

/** The field of the form for a key that an error is about. */
export function fieldOfKey(error: CommandError): 'name' | 'issuer' | 'text' | null {
  if (error.code === 'badge.key' || error.code === 'badge.pinned_already') return 'text';
  const field = error.args.field;
  return error.code.startsWith('input.') && (field === 'name' || field === 'issuer' || field === 'text') ? field : null;
}

/** The first and the last of a fingerprint: enough to tell two apart at a glance. */
export const shortPrint = (thumbprint: string): string =>
  thumbprint.length > 16 ? `${thumbprint.slice(0, 8)}…${thumbprint.slice(-6)}` : thumbprint;
