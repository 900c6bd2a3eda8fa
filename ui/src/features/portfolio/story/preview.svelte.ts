// The text as it will be read, while it is written.
import { backend, CommandError } from '../../../backend/backend';
import type { CaseStudy } from '../../../backend/generated/commands';
import { errorText } from '../../../lib/errors';

const REST = 220;

export class Preview {
  story = $state('');
  results = $state('');
  /** Words of the case study; null before they were counted. */
  words = $state<number | null>(null);
  error = $state<string | null>(null);
  private asked: Partial<CaseStudy> = {};
  private timer: ReturnType<typeof setTimeout> | undefined;

  /** Shows the texts after a moment of rest; at once the first time. */
  show(text: Pick<CaseStudy, 'story' | 'results'>): void {
    clearTimeout(this.timer);
    const first = this.asked.story === undefined;
    if (first) void this.ask(text);
    else this.timer = setTimeout(() => void this.ask(text), REST);
  }

  stop(): void {
    clearTimeout(this.timer);
  }

  private async ask(text: Pick<CaseStudy, 'story' | 'results'>): Promise<void> {
    await Promise.all([this.part('story', text.story), this.part('results', text.results)]);
  }

  private async part(name: 'story' | 'results', text: string): Promise<void> {
    if (this.asked[name] === text) return;
    this.asked[name] = text;
    try {
      const { value } = await backend().call('projects.markdown', { text });
      if (this.asked[name] !== text) return; // a newer one is on its way
      this[name] = value.html;
      if (name === 'story') this.words = value.words;
      this.error = null;
    } catch (thrown) {
      if (this.asked[name] === text) this.error = errorText(CommandError.from(thrown));
    }
  }
}
