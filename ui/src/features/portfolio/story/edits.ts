// What the toolbar does to a text in Markdown: which part is put in place of which, and what is selected afterwards.

export interface Edit {
  from: number;
  to: number;
  text: string;
  /** What is selected afterwards, in the new text. */
  select: [number, number];
}
type Act = (text: string, start: number, end: number) => Edit;

/** How many of the mark's signs stand on both sides. */
function signs(before: string, after: string, sign: string): number {
  const run = (text: string) => [...text].findIndex((one) => one !== sign);
  const length = (text: string) => (run(text) < 0 ? text.length : run(text));
  return Math.min(length([...before].reverse().join('')), length(after));
}
/** `***` is bold and italic, `**` bold alone. */
const isMarked = (mark: string, count: number): boolean => (mark === '*' ? count % 2 === 1 : count >= mark.length);

/** Puts marks around the selection, or takes them away where they stand. */
const around =
  (mark: string): Act =>
  (text, start, end) => {
    // Blanks at the ends stay outside: `**word **` is not bold.
    while (start < end && /\s/.test(text[start] ?? '')) start++;
    while (end > start && /\s/.test(text[end - 1] ?? '')) end--;
    const chosen = text.slice(start, end);
    const n = mark.length;
    const sign = mark.charAt(0);
    if (isMarked(mark, signs(text.slice(Math.max(0, start - 3), start), text.slice(end, end + 3), sign)))
      return { from: start - n, to: end + n, text: chosen, select: [start - n, end - n] };
    const half = Math.floor(chosen.length / 2);
    const back = [...chosen.slice(half)].reverse().join('');
    if (isMarked(mark, signs([...chosen.slice(0, half)].reverse().join(''), back, sign)))
      return { from: start, to: end, text: chosen.slice(n, -n), select: [start, end - 2 * n] };
    return { from: start, to: end, text: mark + chosen + mark, select: [start + n, end + n] };
  };

/** The lines that the selection touches. */
function linesAt(text: string, start: number, end: number): { from: number; to: number; lines: string[] } {
  const from = text.lastIndexOf('\n', start - 1) + 1;
  const last = end > start && text[end - 1] === '\n' ? end - 1 : end;
  const next = text.indexOf('\n', last);
  const to = next < 0 ? text.length : next;
  return { from, to, lines: text.slice(from, to).split('\n') };
}

/** Changes the start of each line; the caret stays where it was in its line. */
const starts =
  (change: (lines: string[]) => string[]): Act =>
  (text, start, end) => {
    const { from, to, lines } = linesAt(text, start, end);
    const next = change(lines);
    const put = next.join('\n');
    const shift = (next[0] ?? '').length - (lines[0] ?? '').length;
    const caret = Math.max(from, start + shift);
    return { from, to, text: put, select: start === end ? [caret, caret] : [from, from + put.length] };
  };

const LIST = /^(\s*)([-*+]|\d{1,9}[.)])\s+/;
/** With the marks, or without them where every line has them. */
const marks = (has: (line: string) => boolean, take: (line: string) => string, give: (line: string, n: number) => string) =>
  starts((lines) => {
    const full = lines.filter((line) => line.trim());
    if (full.length && full.every(has)) return lines.map(take);
    let n = 0;
    return lines.map((line) => (line.trim() || lines.length === 1 ? give(line, ++n) : line));
  });

const bulleted = (line: string) => /^\s*[-*+]\s/.test(line);
const numbered = (line: string) => /^\s*\d{1,9}[.)]\s/.test(line);
const bare = (line: string) => line.replace(LIST, '$1');

/** `# `, `## `, `### `, then none again. */
const heading = starts((lines) =>
  lines.map((line) => {
    const depth = /^(#{1,6})\s/.exec(line)?.[1]?.length ?? 0;
    const plain = line.replace(/^#{1,6}\s+/, '');
    return depth >= 3 ? plain : `${'#'.repeat(depth + 1)} ${plain}`;
  }),
);

const inline = around('`');
const code: Act = (text, start, end) => {
  const chosen = text.slice(start, end);
  if (!chosen.includes('\n')) return inline(text, start, end);
  const before = start > 0 && text[start - 1] !== '\n' ? '\n' : '';
  const close = chosen.endsWith('\n') ? '```' : '\n```';
  const after = end < text.length && text[end] !== '\n' ? '\n' : '';
  const head = `${before}\`\`\`\n`;
  const inner = start + head.length;
  return { from: start, to: end, text: head + chosen + close + after, select: [inner, inner + chosen.length] };
};

const link: Act = (text, start, end) => {
  const chosen = text.slice(start, end);
  if (/^(https?:\/\/|mailto:)\S+$/.test(chosen))
    return { from: start, to: end, text: `[](${chosen})`, select: [start + 1, start + 1] };
  const address = 'https://';
  const at = start + chosen.length + 3;
  return {
    from: start,
    to: end,
    text: `[${chosen}](${address})`,
    select: chosen ? [at, at + address.length] : [start + 1, start + 1],
  };
};

export const ACTS = {
  bold: around('**'),
  italic: around('*'),
  heading,
  list: marks(bulleted, bare, (line) => line.replace(/^(\s*)(?:\d{1,9}[.)]\s+)?/, '$1- ')),
  numbers: marks(numbered, bare, (line, n) => line.replace(/^(\s*)(?:[-*+]\s+)?/, `$1${n}. `)),
  quote: marks(
    (line) => /^\s*>/.test(line),
    (line) => line.replace(/^\s*>\s?/, ''),
    (line) => `> ${line}`,
  ),
  code,
  link,
} satisfies Record<string, Act>;
export type ActName = keyof typeof ACTS;

/** Their keys while a text is written. Mod+K is the palette's. */
export const ACT_KEYS: Record<ActName, string> = {
  bold: 'Mod+B',
  italic: 'Mod+I',
  heading: 'Mod+Shift+H',
  list: 'Mod+Shift+L',
  numbers: 'Mod+Shift+O',
  quote: 'Mod+Shift+B',
  code: 'Mod+E',
  link: 'Mod+Shift+K',
};

/** Signs that would end the alternative text are taken out of it. */
export const pictureText = (id: string, alt: string): string => `![${alt.replace(/[[\]\\\n]/g, ' ').trim()}](attachment:${id})`;

/** A piece that stands by itself: blank lines before and after it. */
export function asParagraph(text: string, start: number, end: number, piece: string): Edit {
  const [before, after] = [text.slice(0, start), text.slice(end)];
  const lead = before === '' || before.endsWith('\n\n') ? '' : before.endsWith('\n') ? '\n' : '\n\n';
  const tail = after.startsWith('\n\n') ? '' : after.startsWith('\n') ? '\n' : '\n\n';
  const at = start + lead.length + piece.length;
  return { from: start, to: end, text: lead + piece + tail, select: [at, at] };
}

/** Makes the edit as if it were typed, so that the field's own undo takes it back. */
export function put(field: HTMLTextAreaElement, edit: Edit): void {
  field.focus();
  field.setSelectionRange(edit.from, edit.to);
  const typed = edit.text
    ? document.execCommand?.('insertText', false, edit.text)
    : edit.from === edit.to || document.execCommand?.('delete');
  if (!typed) {
    field.setRangeText(edit.text, edit.from, edit.to, 'end');
    field.dispatchEvent(new InputEvent('input', { bubbles: true }));
  }
  field.setSelectionRange(...edit.select);
}
