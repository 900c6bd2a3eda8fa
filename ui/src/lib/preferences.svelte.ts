import { backend } from '../backend/backend';

/** View state that is worth keeping (the last page, a chosen tab). Nothing of value lives here. */
class Preferences {
  private all = $state.raw<Record<string, unknown>>({});

  async load(): Promise<void> {
    const reply = await backend().call('preferences.get', {} as never);
    this.all = { ...(reply.value as Record<string, unknown>) };
  }

  get<T>(key: string, fallback: T): T {
    const value = this.all[key];
    return value === undefined || value === null ? fallback : (value as T);
  }

  /** Kept at once here, and in the core when it gets to it; a failure costs a tab, no more. */
  set(key: string, value: unknown): void {
    if (this.all[key] === value) return;
    this.all = { ...this.all, [key]: value };
    void backend()
      .call('preferences.set', { [key]: value } as never)
      .catch(() => {});
  }
}

export const preferences = new Preferences();
