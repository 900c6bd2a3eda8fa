export type Theme = 'system' | 'light' | 'dark';
export type Density = 'comfortable' | 'compact';

class ThemeState {
  choice = $state<Theme>('system');
  density = $state<Density>('comfortable');
}

export const theme = new ThemeState();

export function setTheme(choice: Theme): void {
  theme.choice = choice;
  const root = document.documentElement;
  if (choice === 'system') delete root.dataset.theme;
  else root.dataset.theme = choice;
}

export function setDensity(density: Density): void {
  theme.density = density;
  document.documentElement.dataset.density = density;
}
