"""Writes elementary.txt: values of the functions of Maths, to twice the precision of a double.

pip install mpmath==1.3.0; python3 generate.py > elementary.txt
Each line: function, argument, value rounded to a double, what is left of the value (hex floats).
"""

import random
import struct

from mpmath import erfc, exp, expm1, log, log1p, loggamma, mp, mpf, pi, sqrt, isinf

mp.prec = 300
random.seed(20260101)

MINIMUM, NORMAL, MAXIMUM = 5e-324, 2.2250738585072014e-308, 1.7976931348623157e308


def bits(pattern):
    return struct.unpack("<d", struct.pack("<Q", pattern))[0]


def neighbours(x):
    pattern = struct.unpack("<Q", struct.pack("<d", x))[0]
    return [bits(pattern + step) for step in (-2, -1, 0, 1, 2)]


def any_positive():
    return bits(random.randrange(1, 0x7FF0 << 48))


def log_uniform(low, high):
    return float(exp(random.uniform(float(log(low)), float(log(high)))))


def signed(x):
    return random.choice((-1, 1)) * x


def deficit(x):
    with mp.workprec(1500):
        return +(x - log1p(x))


def excess(x):
    with mp.workprec(1500):
        return +(expm1(x) - x)


def stirling(x):
    with mp.workprec(1500):
        return +(loggamma(x) - ((x - mpf(1) / 2) * log(x) - x + log(2 * pi) / 2))


def normal_cumulative(x):
    return erfc(-x / sqrt(mpf(2))) / 2


def normal_quantile(p):
    if p == mpf(1) / 2:
        return mpf(0)
    tail = min(p, 1 - p)
    with mp.workprec(1400):
        # Newton from a crude start: log Φ is concave, so it converges from the far side.
        z = -sqrt(-2 * log(tail)) if tail < 0.2 else mpf(-1)
        for _ in range(200):
            value = normal_cumulative(z)
            density = exp(-z * z / 2) / sqrt(2 * pi)
            step = value / density * log(value / tail)
            z -= step
            if abs(step) < mpf(2) ** -300:
                break
    return +(z if p < mpf(1) / 2 else -z)


POINTS = {
    "logarithm": (
        log,
        [MINIMUM, 3 * MINIMUM, NORMAL, MAXIMUM, 2.0, 0.5, 10.0]
        + neighbours(1.0) + neighbours(2**0.5) + neighbours(0.5**0.5) + neighbours(NORMAL)
        + [any_positive() for _ in range(250)]
        + [random.uniform(0.5, 2) for _ in range(250)]
        + [1 + signed(log_uniform(1e-15, 0.3)) for _ in range(100)]
        + [random.random() for _ in range(100)],
    ),
    "logarithmOnePlus": (
        log1p,
        [MINIMUM, -MINIMUM, NORMAL, MAXIMUM, 1.0, -0.5, -1 + 2**-53, 2.0**53, 2.0**60, 2.0**61]
        + neighbours(-0.2928) + neighbours(0.4142) + neighbours(2.0**-54)
        + [any_positive() for _ in range(100)]
        + [-random.random() for _ in range(150)]
        + [signed(log_uniform(1e-20, 0.5)) for _ in range(250)]
        + [log_uniform(0.4, 1e18) for _ in range(150)],
    ),
    "logarithmDeficit": (
        deficit,
        [1.0, -0.5, 1e-150, -1e-150, 1e300, -1 + 2**-53]
        + neighbours(-0.2928) + neighbours(0.4142)
        + [-random.random() for _ in range(100)]
        + [signed(log_uniform(1e-20, 0.5)) for _ in range(200)]
        + [log_uniform(0.4, 1e18) for _ in range(100)],
    ),
    "exponential": (
        exp,
        [0.0, 1.0, -1.0, MINIMUM, 709.782712893384, 709.0, -708.0, -708.3964185322641, -745.0,
         -745.1332191019412, 709.5, 1e-17, -1e-17]
        + neighbours(0.34657359027997264) + neighbours(-0.34657359027997264)
        + [random.uniform(-708, 709.78) for _ in range(250)]
        + [random.uniform(-745.13, -708.4) for _ in range(60)]
        + [random.uniform(-1.5, 1.5) for _ in range(300)]
        + [signed(log_uniform(1e-17, 1)) for _ in range(100)],
    ),
    "exponentialMinusOne": (
        expm1,
        [MINIMUM, -MINIMUM, 1.0, -1.0, 709.0, -37.0, 40.0, -40.0, 41.0, -60.0]
        + neighbours(0.34657359027997264) + neighbours(-0.34657359027997264)
        + [random.uniform(-45, 45) for _ in range(250)]
        + [random.uniform(-1.5, 1.5) for _ in range(250)]
        + [signed(log_uniform(1e-20, 1)) for _ in range(150)],
    ),
    "logGamma": (
        loggamma,
        [MINIMUM, NORMAL, 1e-300, 0.5, 1.5, 2.5, 10.0, 100.0, 1e12, 1e305, 3.0]
        + neighbours(1.0) [:2] + neighbours(1.0)[3:] + neighbours(2.0)[:2] + neighbours(2.0)[3:]
        + neighbours(0.5) + neighbours(1.5) + neighbours(2.5) + neighbours(10.0)
        + [random.uniform(0, 12) for _ in range(250)]
        + [1 + signed(log_uniform(1e-15, 0.5)) for _ in range(60)]
        + [2 + signed(log_uniform(1e-15, 0.5)) for _ in range(60)]
        + [log_uniform(1e-20, 1) for _ in range(60)]
        + [log_uniform(8, 1e300) for _ in range(120)],
    ),
    "stirlingCorrection": (
        stirling,
        [1e-300, 0.5, 1.0, 2.5, 10.0, 1e12, 1e15]
        + neighbours(1.0) + neighbours(2.5) + neighbours(10.0)
        + [random.uniform(0, 12) for _ in range(150)]
        + [log_uniform(1e-20, 1) for _ in range(50)]
        + [log_uniform(8, 1e30) for _ in range(80)],
    ),
    "normalCumulative": (
        normal_cumulative,
        [0.0, 1.0, -1.0, -38.4, -37.5, 8.0, -1e-300, 1e-300, -1e-5]
        + [random.uniform(-38.4, 0) for _ in range(150)]
        + [random.uniform(-4, 8) for _ in range(200)]
        + [signed(log_uniform(1e-17, 1)) for _ in range(40)],
    ),
    "normalQuantile": (
        normal_quantile,
        [MINIMUM, NORMAL, 1e-300, 0.025, 0.975, 0.075, 0.925, 1 - 2**-53, 0.95, 0.005]
        + neighbours(0.5)[:2] + neighbours(0.5)[3:]
        + [random.random() for _ in range(250)]
        + [log_uniform(1e-320, 1) for _ in range(100)]
        + [1 - log_uniform(1e-15, 0.5) for _ in range(60)],
    ),
    "exponentialExcess": (
        excess,
        [1.0, -1.0, 1e-150, -1e-150, 700.0, -700.0, -1e300]
        + neighbours(0.34) + neighbours(-0.34)
        + [signed(log_uniform(1e-20, 1)) for _ in range(200)]
        + [random.uniform(-50, 50) for _ in range(60)],
    ),
}

for name, (function, points) in POINTS.items():
    for point in points:
        value = function(mpf(point))
        head = float(value)
        if isinf(mpf(head)):
            continue
        print(name, float(point).hex(), head.hex(), float(value - head).hex())
