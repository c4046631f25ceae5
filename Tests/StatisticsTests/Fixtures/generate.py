"""Writes beta.txt and intervals.txt: known answers for Statistics.

pip install scipy==1.17.1 python-flint==0.9.0; python3 generate.py [beta] [intervals]   (beta takes ten minutes)

beta.txt: function, a, b, argument, answer, what SciPy answers (hex floats).
The answers come from Arb's ball arithmetic, through python-flint, to more digits than a double has.
SciPy's are beside them; in four lines, with parameters from 1e5 to 1e12, SciPy is off by more than
1e-9 and a `-` stands in place of its answer.

intervals.txt: intervals computed straight from their definitions, in exact fractions, trial by trial.
The quantiles of beta distributions are Arb's again (scipy.stats.beta.isf(0.025, 2, 1e9 - 1) is off by
9e-9), those of Student's are scipy.stats.t.isf.
"""

import math
import random
import sys
from fractions import Fraction

from flint import arb, ctx
from scipy import special, stats

random.seed(20260101)


def arb_tail(a, b, x, upper):
    for ctx.prec in (256, 1024):
        ball = arb(x)
        value = (
            (1 - ball).beta_lower(arb(b), arb(a), regularized=True)
            if upper
            else ball.beta_lower(arb(a), arb(b), regularized=True)
        )
        if value.rel_accuracy_bits() > 80:
            return value
    return None


def arb_quantile(a, b, p, start):
    """Newton's method on the logarithm of the lower tail over log odds, to 25 digits."""
    ctx.prec = 192
    a, b, p = arb(a), arb(b), arb(p)
    log_odds = start
    for _ in range(15):
        small = (-abs(log_odds)).exp()
        x, y = 1 / (1 + small), small / (1 + small)
        if log_odds < 0:
            x, y = y, x
        tail = x.beta_lower(a, b, regularized=True)
        if tail.rel_accuracy_bits() < 100:
            tail = 1 - y.beta_lower(b, a, regularized=True)
        weight = a * x.log() + b * y.log() + (a + b).lgamma() - a.lgamma() - b.lgamma()
        step = (p.log() - tail.log()) * tail / weight.exp()
        if not step.is_finite():
            return None
        log_odds = arb((log_odds + step).mid())
        if abs(float(step.mid())) < 1e-25 * max(1, abs(float(log_odds))):
            return x
    return None


def quantile(a, b, p, upper):
    if upper:
        mirrored = quantile_ball(b, a, p)
        return None if mirrored is None else 1 - mirrored
    return quantile_ball(a, b, p)


def quantile_ball(a, b, p):
    guess, complement = special.betaincinv(a, b, p), special.betainccinv(b, a, p)
    if 0 < guess < 1 and 0 < complement < 1:
        start = arb(guess).log() - arb(complement).log()
    elif guess <= 0:
        log_beta = arb(a).lgamma() + arb(b).lgamma() - arb(a + b).lgamma()
        start = (arb(p).log() + arb(a).log() + log_beta) / arb(a)
    else:
        start = arb(a).log() - arb(b).log()
    return arb_quantile(a, b, p, start)


def write(out, function, a, b, argument, answer, scipy):
    if answer is None:
        return
    answer = float(answer.mid())
    if not (1e-300 < answer <= 1):
        return
    agrees = abs(scipy / answer - 1) <= 1e-9
    fields = [float(v).hex() for v in (a, b, argument, answer)]
    print(function, *fields, float(scipy).hex() if agrees else "-", file=out)


def log_uniform(low, high):
    return math.exp(random.uniform(math.log(low), math.log(high)))


PARAMETERS = [
    (1, 1), (0.5, 0.5), (1, 10), (10, 1), (2, 3), (1e-3, 1), (1, 1e-3), (1e-3, 1e-3), (0.01, 50),
    (0.3, 4.7), (1.5, 1e6), (1, 1e12), (1e12, 1), (10, 1e12 - 9), (1e12 - 9, 11), (3e4, 1e12),
    (5e11, 5e11), (1e11, 9e11), (1e9, 2.5), (19_999, 19_999), (20_001, 20_001), (20_001, 1e9),
    (19_999, 1e9), (0.5, 5e8), (5e8, 0.5), (50, 50), (300, 700), (1e6, 1e6), (1e-6, 2), (2, 1e-6),
]
ORDINARY = [
    (log_uniform(low, high), log_uniform(low, high))
    for low, high in [(0.01, 10), (0.1, 1000), (1, 1e5), (100, 1e7), (1e4, 1e12)]
    for _ in range(14)
]


