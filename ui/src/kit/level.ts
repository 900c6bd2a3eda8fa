export interface LevelProps {
  proven: number;
  claimed: number;
  required?: number | null;
  stale?: number | null;
}

export type Cell = 'proven' | 'stale' | 'claimed' | 'empty';

/** The five cells of the mark. What is proven comes first, then what would be if it were fresh, then what is only claimed. */
export function cells({ proven, claimed, stale }: LevelProps): Cell[] {
  return [1, 2, 3, 4, 5].map((n) => (n <= proven ? 'proven' : n <= (stale ?? 0) ? 'stale' : n <= claimed ? 'claimed' : 'empty'));
}
