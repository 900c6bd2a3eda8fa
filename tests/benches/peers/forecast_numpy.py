"""The same forecast in numpy, beside `forecast-bench`: forecast_numpy.py [items] [runs]

Vectorised over the runs: a pooled sample of 30 ratios and 5 made-up items for each run, 26 week shares and 1, the ends of all items
by the cumulated minutes given, P50, P85 and P95 of each item. Items stand one after the other and end on a week instead of a
day: less work than the Rust program does.
"""

import sys
import time

import numpy as np

SEED, ROUNDS, HORIZON = 20_270_104, 15, 520


def forecast(likely, ratios, shares, week_minutes, runs, rng):
    items, made_up = len(likely), 5
    sample = np.empty((runs, len(ratios) + made_up))
    sample[:, : len(ratios)] = rng.choice(ratios, (runs, len(ratios)))
    pert = 0.5 + 1.5 * rng.beta(1 + 4 / 3, 5 - 4 / 3, (runs, made_up + 1))
    sample[:, len(ratios) :] = pert[:, 1:] * pert[:, :1] / (6.5 / 6)
    drawn = rng.integers(0, sample.shape[1], (runs, items))
    done = np.cumsum(np.take_along_axis(sample, drawn, axis=1) * likely, axis=1)
    of_weeks = np.empty((runs, len(shares) + 1))
    of_weeks[:, :-1] = rng.choice(shares, (runs, len(shares)))
    of_weeks[:, -1] = 1.0
    drawn = rng.integers(0, of_weeks.shape[1], (runs, HORIZON))
    given = np.cumsum(np.take_along_axis(of_weeks, drawn, axis=1) * week_minutes, axis=1)
    ends = np.empty((runs, items), dtype=np.int32)
    for run in range(runs):
        ends[run] = np.searchsorted(given[run], done[run])
    return np.quantile(ends, [0.5, 0.85, 0.95], axis=0, method="inverted_cdf")


def main():
    items = int(sys.argv[1]) if len(sys.argv) > 1 else 200
    runs = int(sys.argv[2]) if len(sys.argv) > 2 else 10_000
    rng = np.random.default_rng(SEED)
    likely = 60.0 * rng.choice([3, 3, 8, 3, 8, 10], items)
    ratios, shares = rng.uniform(0.5, 1.5, 30), rng.uniform(0.48, 1.19, 26)
    times = []
    for _ in range(ROUNDS):
        start = time.perf_counter()
        weeks = forecast(likely, ratios, shares, 420.0, runs, rng)
        times.append(1e3 * (time.perf_counter() - start))
    times.sort()
    print(f"numpy {np.__version__}: {items} items, {runs} runs: median {times[ROUNDS // 2]:.1f} ms, least {times[0]:.1f}; last item in weeks {weeks[:, -1]}")


if __name__ == "__main__":
    main()
