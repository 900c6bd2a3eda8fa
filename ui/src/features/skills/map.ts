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

export const NODE = { height: 46, least: 176, gapX: 16, gapY: 10, head: 34, below: 18 };

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

type Point = [number, number];

/** A line through points with its corners rounded. */
function rounded(points: Point[], radius = 6): string {
  const path = points.filter((point, i) => i === 0 || point[0] !== points[i - 1]?.[0] || point[1] !== points[i - 1]?.[1]);
  return path
    .map(([x, y], i) => {
      const [before, after] = [path[i - 1], path[i + 1]];
      if (!before) return `M${x} ${y}`;
      if (!after) return `L${x} ${y}`;
      const toward = ([px, py]: Point): Point => {
        const length = Math.hypot(px - x, py - y);
        const r = Math.min(radius, length / 2);
        return [x + ((px - x) / length) * r, y + ((py - y) / length) * r];
      };
      return `L${toward(before).join(' ')}Q${x} ${y} ${toward(after).join(' ')}`;
    })
    .join('');
}

/** The line from a prerequisite to what builds on it: through the gaps between the nodes, never behind one. */
export function line(from: Node, to: Node, w: number): string {
  const middle = (node: Node) => node.y + NODE.height / 2;
  const out = from.x + w + NODE.gapX / 2;
  const into = to.x - NODE.gapX / 2;
  const points: Point[] = [
    [from.x + w, middle(from)],
    [out, middle(from)],
  ];
  if (into !== out) {
    const lane = to.y - NODE.gapY / 2;
    points.push([out, lane], [into, lane]);
  }
  points.push([into, middle(to)], [to.x, middle(to)]);
  return rounded(points);
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
