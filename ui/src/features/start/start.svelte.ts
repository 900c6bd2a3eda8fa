// What was answered so far. It outlives the page, which is made anew when the language changes.
import type { Week } from './start';

class Answers {
  step = $state(0);
  rung = $state('junior');
  stack = $state('');
  levels = $state<Record<string, number>>({});
  scope = $state<'core' | 'all' | ''>('');
  hours = $state<number | null>(10);
  /** The week as the profile holds it, until other hours are entered. */
  week = $state<Week | null>(null);
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
    this.week = null;
    this.readyBy = '';
    this.filled = false;
  }
}

export const answers = new Answers();
