import { toast } from '../../../lib/toast.svelte';
import { m } from '../../../paraglide/messages';

/** Puts a fingerprint on the clipboard, and says so. */
export async function copyThumbprint(text: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
    toast(m.badges_copied(), { topic: 'copied' });
  } catch {
    toast(m.badges_not_copied(), { tone: 'brick', topic: 'copied' });
  }
}
