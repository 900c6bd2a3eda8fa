/** The most minutes of a week: seven whole days. */
export const WEEK_MOST = 7 * 1440;

/** The same shape of a week with another sum, by steps of five minutes (of one below five hours); no day gets more than it has. Null where the week has no shape. */
export function reshape(days: readonly (number | null)[], total: number): number[] | null {
  const shares = days.map((day) => day ?? 0);
  if (shares.every((share) => share === 0)) return null;
  const step = total >= 300 ? 5 : 1;
  const made = shares.map(() => 0);
  let left = Math.min(total, 1440 * shares.filter((share) => share > 0).length);
  // What one day cannot hold goes to the others.
  for (let round = 0; round < 8 && left > 0; round++) {
    const open = shares.map((share, i) => (share > 0 && (made[i] ?? 0) < 1440 ? share : 0));
    const sum = open.reduce((a, b) => a + b, 0);
    if (sum === 0) break;
    const now = left;
    open.forEach((share, i) => {
      const more = Math.min(1440 - (made[i] ?? 0), Math.floor((now * share) / sum / step) * step);
      made[i] = (made[i] ?? 0) + more;
      left -= more;
    });
    if (left === now) break;
  }
  // What the steps leave over goes to the longest days, a step each.
  const order = shares.map((_, i) => i).sort((a, b) => (shares[b] ?? 0) - (shares[a] ?? 0));
  for (let guard = 0; left > 0 && guard < 2000; guard++) {
    const i = order[guard % order.length] ?? 0;
    const more = shares[i] ? Math.min(left, step, 1440 - (made[i] ?? 0)) : 0;
    made[i] = (made[i] ?? 0) + more;
    left -= more;
  }
  return made;
}
