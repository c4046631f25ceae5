#!/usr/bin/env python3
"""Known answers for the bound: every attack on voters of equal weight, tried one by one.

Shares nothing with quorumlab: counts and doubles alone, whose arithmetic is the same everywhere.

    python3 generate.py > bound.txt          # Python 3.11.7, standard library only
"""

import itertools
import math
import random

WORDS = {
    "quorum": ["fraction", "bft"],
    "ties": ["approve", "reject"],
    "rule": ["ratio", "certificate"],
    "tally": ["anytime", "decisive"],
    "timing": ["asynchronous", "synchronous"],
    "actions": ["normal", "critical"],
}


def rules(n, fraction, threshold, quorum, ties, rule, actions):
    """What some approving and rejecting votes decide."""
    f = (n - 1) // 3
    needed = max(1, math.ceil(n * fraction), 2 * f + 1 if quorum == "bft" else 1)
    certificate = (n + f) // 2 + 1

    def decide(approve, reject):
        if approve + reject < needed:
            return "none"
        share = approve / (approve + reject)
        reached = share > threshold if ties == "reject" else share >= threshold
        if rule == "ratio":
            return "approved" if reached else "rejected"
        if approve >= certificate and (actions == "normal" or reached):
            return "approved"
        return "rejected" if reject >= certificate else "none"

    return decide


def faulty_votes(f):
    """What f voters can say who may also say nothing."""
    return [(a, r) for a in range(f + 1) for r in range(f + 1 - a)]


def replica_decisions(decide, x, y, f, owner, waits):
    """What a replica can decide whose owner is one of x who approve or of y who reject."""
    approvers = [x] if waits else range(1 if owner == "x" else 0, x + 1)
    rejecters = [y] if waits else range(1 if owner == "y" else 0, y + 1)
    return {
        decide(i + a, j + r) for i in approvers for j in rejecters for a, r in faulty_votes(f)
    }


def disagree(decide, n, f, waits):
    """Whether two honest replicas can be brought to opposite decisions."""
    for x in range(n - f + 1):
        sizes = {"x": x, "y": n - f - x}
        decisions = {
            owner: replica_decisions(decide, x, n - f - x, f, owner, waits) if size else set()
            for owner, size in sizes.items()
        }
        for one, other in itertools.product("xy", "xy"):
            if one == other and sizes[one] < 2:
                continue
            if "approved" in decisions[one] and "rejected" in decisions[other]:
                return True
    return False


def tolerated(n, is_broken):
    """The most faulty voters without an attack, -1 where it takes none."""
    return next((f - 1 for f in range(n + 1) if is_broken(f)), n)


def answers(n, fraction, threshold, quorum, ties, rule, tally, timing, actions):
    """The most faulty voters that each of the four guarantees tolerates."""
    decide = rules(n, fraction, threshold, quorum, ties, rule, actions)
    # A replica takes no tally that others call, so it hears all honest votes whenever all arrive.
    arrive = timing == "synchronous"
    waits = arrive and tally == "decisive"

    def honest(f):
        return [n - f] if waits else range(n - f + 1)

    def approves(f):
        return any(decide(a, r + h) == "approved" for a, r in faulty_votes(f) for h in honest(f))

    def rejects(f):
        return any(decide(a + h, r) == "rejected" for a, r in faulty_votes(f) for h in honest(f))

    def undecided(f):
        if tally == "anytime" and f > 0:
            return True
        return any(
            "none" in (decide(a + n - f, r), decide(a, r + n - f)) for a, r in faulty_votes(f)
        )

    return [
        tolerated(n, broken)
        for broken in (approves, rejects, undecided, lambda f: disagree(decide, n, f, arrive))
    ]


def main():
    print("# voters quorum_fraction threshold " + " ".join(WORDS))
    print("# no_false_approval no_false_rejection decision agreement, -1 where it fails by itself")
    random.seed(4)
    fractions = [0.5, 2 / 3, 0.7, 1.0, 0.1, 0.75]
    thresholds = [0.5, 2 / 3, 0.7, 1.0, 0.3]
    cases = list(itertools.product(fractions, thresholds, *WORDS.values()))
    for n in range(1, 14):
        for case in random.sample(cases, 40):
            print(n, *case, *answers(n, *case))


main()
