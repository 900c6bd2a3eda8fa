import type { Certification, CertificationView } from '../../backend/generated/commands';
import type { Intent } from './certifications';

interface Asked {
  intent: Intent;
  view: CertificationView | null;
  known: Certification | null;
  /** Makes each opening a form of its own. */
  turn: number;
}

/** Which form is open. The page draws it once; rows, inspectors and keys ask for it. */
class Form {
  open = $state(false);
  asked = $state.raw<Asked | null>(null);
  private turns = 0;

  show(intent: Intent, view: CertificationView | null = null): void {
    this.asked = { intent, view, known: view?.known ?? null, turn: ++this.turns };
    this.open = true;
  }
}

export const form = new Form();
