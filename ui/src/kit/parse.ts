/** Minutes from what a person writes: "1h30", "1:30", "90 min", "1,5", "1.5 h", "2". Null when it is no length of time. */
export function parseMinutes(text: string): number | null {
  const plain = text
    .trim()
    .toLowerCase()
    .replace(/[\s\u00a0\u202f]/g, '')
    .replace(',', '.');
  if (!plain) return null;
  let found = /^(\d{1,4})(?:h|:)(\d{1,2})(?:min|m|')?$/.exec(plain);
  if (found) return Number(found[2]) < 60 ? Number(found[1]) * 60 + Number(found[2]) : null;
  found = /^(\d{1,6})(?:min|mn|m|')$/.exec(plain);
  if (found) return Number(found[1]);
  found = /^(\d{1,4}(?:\.\d{1,2})?)(?:h|hours?|heures?)?$/.exec(plain);
  return found ? Math.round(Number(found[1]) * 60) : null;
}

/** A number from what a person writes, with a comma or a point; null when it is none. */
export function parseNumber(text: string): number | null {
  const plain = text.replace(/[\s\u00a0\u202f]/g, '').replace(',', '.');
  return /^[-\u2212]?\d+(\.\d+)?$/.test(plain) ? Number(plain.replace('\u2212', '-')) : null;
}
