import type { Certification, CertificationVerb, CertificationView } from '../../backend/generated/commands';

export type Intent = 'edit' | 'own';
export type LineKind = 'attempt' | 'cost' | 'credit';

interface Asked {
  intent: Intent;
  view: CertificationView | null;
  known: Certification | null;
  /** Makes each opening a form of its own. */
  turn: number;
}

let turns = 0;

/** Which form is open. The page draws it once; rows, inspectors and keys ask for it. */
class Form {
  open = $state(false);
  asked = $state.raw<Asked | null>(null);

  show(intent: Intent, view: CertificationView | null = null): void {
    this.asked = { intent, view, known: view?.known ?? null, turn: ++turns };
    this.open = true;
  }
}

/** Which step of the road is being taken. */
class Steps {
  open = $state(false);
  asked = $state.raw<{ verb: CertificationVerb; view: CertificationView; turn: number } | null>(null);

  show(verb: CertificationVerb, view: CertificationView): void {
    this.asked = { verb, view, turn: ++turns };
    this.open = true;
  }
}

/** Which line of a record's lists is being written; `at` is none for a new one. */
class Lines {
  open = $state(false);
  asked = $state.raw<{ kind: LineKind; view: CertificationView; at: number | null; turn: number } | null>(null);

  show(kind: LineKind, view: CertificationView, at: number | null = null): void {
    this.asked = { kind, view, at, turn: ++turns };
    this.open = true;
  }
}

/** The certification in the inspector: what the page's keys and the palette act on. */
class Chosen {
  view = $state.raw<CertificationView | null>(null);
}

export const form = new Form();
export const steps = new Steps();
export const lines = new Lines();
export const chosen = new Chosen();
