// The only file that knows Tauri.
import { invoke } from '@tauri-apps/api/core';
import { listen } from '@tauri-apps/api/event';
import { CommandError, type Backend } from './backend';

export const insideTauri = (): boolean => '__TAURI_INTERNALS__' in window;

export const tauriBackend: Backend = {
  call: (name, params) =>
    invoke('rpc', { name, params }).catch((thrown: unknown) => {
      throw CommandError.from(thrown);
    }) as ReturnType<Backend['call']> as never,
  onChanged(tell) {
    const stop = listen<string[]>('changed', (event) => tell(event.payload));
    return () => void stop.then((unlisten) => unlisten());
  },
};
