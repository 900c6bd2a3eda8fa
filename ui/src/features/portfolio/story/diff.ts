// Two texts beside each other: which lines went, which came, and within a line that was changed, which words.

export interface Step<T> {
  kind: 'same' | 'gone' | 'new';
  item: T;
}
export type Piece = Step<string>;
export interface Line {
  kind: Step<string>['kind'];
  /** The line in pieces: those of kind `same` stand in both texts. */
  pieces: Piece[];
}
/** Lines that follow each other, or that many left out between. */
export type Part = { lines: Line[] } | { left: number };

/** Beyond this many pairs the middle is shown as wholly replaced. */
const MOST_PAIRS = 4_000_000;

/** The shortest way from one list to the other. */
export function steps<T>(a: readonly T[], b: readonly T[]): Step<T>[] {
  let start = 0;
  while (start < a.length && start < b.length && a[start] === b[start]) start++;
  let end = 0;
  while (end < a.length - start && end < b.length - start && a[a.length - 1 - end] === b[b.length - 1 - end]) end++;
  const mark = (kind: Step<T>['kind']) => (item: T) => ({ kind, item });
  return [
    ...a.slice(0, start).map(mark('same')),
    ...middle(a.slice(start, a.length - end), b.slice(start, b.length - end)),
    ...a.slice(a.length - end).map(mark('same')),
  ];
}

function middle<T>(a: readonly T[], b: readonly T[]): Step<T>[] {
  const out: Step<T>[] = [];
  let [i, j] = [0, 0];
  if (a.length * b.length <= MOST_PAIRS) {
    // longest[i][j]: how many items a from i and b from j have in common, in order.
    const width = b.length + 1;
    const longest = new Uint32Array((a.length + 1) * width);
    for (let x = a.length - 1; x >= 0; x--)
      for (let y = b.length - 1; y >= 0; y--)
        longest[x * width + y] =
          a[x] === b[y]
            ? longest[(x + 1) * width + y + 1]! + 1
            : Math.max(longest[(x + 1) * width + y]!, longest[x * width + y + 1]!);
    while (i < a.length && j < b.length) {
      if (a[i] === b[j]) {
        out.push({ kind: 'same', item: a[i]! });
        i++;
        j++;
      } else if (longest[(i + 1) * width + j]! >= longest[i * width + j + 1]!) out.push({ kind: 'gone', item: a[i++]! });
      else out.push({ kind: 'new', item: b[j++]! });
    }
  }
  while (i < a.length) out.push({ kind: 'gone', item: a[i++]! });
  while (j < b.length) out.push({ kind: 'new', item: b[j++]! });
  return out;
}

const wordsOf = (line: string): string[] => line.match(/\s+|[\p{L}\p{N}_]+|[^\s\p{L}\p{N}_]/gu) ?? [];
const whole = (kind: Line['kind'], text: string): Line => ({ kind, pieces: [{ kind, item: text }] });

function joined(pieces: Piece[]): Piece[] {
  const out: Piece[] = [];
  for (const piece of pieces) {
    const last = out.at(-1);
    if (last?.kind === piece.kind) last.item += piece.item;
    else out.push({ ...piece });
  }
  return out;
}

/** A line that was changed: told word by word, where enough of it stayed. */
function pair(before: string, after: string): [Line, Line] {
  const told = steps(wordsOf(before), wordsOf(after));
  const stayed = told.reduce((sum, step) => sum + (step.kind === 'same' ? step.item.trim().length : 0), 0);
  if (stayed * 3 < Math.max(before.trim().length, after.trim().length)) return [whole('gone', before), whole('new', after)];
  const side = (kind: 'gone' | 'new'): Line => ({
    kind,
    pieces: joined(told.filter((step) => step.kind === 'same' || step.kind === kind)),
  });
  return [side('gone'), side('new')];
}

/** Every line of both texts, those that went before those that came in their place. */
export function lines(before: string, after: string): Line[] {
  const split = (text: string) => (text === '' ? [] : text.split('\n'));
  const told = steps(split(before), split(after));
  const out: Line[] = [];
  for (let i = 0; i < told.length;) {
    if (told[i]!.kind === 'same') {
      out.push(whole('same', told[i++]!.item));
      continue;
    }
    const [gone, came]: [string[], string[]] = [[], []];
    for (; i < told.length && told[i]!.kind !== 'same'; i++) (told[i]!.kind === 'gone' ? gone : came).push(told[i]!.item);
    const both = Math.min(gone.length, came.length);
    const pairs = Array.from({ length: both }, (_, at) => pair(gone[at]!, came[at]!));
    out.push(...pairs.map(([left]) => left), ...gone.slice(both).map((line) => whole('gone', line)));
    out.push(...pairs.map(([, right]) => right), ...came.slice(both).map((line) => whole('new', line)));
  }
  return out;
}

/** What changed with `near` lines around it; the rest is counted. */
export function parts(all: Line[], near = 2): Part[] {
  const shown = all.map((_, i) => all.slice(Math.max(0, i - near), i + near + 1).some((line) => line.kind !== 'same'));
  const out: Part[] = [];
  all.forEach((line, i) => {
    const last = out.at(-1);
    if (shown[i]) {
      if (last && 'lines' in last) last.lines.push(line);
      else out.push({ lines: [line] });
    } else if (last && 'left' in last) last.left++;
    else out.push({ left: 1 });
  });
  return out;
}
