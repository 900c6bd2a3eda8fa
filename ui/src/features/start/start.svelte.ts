// What was answered so far. It outlives the page, which is made anew when the language changes.
class Answers {
  step = $state(0);
  rung = $state('junior');
  stack = $state('');
  levels = $state<Record<string, number>>({});
  scope = $state<'core' | 'all' | ''>('');
  hours = $state<number | null>(10);
  readyBy = $state('');
  /** Whether what the profile holds already was taken over. */
  filled = $state(false);

  reset(): void {
    this.step = 0;
    this.rung = 'junior';
    this.stack = '';
    this.levels = {};
    this.scope = '';
    this.hours = 10;
    this.readyBy = '';
    this.filled = false;
  }
}

export const answers = new Answers();
