"""Writes python-rounding.txt: doubles and what Python's round(x, 4) makes of them, as bit patterns."""

import random
import struct

random.seed(20261121)


def bits(x):
    return struct.unpack("<Q", struct.pack("<d", x))[0]


values = [0.0, 0.5, 2 / 3, 1 / 3, 1.00005, 1.00015, 2.00005, 0.00005, 0.00015, 0.00025, 4.35,
          0.1 + 0.2, 1e-9, 5e-324, 1e22, 2.0 ** 39, 2.0 ** 39 - 0.0001, 2.0 ** 38 + 0.00005,
          0.03125, 0.09375, 0.00003051757812, 123456.78905, 99999.99995, 0.99995, 0.999949999]
values += [random.random() for _ in range(500)]
values += [random.randrange(10 ** 9) / 10 ** 5 for _ in range(1000)]
values += [random.randrange(2 ** 20) / 2 ** 15 for _ in range(500)]
values += [random.uniform(0, 10 ** random.randint(0, 14)) for _ in range(500)]
values += [-x for x in values[:50]]
with open("python-rounding.txt", "w") as file:
    for x in values:
        file.write(f"{bits(x):016x} {bits(round(x, 4)):016x}\n")
