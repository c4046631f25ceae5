"""Writes endings.txt: how likely a false approval and a lack of votes are, from closed sums.

pip install mpmath==1.3.0; python3 generate.py > endings.txt

Each line: honest voters, opposers, accuracy, abstention, quorum fraction, threshold (numerator and
denominator), approved, undecided, of an unwarranted proposal. Up to 60 voters the sums are exact
fractions of the doubles given; beyond, they are added up with fifty digits.
"""

import math
from fractions import Fraction

from mpmath import mp, mpf

mp.dps = 50


def exact(n, p):
    p = Fraction(p)
    return [math.comb(n, k) * p**k * (1 - p) ** (n - k) for k in range(n + 1)]


def rounded(n, p):
    p = mpf(p)
    return [math.comb(n, k) * p**k * (1 - p) ** (n - k) for k in range(n + 1)]


def endings(honest, opposers, accuracy, abstention, quorum, up, down):
    isSmall = honest <= 60
    # Who abstains is decided first; the rest is right or wrong.
    silent = exact(honest, abstention) if isSmall else rounded(honest, abstention)
    approved, undecided = [], []
    for quiet, chance in enumerate(silent):
        votes = honest - quiet
        if votes + opposers < quorum:
            undecided.append(chance)
            continue
        rights = exact(votes, accuracy) if isSmall else rounded(votes, accuracy)
        for right, share in enumerate(rights):
            approve = votes - right + opposers
            if approve * down >= up * (votes + opposers):
                approved.append(chance * share)
    return float(sum(approved)), float(sum(undecided))


cases = [
    (honest, opposers, accuracy, abstention, fraction, up, down)
    for honest, opposers in [(7, 0), (7, 2), (20, 4), (40, 3), (60, 10), (300, 30), (1000, 0), (700, 300)]
    for accuracy, abstention in [(0.95, 0.05), (0.99, 0), (0.7, 0.3)]
    for fraction, up, down in [(0.5, 1, 2), (0.75, 2, 3)]
    # More would be right as well, but slow in a test.
    if honest < 700 or abstention == 0
]
for honest, opposers, accuracy, abstention, fraction, up, down in cases:
    quorum = math.ceil((honest + opposers) * fraction)
    approved, undecided = endings(honest, opposers, accuracy, abstention, quorum, up, down)
    print(honest, opposers, accuracy, abstention, fraction, up, down, repr(approved), repr(undecided))
