import { toast } from '../../../lib/toast.svelte';
import { m } from '../../../paraglide/messages';

/** Puts a place or a path on the clipboard, and says so. */
export async function copy(text: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
    toast(m.audit_copied({ text: text.length > 60 ? `…${text.slice(-60)}` : text }), { topic: 'copied' });
  } catch {
    toast(m.audit_not_copied(), { tone: 'brick', topic: 'copied' });
  }
}
