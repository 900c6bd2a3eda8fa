// What another page or the palette asks of a section by the address: `#/settings/backups?backup=1`.
import { untrack } from 'svelte';
import { route, setParams } from '../../lib/router.svelte';

/** Runs while the section is mounted, once each time that the parameter comes; takes it out of the address. */
export function onAsked(name: string, run: () => unknown): void {
  $effect(() => {
    if (route.area !== 'settings' || !route.params.get(name)) return;
    untrack(() => {
      setParams({ [name]: null });
      void run();
    });
  });
}
