import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const css = readFileSync('src/kit/tokens.css', 'utf8');

function tokens(block: string): Record<string, number[]> {
  const found: Record<string, number[]> = {};
  for (const [, name, l, c, h] of block.matchAll(/--([\w-]+): oklch\(([\d.]+) ([\d.]+) ([\d.]+)\)/g)) {
    if (name) found[name] = [Number(l), Number(c), Number(h)];
  }
  return found;
}

/** Relative luminance of an OKLCH colour, as WCAG reckons it. */
function luminance([l = 0, c = 0, h = 0]: number[]): number {
  const a = c * Math.cos((h * Math.PI) / 180);
  const b = c * Math.sin((h * Math.PI) / 180);
  const x = (l + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const y = (l - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const z = (l - 0.0894841775 * a - 1.291485548 * b) ** 3;
  const rgb = [
    4.0767416621 * x - 3.3077115913 * y + 0.2309699292 * z,
    -1.2684380046 * x + 2.6097574011 * y - 0.3413193965 * z,
    -0.0041960863 * x - 0.7034186147 * y + 1.707614701 * z,
  ].map((part) => Math.min(1, Math.max(0, part)));
  return 0.2126 * (rgb[0] ?? 0) + 0.7152 * (rgb[1] ?? 0) + 0.0722 * (rgb[2] ?? 0);
}

function ratio(a: number[], b: number[]): number {
  const [light = 0, dark = 0] = [luminance(a), luminance(b)].sort((p, q) => q - p);
  return (light + 0.05) / (dark + 0.05);
}

const light = tokens(css.slice(0, css.indexOf('@media (prefers-color-scheme: dark)')));
const darkBlocks = css.split('color-scheme: light;')[1]?.split('The same once more') ?? [];
const dark = tokens(darkBlocks[0] ?? '');

describe.each([
  ['light', light],
  ['dark', dark],
])('in the %s theme', (_, theme) => {
  const papers = ['paper', 'paper-2', 'paper-3', 'moss-2', 'amber-2', 'brick-2', 'sky-2'];
  const texts = ['ink', 'ink-2', 'ink-3', 'moss', 'amber', 'brick', 'sky'];
  it.each(texts)('%s can be read on every paper', (text) => {
    for (const paper of papers)
      expect(ratio(theme[text] ?? [], theme[paper] ?? []), `${text} on ${paper}`).toBeGreaterThanOrEqual(4.5);
  });
  it('the words of a primary button can be read', () => {
    expect(ratio(theme['moss-ink'] ?? [], theme.moss ?? [])).toBeGreaterThanOrEqual(4.5);
  });
  it('the edge of a field can be seen', () => {
    for (const paper of ['paper', 'paper-2', 'paper-3'])
      expect(ratio(theme.edge ?? [], theme[paper] ?? [])).toBeGreaterThanOrEqual(3);
  });
});

it('both ways into the dark theme give the same colours', () => {
  expect(tokens(darkBlocks[1] ?? '')).toEqual(dark);
});
