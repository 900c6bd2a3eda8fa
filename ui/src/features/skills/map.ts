// Where each skill stands on the map: groups are bands; in a band, what comes first stands on the left.

export interface MapSkill {
  id: string;
  group: string;
  needs: string[];
}
export interface Node {
  id: string;
  x: number;
  y: number;
}
export interface Band {
  group: string;
  y: number;
  nodes: Node[];
}
export interface MapLayout {
  width: number;
  height: number;
  /** Width of a node. */
  w: number;
  bands: Band[];
  at: Map<string, Node>;
}

export const NODE = { height: 46, least: 148, gapX: 14, gapY: 8, head: 34, below: 18 };

/** How many steps come before each skill, over the whole pack. A cycle (which the core refuses) ends at its start. */
export function depths(skills: MapSkill[]): Map<string, number> {
  const by = new Map(skills.map((skill) => [skill.id, skill]));
  const found = new Map<string, number>();
  const visit = (id: string, trail: Set<string>): number => {
    const known = found.get(id);
    if (known !== undefined) return known;
    if (trail.has(id)) return 0;
    trail.add(id);
    const needs = by.get(id)?.needs.filter((need) => by.has(need)) ?? [];
    const depth = needs.length ? 1 + Math.max(...needs.map((need) => visit(need, trail))) : 0;
    trail.delete(id);
    found.set(id, depth);
    return depth;
  };
  for (const skill of skills) visit(skill.id, new Set());
  return found;
}

/** Splits a band into columns of one depth each (several for a long one), at most `most`, as low as it can be. */
function columnsOf(skills: MapSkill[], depth: Map<string, number>, most: number): MapSkill[][] {
  const steps = [...new Set(skills.map((skill) => depth.get(skill.id) ?? 0))].sort((a, b) => a - b);
  const groups: MapSkill[][] = [];
  for (const step of steps) {
    const those = skills.filter((skill) => (depth.get(skill.id) ?? 0) === step);
    if (groups.length < most) groups.push(those);
    else groups.at(-1)?.push(...those);
  }
  let rows = 1;
  while (groups.reduce((sum, one) => sum + Math.ceil(one.length / rows), 0) > most) rows++;
  return groups.flatMap((one) => {
    const parts = Math.ceil(one.length / rows);
    const each = Math.ceil(one.length / parts);
    return Array.from({ length: parts }, (_, part) => one.slice(part * each, (part + 1) * each));
  });
}

/** Lays out these groups in this width. `shown` are the skills to draw; `all` decides what comes before what. */
export function layout(groups: string[], shown: MapSkill[], all: MapSkill[], width: number): MapLayout {
  const depth = depths(all);
  const most = Math.max(1, Math.floor((width + NODE.gapX) / (NODE.least + NODE.gapX)));
  const w = Math.max(NODE.least, Math.floor((width - (most - 1) * NODE.gapX) / most));
  const at = new Map<string, Node>();
  const bands: Band[] = [];
  let y = 0;
  for (const group of groups) {
    const skills = shown.filter((skill) => skill.group === group);
    if (skills.length === 0) continue;
    const columns = columnsOf(skills, depth, most);
    const nodes = columns.flatMap((column, i) =>
      column.map((skill, k) => ({
        id: skill.id,
        x: i * (w + NODE.gapX),
        y: y + NODE.head + k * (NODE.height + NODE.gapY),
      })),
    );
    for (const node of nodes) at.set(node.id, node);
    bands.push({ group, y, nodes });
    y += NODE.head + Math.max(...columns.map((column) => column.length)) * (NODE.height + NODE.gapY) - NODE.gapY + NODE.below;
  }
  return { width: Math.max(width, most * (w + NODE.gapX) - NODE.gapX), height: Math.max(0, y), w, bands, at };
}

/** Everything that must be held before a skill, near and far. */
export function before(id: string, all: Map<string, MapSkill>): Set<string> {
  const found = new Set<string>();
  const visit = (one: string) => {
    for (const need of all.get(one)?.needs ?? []) {
      if (found.has(need) || need === id) continue;
      found.add(need);
      visit(need);
    }
  };
  visit(id);
  return found;
}

/** The curve from a prerequisite to what builds on it. */
export function curve(from: Node, to: Node, w: number): string {
  const h = NODE.height;
  if (to.x >= from.x + w) {
    const [x1, y1, x2, y2] = [from.x + w, from.y + h / 2, to.x, to.y + h / 2];
    const bend = Math.max(NODE.gapX, Math.min(60, (x2 - x1) / 2));
    return `M${x1} ${y1}C${x1 + bend} ${y1} ${x2 - bend} ${y2} ${x2} ${y2}`;
  }
  const down = to.y >= from.y;
  const [x1, y1] = [from.x + w / 2, from.y + (down ? h : 0)];
  const [x2, y2] = [to.x + w / 2, to.y + (down ? 0 : h)];
  const bend = Math.max(12, Math.abs(y2 - y1) / 2) * (down ? 1 : -1);
  return `M${x1} ${y1}C${x1} ${y1 + bend} ${x2} ${y2 - bend} ${x2} ${y2}`;
}

/** The node that an arrow key leads to from another: the nearest one on that side, straight ahead before askew. */
export function neighbour(map: MapLayout, id: string, key: string): string | null {
  const here = map.at.get(id);
  const step = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] }[key];
  if (!here || !step) return null;
  const [sx, sy] = step as [number, number];
  let best: { id: string; cost: number } | null = null;
  for (const node of map.at.values()) {
    const dx = node.x - here.x;
    const dy = node.y - here.y;
    const ahead = dx * sx + dy * sy;
    const aside = Math.abs(dx * sy) + Math.abs(dy * sx);
    if (ahead <= 0 || (sx !== 0 && aside > NODE.height * 1.5)) continue;
    const cost = ahead + aside * 1.5;
    if (!best || cost < best.cost) best = { id: node.id, cost };
  }
  return best?.id ?? null;
}
