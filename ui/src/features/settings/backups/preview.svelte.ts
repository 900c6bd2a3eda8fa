import { CommandError, type Commands } from '../../../backend/backend';
import type { BackupContentView, BackupRow, RestoredView } from '../../../backend/generated/commands';
import { errorText } from '../../../lib/errors';
import { act } from '../../../lib/query.svelte';
import { toast } from '../../../lib/toast.svelte';
import { m } from '../../../paraglide/messages';
import { asksPassphrase } from './backups';

/** A backup that is looked into, and perhaps brought back. It is not kept in the query cache: its passphrase has no place there. */
export class Preview {
  readonly row: BackupRow;
  content = $state.raw<BackupContentView | null>(null);
  /** Why it could not be looked into, or brought back. */
  error = $state.raw<CommandError | null>(null);
  /** It waits for a passphrase. */
  sealed = $state(false);
  /** Why the passphrase that was written does not open it. */
  refused = $state.raw<CommandError | null>(null);
  busy = $state<'show' | 'restore' | null>(null);
  restored = $state.raw<RestoredView | null>(null);
  wentBack = $state(false);
  /** The person closed the dialog while it was at work: what came of it is said at the foot of the window. */
  left = false;
  private passphrase: string | null = null;

  constructor(row: BackupRow) {
    this.row = row;
  }

  /** The backup as far as it is known: one that is sealed tells its date only when it is open. */
  get backup(): BackupRow {
    return this.content && !this.sealed ? this.content.backup : this.row;
  }

  async show(passphrase: string | null = null): Promise<void> {
    if (this.busy) return;
    this.busy = 'show';
    this.error = null;
    const done = await act('backup.show', { id: this.row.id, passphrase }, { quiet: true, showError: false });
    this.busy = null;
    const fault = done.ok ? done.value.fault : done.error;
    if (this.ask(fault, passphrase)) return;
    this.sealed = false;
    if (!done.ok) return void (this.error = done.error);
    this.passphrase = passphrase;
    this.content = done.value;
  }

  /** Puts it in the place of what is there; the core says that everything on screen is to be asked anew. */
  restore(): Promise<void> {
    return this.bring({ id: this.row.id, passphrase: this.passphrase }, false);
  }

  /** Brings back what was there before. */
  goBack(): Promise<void> {
    const before = this.restored?.before;
    return before ? this.bring({ id: before.id, passphrase: null }, true) : Promise.resolve();
  }

  private async bring(params: Commands['backup.restore']['params'], back: boolean): Promise<void> {
    if (this.busy) return;
    this.busy = 'restore';
    this.error = null;
    const done = await act('backup.restore', params, { quiet: true, showError: false });
    this.busy = null;
    if (done.ok) {
      this.restored = done.value;
      this.wentBack = back;
      if (this.left) this.tell();
    } else if (this.left) toast(errorText(done.error), { tone: 'brick', topic: 'backups' });
    else if (back || !this.ask(done.error, this.passphrase)) this.error = done.error;
  }

  private tell(): void {
    if (this.wentBack || !this.restored?.before) return void toast(m.backups_restored(), { topic: 'backups' });
    const action = { label: m.backups_go_back(), run: () => void this.goBack() };
    toast(m.backups_restored(), { topic: 'backups', action, timeout: 0 });
  }

  private ask(fault: { code: string } | null, written: string | null): boolean {
    if (!asksPassphrase(fault)) return false;
    this.sealed = true;
    this.refused = written === null ? null : CommandError.from(fault);
    return true;
  }
}
