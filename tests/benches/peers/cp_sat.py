"""Weighted lateness by OR-Tools CP-SAT, for `cargo xtask bench plan --peers`.

One person, no first days: pausing an item never helps, so a plan is an order of the items on the axis of available
minutes. Each item is an interval of its minutes; intervals do not overlap; what an item waits for ends before it begins;
lateness is max(0, end - available minutes to the end of the due day); the sum of weight times lateness is minimised.
The search is given the order by earliest due date as a hint.
"""

import heapq
import json
import sys

from ortools.sat.python import cp_model


def by_due(items):
    """Ends of the items in the order of the earliest due date, predecessors due with what waits for them."""
    never = float("inf")
    due = [never if item["due"] is None else item["due"] for item in items]
    waits = [len(item["after"]) for item in items]
    after = [[] for _ in items]
    for i, item in enumerate(items):
        for j in item["after"]:
            after[j].append(i)
    for i in reversed(range(len(items))):  # predecessors stand before their successors
        due[i] = min([due[i]] + [due[j] for j in after[i]])
    ready = [(due[i], i) for i in range(len(items)) if waits[i] == 0]
    heapq.heapify(ready)
    ends, time = [0] * len(items), 0
    while ready:
        _, i = heapq.heappop(ready)
        time += items[i]["minutes"]
        ends[i] = time
        for j in after[i]:
            waits[j] -= 1
            if waits[j] == 0:
                heapq.heappush(ready, (due[j], j))
    return ends


def solve(items, seconds, workers):
    model = cp_model.CpModel()
    total = sum(item["minutes"] for item in items)
    hints = by_due(items)
    ends, intervals, terms = [], [], []
    for i, item in enumerate(items):
        minutes = item["minutes"]
        start = model.new_int_var(0, total - minutes, f"s{i}")
        intervals.append(model.new_fixed_size_interval_var(start, minutes, f"i{i}"))
        model.add_hint(start, hints[i] - minutes)
        ends.append(start + minutes)
    model.add_no_overlap(intervals)
    for i, item in enumerate(items):
        for j in item["after"]:
            model.add(ends[j] <= ends[i] - item["minutes"])
        if item["due"] is not None:
            late = model.new_int_var(0, max(0, total - item["due"]), f"l{i}")
            model.add(late >= ends[i] - item["due"])
            model.add_hint(late, max(0, hints[i] - item["due"]))
            terms.append(item["weight"] * late)
    model.minimize(sum(terms))
    solver = cp_model.CpSolver()
    solver.parameters.max_time_in_seconds = seconds
    solver.parameters.num_workers = workers
    status = solver.solve(model)
    found = status in (cp_model.OPTIMAL, cp_model.FEASIBLE)
    return {
        "status": solver.status_name(status),
        "late": round(solver.objective_value) if found else None,
        "bound": solver.best_objective_bound,
        "seconds": solver.wall_time,
    }


def main():
    with open(sys.argv[1], encoding="utf-8") as file:
        wanted = json.load(file)
    answers = []
    for at, instance in enumerate(wanted["instances"]):
        print(f"\r  CP-SAT {at + 1} of {len(wanted['instances'])} ", end="", file=sys.stderr, flush=True)
        answers.append(solve(instance["items"], wanted["seconds"], wanted["workers"]))
    print("\r" + " " * 30 + "\r", end="", file=sys.stderr)
    json.dump(answers, sys.stdout)


if __name__ == "__main__":
    main()
