"""Writes paired.txt: known answers for tests and intervals of paired trials, and for Holm's test.

pip install scipy==1.17.1 statsmodels==0.15.0; python3 paired.py

mcnemar: only in the base, only in the new, p (statsmodels, exact).
bonettPrice: only in the base, only in the new, pairs, confidence, low, high (from the definition).
signFlip: differences, p (scipy.stats.permutation_test of samples, which tries all signs).
ratio: total/units of the base, of the new; p; difference, low, high. The p-value tries all exchanges
of base and new within trials, in exact fractions; the interval is that of the linearised difference.
holm: p-values, adjusted p-values (statsmodels).
"""

import itertools
import random
from fractions import Fraction

import numpy
from scipy import stats
from statsmodels.stats.contingency_tables import mcnemar
from statsmodels.stats.multitest import multipletests

random.seed(20260101)


def bonett_price(b, c, n, confidence):
    up, down = (c + 1) / (n + 2), (b + 1) / (n + 2)
    reach = stats.norm.isf((1 - confidence) / 2) * ((up + down - (up - down) ** 2) / (n + 2)) ** 0.5
    return max(-1, up - down - reach), min(1, up - down + reach)


def sign_flip(differences):
    # All are whole numbers, so that equal sums are equal to the last bit.
    result = stats.permutation_test(
        (numpy.array(differences, dtype=float),), numpy.sum, permutation_type="samples",
        n_resamples=numpy.inf, alternative="two-sided", vectorized=False)
    return min(1, result.pvalue)


def ratio(base, new, confidence=0.95):
    def sums(parts):
        return sum(x for x, _ in parts), sum(n for _, n in parts)

    (x, n), (y, k) = sums(base), sums(new)
    pooled = Fraction(x + y, n + k)

    def excess(pairs):
        return sum(b[0] - a[0] - pooled * (b[1] - a[1]) for a, b in pairs)

    pairs = list(zip(base, new))
    seen = abs(excess(pairs))
    swaps = list(itertools.product((False, True), repeat=len(pairs)))
    as_far = sum(
        abs(excess([(b, a) if swap else (a, b) for (a, b), swap in zip(pairs, choice)])) >= seen
        for choice in swaps)
    difference = Fraction(y, k) - Fraction(x, n)
    parts = [(b[0] - Fraction(y, k) * b[1]) / k - (a[0] - Fraction(x, n) * a[1]) / n
             for a, b in pairs if a[1] or b[1]]
    m = len(parts)
    error = float(Fraction(m, m - 1) * sum(d * d for d in parts)) ** 0.5
    reach = stats.t.isf((1 - confidence) / 2, m - 1) * error
    return Fraction(as_far, len(swaps)), float(difference), float(difference) - reach, float(difference) + reach


def write(out):
    def line(name, *fields):
        print(name, *(f if isinstance(f, str) else float(f).hex() for f in fields), file=out)

    for b, c in [(0, 0), (0, 1), (1, 0), (0, 6), (5, 5), (3, 12), (40, 41), (100, 160), (1000, 1200),
                 (0, 300)] + [(random.randrange(60), random.randrange(60)) for _ in range(20)]:
        line("mcnemar", str(b), str(c), mcnemar([[1, b], [c, 1]], exact=True).pvalue)
        for n in (b + c + 1, 10 * (b + c) + 7):
            for confidence in (0.95, 0.99):
                line("bonettPrice", str(b), str(c), str(n), confidence,
                     *bonett_price(b, c, n, confidence))

    for case in range(60):
        count = random.randrange(2, 13)
        scale = random.choice([1, 3, 50, 10**9])
        shift = random.choice([0, 0, scale // 2, scale])
        differences = [random.randrange(-scale, scale + 1) + shift for _ in range(count)]
        if any(differences):
            line("signFlip", ",".join(map(str, differences)), sign_flip(differences))

    for case in range(40):
        count = random.randrange(3, 9)
        sizes = random.choice([[4], [0, 2, 5], [1, 7, 9, 30]])

        def trials(rate):
            units = [random.choice(sizes) for _ in range(count)]
            return [(sum(random.random() < rate for _ in range(n)), n) for n in units]

        base, new = trials(0.3), trials(random.choice([0.3, 0.7]))
        occupied = sum(1 for a, b in zip(base, new) if a[1] or b[1])
        if occupied > 1 and sum(n for _, n in base) and sum(n for _, n in new):
            text = [",".join(f"{x}/{n}" for x, n in parts) for parts in (base, new)]
            p, difference, low, high = ratio(base, new)
            if low < high:
                line("ratio", *text, p, difference, low, high)

    for case in range(30):
        count = random.randrange(1, 15)
        values = [random.choice([random.random(), random.random() / 100, 0.01, 0, 1])
                  for _ in range(count)]
        adjusted = multipletests(values, method="holm")[1]
        line("holm", ",".join(map(str, values)), ",".join(str(float(v)) for v in adjusted))


with open("paired.txt", "w") as file:
    write(file)
