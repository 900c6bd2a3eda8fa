const LIGATURES: Record<string, string> = { œ: 'oe', æ: 'ae', ß: 'ss', '’': "'", ø: 'o', ł: 'l' };

/** Lower case without accents, for searching. */
export function fold(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[œæß’øł]/g, (letter) => LIGATURES[letter] ?? letter);
}

/** True when every word of the query stands somewhere in the text. */
export function matches(query: string, text: string): boolean {
  const target = fold(text);
  return fold(query)
    .split(/\s+/)
    .every((word) => target.includes(word));
}

function wordScore(word: string, target: string): number | null {
  const at = target.indexOf(word);
  if (at === 0) return 100 - target.length / 100;
  if (at > 0) return (/[\s\-/.,('’]/.test(target[at - 1] ?? '') ? 80 : 50) - at / 100;
  let from = 0;
  let gaps = 0;
  for (const letter of word) {
    const found = target.indexOf(letter, from);
    if (found < 0) return null;
    gaps += found - from;
    from = found + 1;
  }
  return word.length < 2 || gaps > 3 * word.length ? null : 20 - gaps / 10;
}

/** How well a query fits a text (higher is better), letters in order at the least; null when it does not fit. */
export function fuzzy(query: string, text: string): number | null {
  const target = fold(text);
  let total = 0;
  for (const word of fold(query).split(/\s+/).filter(Boolean)) {
    const score = wordScore(word, target);
    if (score === null) return null;
    total += score;
  }
  return total;
}