def write_beta(out):
    for a, b in PARAMETERS + ORDINARY:
        mean = a / (a + b)
        deviation = math.sqrt(mean * (b / (a + b)) / (a + b + 1))
        points = [mean, mean - 2 * deviation, mean + 2 * deviation, mean + 20 * deviation,
                  mean - 15 * deviation, mean * 1e-3]
        for x in points:
            if not 1e-300 < x < 1:
                continue
            if min(special.betainc(a, b, x), special.betaincc(a, b, x)) < 1e-280:
                continue
            for upper in (False, True):
                scipy = (special.betaincc if upper else special.betainc)(a, b, x)
                value = arb_tail(a, b, x, upper)
                write(out, "upperTail" if upper else "lowerTail", a, b, x, value, scipy)
        for p in (0.025, 0.975, 0.5, 1e-12, random.random(), 1 - 2**-50):
            for upper in (False, True):
                scipy = (special.betainccinv if upper else special.betaincinv)(a, b, p)
                value = quantile(a, b, p, upper)
                name = "upperQuantile" if upper else "lowerQuantile"
                write(out, name, a, b, p, value, scipy)
    # The binomial distribution, by its own function in SciPy: P(X ≤ k) of n at p.
    for k, n, p in [(0, 10, 0.1), (3, 10, 0.5), (50, 1000, 0.04), (999, 1000, 0.999), (5, 10**6, 1e-5),
                    (500_100, 10**6, 0.5), (10, 31, 1e-9), (30, 31, 1 - 1e-9)]:
        value = arb_tail(k + 1, n - k, p, True)
        write(out, "upperTail", k + 1, n - k, p, value, special.bdtr(k, n, p))


def clopper_pearson(events, trials, confidence=0.95):
    tail = (1 - confidence) / 2
    others = trials - events
    limits = []
    for count, rest in ((events, others), (others, events)):
        if count == 0:
            limits.append(arb(0))
        elif rest == 0:
            limits.append((arb(tail).log() / arb(count)).exp())
        else:
            limits.append(quantile_ball(count, rest + 1, tail))
    low, high = float(limits[0].mid()), float((1 - limits[1]).mid())
    return low if low > 1e-300 else 0.0, high


def design_effect(clusters):
    m = len(clusters)
    n = sum(c[1] for c in clusters)
    x = sum(c[0] for c in clusters)
    p = Fraction(x, n)
    variance = Fraction(m, m - 1) * sum((c[0] - p * c[1]) ** 2 for c in clusters) / n**2
    return variance / (p * (1 - p) / n)


def korn_graubard(clusters, confidence=0.95):
    n = sum(c[1] for c in clusters)
    x = sum(c[0] for c in clusters)
    if x in (0, n) or len(clusters) == 1:
        size = Fraction(sum(1 for c in clusters if c[1] > 0))
    else:
        size = n / max(design_effect(clusters), Fraction(1))
    events = Fraction(x, n) * size
    return (float(size), float(Fraction(x, n)), *clopper_pearson(float(events), float(size), confidence))


def ratio_of_sums(clusters):
    occupied = [c for c in clusters if c[1] > 0]
    t = len(occupied)
    n = sum(c[1] for c in occupied)
    mean = Fraction(sum(c[0] for c in occupied), n)
    variance = Fraction(t, t - 1) * sum((c[0] - mean * c[1]) ** 2 for c in occupied) / n**2
    reach = math.sqrt(variance) * stats.t.isf(0.025, t - 1)
    return float(mean), float(mean) - reach, float(mean) + reach


def bounded_mean(clusters, bounds, rates):
    """A beta distribution with the moments of the share, after one more unit at either bound."""
    low, high = bounds
    occupied = [c for c in clusters if c[1] > 0]
    t = len(occupied)
    n = sum(c[1] for c in occupied)
    mean = Fraction(sum(c[0] for c in occupied), n)
    variance = Fraction(t, t - 1) * sum((c[0] - mean * c[1]) ** 2 for c in occupied) / n**2
    share = (mean - low) / (high - low)
    own = variance / (high - low) ** 2 / (share * (1 - share) / n)
    unseen = max([own, 1] + [design_effect(r) for r in rates if 0 < sum(x for x, _ in r) < sum(k for _, k in r)]) / n
    stretch = stats.t.isf(0.025, t - 1) / stats.norm.isf(0.025)

    def lower(share):
        centre = float(share / (1 + unseen))
        spread = float(variance / (high - low) ** 2) * stretch**2 + float(unseen**2 * share)
        spread /= float((1 + unseen) ** 2 * (1 + 2 * unseen))
        size = centre * (1 - centre) / spread - 1
        return stats.beta.ppf(0.025, centre * size, (1 - centre) * size) if size > 0 else 0

    width = float(high - low)
    limits = low + width * lower(share), high - width * lower(1 - share)
    return float(mean), min(float(mean), limits[0]), max(float(mean), limits[1])


