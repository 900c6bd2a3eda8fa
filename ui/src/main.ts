import { mount } from 'svelte';
import App from './App.svelte';
import { backend, setBackend } from './backend/backend';
import { insideTauri, tauriBackend } from './backend/tauri';
import { setLanguage, systemLanguage } from './lib/locale.svelte';
import { preferences } from './lib/preferences.svelte';
import { setDensity, setTheme, type Density, type Theme } from './lib/theme.svelte';

/** What the shell hands over before the page runs, so that nothing has to be asked for before the first paint. */
interface Start {
  language: string;
  theme: string;
  density: string;
  page: string | null;
}

const PATIENCE = 300;

async function start(): Promise<void> {
  if (insideTauri()) setBackend(tauriBackend);
  else if (import.meta.env.DEV) setBackend((await import('./backend/http')).httpBackend);

  const given = (window as { groundworkStart?: Start }).groundworkStart;
  if (given) {
    preferences.take({ ...given });
    await apply();
    void preferences.load();
  } else {
    // Without a shell: the person's language and theme if they come soon, else the system's, and theirs when they come.
    const known = preferences.load().then(apply, apply);
    await Promise.race([known, new Promise((resolve) => setTimeout(resolve, PATIENCE))]);
  }
  const first = preferences.get('page', '') || (await firstPage());
  const target = document.getElementById('app') as HTMLElement;
  target.replaceChildren();
  mount(App, { target, props: { first } });
}

async function apply(): Promise<void> {
  setTheme(preferences.get<Theme>('theme', 'system'));
  setDensity(preferences.get<Density>('density', 'comfortable'));
  await setLanguage(preferences.get<string>('language', systemLanguage()));
}

/** Without a page to come back to: the three steps of the first start, unless there is a target already. */
async function firstPage(): Promise<string> {
  try {
    return (await backend().call('app.info', {})).value.has_target ? 'today' : 'start';
  } catch {
    return 'today';
  }
}

// After the first frame has been shown, which the second one tells: what stands in index.html is painted before the program is
// set up behind it.
requestAnimationFrame(() => requestAnimationFrame(() => void start()));
