"""Computes the known answers in this folder with numpy and mpmath.

    pip install numpy==2.4.6 mpmath==1.3.0
    python generate.py

The first three lines of philox.txt are the vectors that Random123 publishes as kat_vectors
(philox4x64, 10 rounds); numpy is asserted to agree with them.
"""

import pathlib
import random

import mpmath
import numpy

mpmath.mp.dps = 60
folder = pathlib.Path(__file__).parent
generator = random.Random(20111)
WORD = 2**64


def philox(counter, key, count):
    """Words from `counter` on. numpy counts up before it computes a block, hence the minus one."""
    number = (sum(word << (64 * place) for place, word in enumerate(counter)) - 1) % 2**256
    before = [number >> (64 * place) & (WORD - 1) for place in range(4)]
    bits = numpy.random.Philox(
        key=numpy.array(key, dtype=numpy.uint64), counter=numpy.array(before, dtype=numpy.uint64))
    return [int(word) for word in bits.random_raw(count)]


def some_word():
    """A word of any size, small ones as likely as large ones."""
    return generator.getrandbits(generator.randint(1, 64))


def write(name, header, rows):
    source = f"# generate.py, numpy {numpy.__version__}, mpmath {mpmath.__version__}: {header}\n"
    lines = [" ".join(map(str, row)) + "\n" for row in rows]
    (folder / name).write_text(source + "".join(lines))


def hexadecimal(words):
    return [f"{word:016x}" for word in words]


def philox_rows():
    full = WORD - 1
    pi = [
        0x243F6A8885A308D3, 0x13198A2E03707344, 0xA4093822299F31D0,
        0x082EFA98EC4E6C89, 0x452821E638D01377, 0xBE5466CF34E90C6C]
    published = [
        ([0] * 4, [0] * 2, "16554d9eca36314c db20fe9d672d0fdc d7e772cee186176b 7e68b68aec7ba23b"),
        ([full] * 4, [full] * 2,
         "87b092c3013fe90b 438c3c67be8d0224 9cc7d7c69cd777b6 a09caebf594f0ba0"),
        (pi[:4], pi[4:], "a528f45403e61d95 38c72dbd566e9788 a5a1610e72fd18b5 57bd43b5e52b7fe6"),
    ]
    for counter, key, words in published:
        assert hexadecimal(philox(counter, key, 4)) == words.split()
        yield hexadecimal(counter + key) + words.split()
    for _ in range(300):
        counter = [some_word() for _ in range(4)]
        key = [some_word() for _ in range(2)]
        yield hexadecimal(counter + key + philox(counter, key, 4))


def stream_rows():
    for _ in range(100):
        seed, purpose = some_word(), some_word()
        name = [generator.getrandbits(generator.randint(1, 63)) for _ in range(3)]
        block = generator.choice([0, 0, 1, 1000])
        words = philox([block] + name, [seed, purpose], 11)
        yield [seed, purpose] + name + [block] + hexadecimal(words)


def integer_rows():
    """Lemire's method in unbounded integers: a word w gives w * bound // 2^64, unless the rest is
    one of the 2^64 mod bound smallest."""
    bounds = [1, 2, 3, 6, 7, 10, 2**32, 10**18, 2**63, 2**63 + 1, 3 * 2**62, 2**64 - 1]
    for seed, bound in enumerate(bounds):
        words = iter(philox([0] * 4, [seed, 9], 200))
        results = []
        while len(results) < 12:
            high, low = divmod(next(words) * bound, WORD)
            if low >= WORD % bound:
                results.append(high)
        yield [seed, bound] + results


def telling_words():
    """Words at both ends, on either side of the seams of the normal quantile, and anywhere."""
    tails = [0.5 - 0.425, 0.5 + 0.425, float(mpmath.exp(-25)), 1 - float(mpmath.exp(-25))]
    seams = [int(tail * WORD) + step * 2**12 for tail in tails for step in (-1, 0, 1)]
    ends = [0, 1, 2**11 - 1, 2**11, 2**12, 2**63 - 1, 2**63, WORD - 2**12, WORD - 1]
    return ends + seams + [generator.getrandbits(64) for _ in range(80)]


def exponential(word):
    return -mpmath.log(1 - mpmath.mpf(word >> 11) / 2**53)


def normal(word):
    return mpmath.sqrt(2) * mpmath.erfinv(2 * (mpmath.mpf(word >> 12) + 0.5) / 2**52 - 1)


def variate_rows():
    for word in telling_words():
        numbers = [float(exponential(word)), float(normal(word))]
        yield hexadecimal([word]) + [number.hex() for number in numbers]


def nearest(nanoseconds):
    return min(int(mpmath.floor(nanoseconds + mpmath.mpf(1) / 2)), 10**18)


def delay_rows():
    for word in telling_words():
        least = generator.randrange(10**9)
        greatest = least + generator.choice([0, 1, 999, 10**9, 10**18 - 10**9])
        yield ["uniform", least, greatest, f"{word:016x}",
               least + word * (greatest - least + 1) // WORD]
        mean = generator.choice([0, 1, 1000, 500_000_000, 10**18])
        yield ["exponential", mean, 0, f"{word:016x}", nearest(mean * exponential(word))]
        median, sigma = generator.choice([0, 1, 1000, 500_000_000]), generator.choice([0, 0.5, 3])
        yield ["lognormal", median, sigma, f"{word:016x}",
               nearest(median * mpmath.exp(sigma * normal(word)))]


def choice_rows():
    """Exact rational arithmetic on the weights; no word lies near enough to an end to tell how
    that was rounded."""
    for weights in ([1], [1, 1], [0.7, 0.3], [0, 1, 0], [3, 0, 1, 2, 0], [1e-9, 1, 1e9]):
        for word in telling_words()[-40:]:
            total, below = sum(map(mpmath.mpf, weights)), 0
            for index, weight in enumerate(weights):
                below += mpmath.mpf(weight)
                if word * total < below * WORD:
                    yield [",".join(map(str, weights)), f"{word:016x}", index]
                    break


write("philox.txt", "counter (4), key (2), block (4)", philox_rows())
write("streams.txt", "seed, purpose, voter, trial, proposal, block, words (11)", stream_rows())
write("integers.txt", "seed, bound, results (12), from purpose 9", integer_rows())
write("variates.txt", "word, exponential, normal", variate_rows())
write("delays.txt", "distribution, its two parameters, word, nanoseconds", delay_rows())
write("choices.txt", "weights, word, index", choice_rows())
