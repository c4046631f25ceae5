"""Writes python-json.jsonl: JSON texts, and what Python makes of them.

Each line holds `text`, a JSON text, and `dumps`, the result of
json.dumps(json.loads(text), sort_keys=True).
"""

import json
import random
import struct

random.seed(20261121)
texts = []

# Numbers: edges of the layouts, of the exponents and of the integers.
edges = [0.0, -0.0, 1.0, 0.1, 1e-4, 9.999e-5, 1e-5, 1e-7, 1e15, 9007199254740991.0,
         9007199254740992.0, 9007199254740994.0, 9.1e15, 9.999999999999998e15, 1e16, 1.5e16,
         1e17, 1e21, 1e22, 1e23, 123456789012345678.0, 5e-324, 2.2250738585072014e-308,
         1.7976931348623157e308, 2 / 3, 1 / 3, 1700464973.5849192, 100.0, 1e100, 4.35, 0.3]
texts += [repr(x) for x in edges] + [repr(-x) for x in edges]
for _ in range(1500):
    x = struct.unpack("<d", struct.pack("<Q", random.getrandbits(64)))[0]
    if x == x and abs(x) != float("inf"):
        texts.append(repr(x))
for _ in range(500):
    texts.append(repr(random.uniform(-1, 1) * 10 ** random.randint(-8, 20)))
for _ in range(300):
    texts.append(repr(float(random.randrange(2 ** 53, 10 ** 16))))
texts += ["0", "-0", "1", "-1", "9223372036854775807", "9223372036854775808",
          "-9223372036854775808", "-9223372036854775809", "1" + "0" * 400, "-" + "9" * 50,
          "1E5", "1e5", "1.0E+2", "0e0", "-0e0", "1e-400", "10e-1"]

# Texts: every character below U+0100, edges of the planes, escapes, names that look alike.
texts += [json.dumps(chr(i)) for i in range(0x100)]
texts += [json.dumps(chr(i), ensure_ascii=False) for i in range(0x20, 0x100) if chr(i) not in '"\\']
texts += [json.dumps(chr(i), ensure_ascii=False) for i in
          [0x7ff, 0x800, 0x2028, 0x2029, 0xd7ff, 0xe000, 0xfeff, 0xfffd, 0xffff, 0x10000, 0x1f6d1,
           0x10ffff]]
texts += ['"\\ud83d\\uded1"', '"\\u00e9"', '"e\\u0301"', '"\\/"', '"\\u0041"', '"👩‍👩‍👧‍👦"']

# Objects: keys in the order of their code points, not of their looks.
keys = ["a", "A", "b", "", "é", "e\u0301", "z", "\ue000", "\U0001f6d1", "10", "9", " ", "\n", "\x00"]
for _ in range(200):
    chosen = random.sample(keys, random.randint(0, len(keys)))
    texts.append(json.dumps({k: random.choice([None, True, 1, 1.0, [], {}, "x", [1, [2.5]]])
                             for k in chosen}, ensure_ascii=random.random() < 0.5))
texts += ["[]", "{}", " [ 1 , 2 ] ", '\t{"a" :\r\n1}', "[[[[]]]]", "null", "true", "false"]

with open("python-json.jsonl", "w") as file:
    for text in texts:
        value = json.loads(text)
        file.write(json.dumps({"text": text, "dumps": json.dumps(value, sort_keys=True)}) + "\n")
print(len(texts))
