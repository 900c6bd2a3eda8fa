// How wide a page or a picture is drawn. Widths are CSS pixels; the core draws device pixels.

/** The whole width of the window, the whole page, or a share of `Shape.base`. */
export type Zoom = 'width' | 'page' | number;

export interface Shape {
  /** What 100 % is: a picture's own width; for a page the width of the window, since paper has no pixels. */
  base: number;
  /** Height through width. */
  ratio: number;
  /** Whether it may be drawn larger than its base in order to fit. */
  grows: boolean;
}

export interface Room {
  width: number;
  height: number;
}

const STEPS = [0.1, 0.15, 0.25, 0.35, 0.5, 0.67, 0.8, 1, 1.25, 1.5, 2, 3, 4];
export const LEAST = STEPS[0]!;
export const MOST = STEPS.at(-1)!;

/** The width that something is drawn at. */
export function widthAt(zoom: Zoom, shape: Shape, room: Room): number {
  const most = shape.grows ? Infinity : shape.base;
  const width =
    zoom === 'width'
      ? Math.min(room.width, most)
      : zoom === 'page'
        ? Math.min(room.width, room.height / shape.ratio, most)
        : zoom * shape.base;
  return Math.max(1, Math.floor(width));
}

/** The next step of size from a width, or null at the end of the ladder. */
export function stepFrom(width: number, shape: Shape, up: boolean): number | null {
  const now = width / shape.base;
  return (up ? STEPS.find((step) => step > now * 1.02) : STEPS.findLast((step) => step < now * 0.98)) ?? null;
}

const GRID = 160;

/** How many device pixels to ask the core for: enough for the screen, in steps so that a window that is drawn larger does not ask at each pixel. */
export function pixelsFor(width: number, ratio: number): number {
  const wanted = Math.ceil((width * Math.max(1, ratio)) / GRID) * GRID;
  return Math.min(4000, Math.max(GRID, wanted));
}
