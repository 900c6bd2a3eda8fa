// What certifications have to do with each other: needed first, renewed by a higher one, replaced. And where they stand when drawn.
import type { CatalogueRow, CertificationStage } from '../../../backend/generated/commands';
import { isPassed } from '../certifications';

export type LinkKind = 'needs' | 'renews' | 'replaces';
/** From what comes first to what comes after. */
export interface Link {
  from: string;
  to: string;
  kind: LinkKind;
}

/** Every link of the catalogue; what leads out of it is left out. */
export function linksOf(rows: CatalogueRow[]): Link[] {
  const here = new Set(rows.map((row) => row.known.id));
  const all = rows.flatMap(({ known }): Link[] => [
    ...known.requires.map((from) => ({ from, to: known.id, kind: 'needs' as const })),
    ...(known.renewal?.by ?? []).map((to) => ({ from: known.id, to, kind: 'renews' as const })),
    ...(known.replaced_by ? [{ from: known.id, to: known.replaced_by, kind: 'replaces' as const }] : []),
  ]);
  return all.filter((one) => one.from !== one.to && here.has(one.from) && here.has(one.to));
}

/** One certification with all that it needs first, and what it leads straight to, comes from, renews it and replaces it. */
export function around(id: string, links: Link[]): Link[] {
  const found = new Set<Link>();
  const needed = [id];
  const seen = new Set(needed);
  for (const at of needed) {
    for (const link of links.filter((one) => one.kind === 'needs' && one.to === at)) {
      found.add(link);
      if (!seen.has(link.from)) needed.push(link.from);
      seen.add(link.from);
    }
  }
  for (const link of links) if (link.from === id || link.to === id) found.add(link);
  return links.filter((link) => found.has(link));
}

/** Those that hang together, each with its links, in the order in which they first appear. */
export function families(links: Link[]): Link[][] {
  const left = [...links];
  const all: Link[][] = [];
  while (left.length) {
    const ids = new Set<string>();
    const family: Link[] = [];
    let more: Link | undefined = left[0];
    while (more) {
      const link: Link = more;
      family.push(link);
      left.splice(left.indexOf(link), 1);
      ids.add(link.from).add(link.to);
      more = left.find((one) => ids.has(one.from) || ids.has(one.to));
    }
    all.push(links.filter((link) => family.includes(link)));
  }
  return all;
}

/** How many steps come before each; a ring does not go on for ever. */
function depths(links: Link[]): Map<string, number> {
  const ids = [...new Set(links.flatMap((link) => [link.from, link.to]))];
  const depth = new Map(ids.map((id) => [id, 0]));
  for (let turn = 0; turn < ids.length; turn++) {
    for (const { from, to } of links) {
      const next = (depth.get(from) ?? 0) + 1;
      if (next < ids.length && next > (depth.get(to) ?? 0)) depth.set(to, next);
    }
  }
  return depth;
}

export interface Node {
  id: string;
  x: number;
  y: number;
  w: number;
  h: number;
}
export interface Line extends Link {
  path: string;
  /** Where its word stands; lines that meet share one. */
  word: { x: number; y: number; anchor: 'start' | 'middle' | 'end' } | null;
}
export interface Drawing {
  width: number;
  height: number;
  nodes: Node[];
  lines: Line[];
}
export interface Size {
  /** One step after the other from left to right, or from top to bottom. */
  across: boolean;
  node: [number, number];
  /** Between the steps, and between what stands in one step. */
  gap: [number, number];
  /** From top to bottom: the width that all of a step share. */
  fit?: number;
}