def percentile_interval(trials, percent):
    """Nearest rank on the raw numbers; a limit is where the rate's interval excludes the share."""
    numbers = sorted(v for trial in trials for v in trial)
    rank = max(1, math.ceil(Fraction(percent * len(numbers), 100)))
    value, share = numbers[rank - 1], percent / 100

    def limits(threshold):
        return korn_graubard([(sum(v <= threshold for v in t), len(t)) for t in trials])[2:]

    below = sorted(set(v for v in numbers if v < value), reverse=True)
    low = value
    for v in below + [-1]:
        if limits(v)[1] < share:
            break
        low = v
    high = math.inf
    for v in sorted(set(v for v in numbers if v >= value)):
        if limits(v)[0] >= share:
            high = v
            break
    return value, max(low, 0), high


def write_intervals(out):
    pairs = [(0, 1), (1, 1), (0, 10), (10, 10), (5, 10), (1, 1000), (999, 1000), (0.5, 1), (0.25, 3.5),
             (1e-3, 50), (49.999, 50), (1, 1e9), (12345.678, 1e6), (1e6, 1e6), (0, 1e12),
             (1e6, 1e10), (2.5e8, 1e9), (0, 0.3)]
    pairs += [(n * random.random(), n) for n in [log_uniform(1, 1e8) for _ in range(60)]]
    pairs += [(random.randrange(n + 1), n) for n in [random.randrange(1, 5000) for _ in range(60)]]
    for events, trials in pairs:
        for confidence in (0.95, 0.99):
            numbers = (events, trials, confidence, *clopper_pearson(events, trials, confidence))
            print("clopperPearson", *(float(v).hex() for v in numbers), file=out)

    for freedom in (1, 2, 3, 5, 10, 30, 99.5, 1000, 1e6, 1e9, 0.5):
        for tail in (0.4, 0.025, 0.005, 1e-8, 0.9):
            value = stats.t.isf(tail, freedom)
            print("student", *(float(v).hex() for v in (freedom, tail, value)), file=out)

    for case in range(60):
        m = random.choice([1, 2, 3, 10, 40])
        size = random.choice([1, 3, 50, 1000])
        clusters = []
        for _ in range(m):
            n = random.randrange(size + 1)
            rate = random.betavariate(*random.choice([(0.3, 0.9), (20, 60), (0.05, 5)]))
            clusters.append((sum(random.random() < rate for _ in range(n)), n))
        if sum(n for _, n in clusters) == 0:
            continue
        text = ",".join(f"{x}/{n}" for x, n in clusters)
        print("rate", text, *(float(v).hex() for v in korn_graubard(clusters)), file=out)
        if sum(1 for _, n in clusters if n > 0) < 2:
            continue
        scale = random.choice([1, 10**9])
        totals = [(random.choice([1, 1, -1]) * x * scale + n, n) for x, n in clusters]
        totals = [(total if n else 0, n) for total, n in totals]
        text = ",".join(f"{total}/{n}" for total, n in totals)
        print("mean", text, *(float(v).hex() for v in ratio_of_sums(totals)), file=out)

    for case in range(24):
        m = random.choice([1, 5, 40, 120])
        trials = []
        for _ in range(m):
            centre = random.uniform(20, 90)
            n = random.choice([0, 1, 5, 20])
            trials.append([min(127, max(0, round(random.gauss(centre, 8)))) for _ in range(n)])
        if not any(trials):
            continue
        percent = random.choice([50, 95, 99, 5])
        text = ",".join("/".join(map(str, t)) if t else "-" for t in trials)
        numbers = percentile_interval(trials, percent)
        print("percentile", percent, text, *(float(v).hex() for v in numbers), file=out)

    for case in range(60):
        m = random.choice([3, 10, 40, 200])
        size = random.choice([1, 4, 50])
        costs = random.choice([(1, 1), (1, 10), (2, 100)])
        rates = [random.choice([0.3, 0.05]), random.choice([0.1, 0.01])]
        clusters, events = [], [[], []]
        for _ in range(m):
            n = random.randrange(size + 1)
            crowd = random.choice([0, 1, 2])
            kinds = [[random.random() < r * crowd for _ in range(n)] for r in rates]
            kinds[1] = [b and not a for a, b in zip(*kinds)]
            clusters.append((sum(c * sum(k) for c, k in zip(costs, kinds)), n))
            for rate, kind in zip(events, kinds):
                rate.append((sum(kind), n))
        values = [x / n for x, n in clusters if n > 0]
        if len(values) < 2 or min(values) == max(values):
            continue
        numbers = bounded_mean(clusters, (0, costs[1]), events)
        text = [",".join(f"{x}/{n}" for x, n in c) for c in (clusters, *events)]
        print("bounded", costs[1], *text, *(float(v).hex() for v in numbers), file=out)


files = sys.argv[1:] or ["beta", "intervals"]
for file, write_file in (("beta", write_beta), ("intervals", write_intervals)):
    random.seed(20260101)
    if file in files:
        with open(file + ".txt", "w") as out:
            write_file(out)
