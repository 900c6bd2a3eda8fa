import type { PlanItemView } from '../../../backend/generated/commands';

export type Question = 'move' | 'defer' | 'split';

/** The small dialog that is open, and about which item. */
class Asking {
  kind = $state<Question>('move');
  item = $state.raw<PlanItemView | null>(null);
  shown = $state(false);

  open(kind: Question, item: PlanItemView): void {
    this.kind = kind;
    this.item = item;
    this.shown = true;
  }
}
export const asking = new Asking();