/** Where everything stands: each step in a column (or row) of its own, close to what it comes from. */
export function draw(links: Link[], size: Size, alone?: string): Drawing {
  const depth = depths(links);
  if (alone && !depth.size) depth.set(alone, 0);
  const steps: string[][] = [];
  for (const [id, at] of depth) (steps[at] ??= []).push(id);
  const place = new Map<string, number>();
  for (const step of steps.filter(Boolean)) {
    const before = (id: string): number => {
      const from = links.filter((link) => link.to === id).map((link) => place.get(link.from) ?? 0);
      return from.length ? from.reduce((a, b) => a + b, 0) / from.length : 0;
    };
    step.sort((a, b) => before(a) - before(b));
    step.forEach((id, i) => place.set(id, i));
  }
  const most = Math.max(1, ...steps.filter(Boolean).map((step) => step.length));
  const h = size.node[1];
  const w = size.fit ? Math.min(size.node[0], (size.fit - size.gap[1] * (most - 1)) / most) : size.node[0];
  const main = (size.across ? w : h) + size.gap[0];
  const side = (size.across ? h : w) + size.gap[1];
  const nodes = steps.flatMap((step, at) =>
    step.map((id, i): Node => {
      const along = at * main;
      const beside = ((most - step.length) / 2 + i) * side;
      return { id, w, h, x: size.across ? along : beside, y: size.across ? beside : along };
    }),
  );
  const by = new Map(nodes.map((node) => [node.id, node]));
  const lines = links.flatMap((link): Line[] => {
    const [a, b] = [by.get(link.from), by.get(link.to)];
    if (!a || !b) return [];
    const [x1, y1] = size.across ? [a.x + a.w, a.y + a.h / 2] : [a.x + a.w / 2, a.y + a.h];
    const [x2, y2] = size.across ? [b.x, b.y + b.h / 2] : [b.x + b.w / 2, b.y];
    const [mx, my] = [(x1 + x2) / 2, (y1 + y2) / 2];
    const path = size.across
      ? `M${x1} ${y1}C${mx} ${y1} ${mx} ${y2} ${x2 - 6} ${y2}`
      : `M${x1} ${y1}C${x1} ${my} ${x2} ${my} ${x2} ${y2 - 6}`;
    return [{ ...link, path, word: wordAt(link, links, by, size) }];
  });
  return {
    width: Math.max(w, ...nodes.map((node) => node.x + node.w)),
    height: Math.max(h, ...nodes.map((node) => node.y + node.h)),
    nodes,
    lines,
  };
}

/** Beside the end that a line has for itself, on the side away from its bend; once between lines that meet. */
function wordAt(link: Link, links: Link[], by: Map<string, Node>, size: Size): Line['word'] {
  const out = links.filter((other) => other.from === link.from);
  const into = links.filter((other) => other.to === link.to && other.kind === link.kind);
  const [a, b] = [by.get(link.from), by.get(link.to)];
  if (!a || !b) return null;
  const split = out.length > 1;
  if (size.across) {
    const [ya, yb] = [a.y + a.h / 2, b.y + b.h / 2];
    const above = split ? ya > yb : yb >= ya;
    const y = (split ? yb : ya) + (above ? -6 : 15);
    return { x: split ? b.x - 12 : a.x + a.w + 8, y, anchor: split ? 'end' : 'start' };
  }
  const same = split ? out.filter((other) => other.kind === link.kind) : into;
  const y = split ? b.y - 11 : a.y + a.h + 15;
  const middle = (node: Node | undefined) => (node ? node.x + node.w / 2 : 0);
  if (same.length > 1) {
    if (same[0] !== link) return null;
    const ends = same.map((other) => middle(by.get(split ? other.to : other.from)));
    return { x: ends.reduce((sum, x) => sum + x, 0) / ends.length, y, anchor: 'middle' };
  }
  return { x: middle(split ? b : a) + 7, y, anchor: 'start' };
}

/** How a certification stands with the person, where it matters for another one. */
export type State = 'held' | 'road' | 'lapsed' | 'missing' | 'free';

export function stateOf(stage: CertificationStage | null, needed: boolean): State {
  if (stage === 'expired') return 'lapsed';
  if (stage && isPassed(stage)) return 'held';
  if (stage) return 'road';
  return needed ? 'missing' : 'free';
}

/** What is needed first for a certification of the person's that is not passed yet, or for the one at hand. */
export function neededIds(rows: CatalogueRow[], at: string | null): Set<string> {
  const open = rows.filter((row) => row.known.id === at || (row.stage && !isPassed(row.stage)));
  return new Set(open.flatMap((row) => row.needs));
}
