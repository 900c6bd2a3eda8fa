import { backend } from '../backend/backend';

/** The core keeps these (`view.` and a word for the last view of a page); what else is set lasts until the program ends. */
const KEPT = /^(language|theme|density|page|view\.[a-z-]{1,20})$/;

/** View state that is worth keeping (the last page, a chosen tab). Nothing of value lives here. */
class Preferences {
  private all = $state.raw<Record<string, string | null>>({});

  /** What the shell knows already. */
  take(known: Record<string, string | null>): void {
    this.all = { ...this.all, ...known };
  }

  async load(): Promise<void> {
    const reply = await backend().call('preferences.show', {});
    const { views, ...rest } = reply.value;
    const kept = Object.entries(views).map(([page, view]) => [`view.${page}`, view] as const);
    this.all = { ...this.all, ...rest, ...Object.fromEntries(kept) };
  }

  get<T extends string>(key: string, fallback: T): T {
    return (this.all[key] as T | null | undefined) ?? fallback;
  }

  /** Set at once here, and in the core when it gets to it; a failure costs a tab, no more. */
  set(key: string, value: string | null): void {
    if (this.all[key] === value) return;
    this.all = { ...this.all, [key]: value };
    if (!KEPT.test(key)) return;
    void backend()
      .call('preferences.set', { key, value })
      .catch(() => {});
  }
}

export const preferences = new Preferences();
