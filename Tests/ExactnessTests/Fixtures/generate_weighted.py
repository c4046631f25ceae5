"""Writes weighted.txt: how likely voters of different weights approve and reject, from a table of sums.

pip install mpmath==1.3.0; python3 generate_weighted.py > weighted.txt

Each line: groups with commas between them, each count:weight:approve:reject:silent, then the quorum
fraction, what it is a fraction of, threshold (numerator and denominator), approved, rejected. Sums of
weights are whole numbers, and probabilities have fifty digits.
"""

import math
from collections import defaultdict

from mpmath import mp, mpf

mp.dps = 50


def endings(groups, quorum, unit, up, down):
    sums = {(0, 0, 0): mpf(1)}
    for count, weight, *chances in groups:
        for _ in range(count):
            after = defaultdict(lambda: mpf(0))
            for (votes, approving, rejecting), chance in sums.items():
                approve, reject, silent = map(mpf, chances)
                after[votes + 1, approving + weight, rejecting] += chance * approve
                after[votes + 1, approving, rejecting + weight] += chance * reject
                if silent:
                    after[votes, approving, rejecting] += chance * silent
            sums = after
    voters = sum(group[0] for group in groups)
    total = sum(group[0] * group[1] for group in groups)
    approved = rejected = mpf(0)
    for (votes, approving, rejecting), chance in sums.items():
        present = approving + rejecting
        if unit == "voters":
            isQuorate = votes >= max(1, math.ceil(voters * quorum))
        else:
            isQuorate = votes > 0 and present >= total * quorum
        if not isQuorate:
            continue
        if approving * down >= up * present:
            approved += chance
        else:
            rejected += chance
    return float(approved), float(rejected)


electorates = [
    [(1, 5, 0.05, 0.9, 0.05), (6, 1, 0.1, 0.85, 0.05)],
    [(2, 3, 0.01, 0.99, 0), (5, 2, 0.02, 0.98, 0), (3, 1, 1, 0, 0)],
    [(4, 7, 0.001, 0.899, 0.1), (9, 3, 0.05, 0.95, 0), (12, 1, 0.2, 0.5, 0.3)],
    [(3, 10, 1e-05, 0.99999, 0), (10, 4, 1e-06, 0.749999, 0.25), (1, 13, 1, 0, 0)],
    [(20, 2, 0.05, 0.9, 0.05), (20, 1, 0.03, 0.97, 0)],
]
for groups in electorates:
    for quorum, unit in [(0.5, "voters"), (0.75, "voters"), (0.5, "weight"), (0.75, "weight")]:
        for up, down in [(1, 2), (2, 3)]:
            approved, rejected = endings(groups, quorum, unit, up, down)
            text = ",".join(":".join(map(repr, group)) for group in groups)
            print(text, quorum, unit, up, down, repr(approved), repr(rejected))
