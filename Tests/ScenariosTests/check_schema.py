#!/usr/bin/env python3
"""Holds the JSON Schema of scenarios against the fixtures of the decoder's tests.

The schema must accept every bundled scenario and all of Fixtures/valid, and refuse all of
Fixtures/invalid. Fixtures/invalid/beyond-schema has what only the decoder can refuse: the schema
must accept those that are JSON without numbers beyond a double, or the fixture is in the wrong
folder.

Usage: pip install jsonschema; python3 check_schema.py [SCHEMA]
SCHEMA is a file with the output of `quorumlab schema`; by default the snapshot of the tests.
"""

import json
import math
import pathlib
import sys

import jsonschema

HERE = pathlib.Path(__file__).resolve().parent


def load(path):
    def refuse(word):
        raise ValueError(word)

    def number(text):
        value = float(text)
        if math.isinf(value):
            raise ValueError(text)
        return value

    return json.loads(path.read_text(), parse_constant=refuse, parse_float=number)


def main():
    schema_path = pathlib.Path(sys.argv[1]) if len(sys.argv) > 1 else HERE / "Snapshots/schema.json"
    schema = json.loads(schema_path.read_text())
    jsonschema.Draft202012Validator.check_schema(schema)
    validator = jsonschema.Draft202012Validator(schema)
    failures = []
    counts = {}

    def check(folder, accepts):
        paths = sorted(folder.glob("*.json"))
        if not paths:
            failures.append(f"{folder}: no files")
        for path in paths:
            try:
                document = load(path)
            except ValueError:
                counts["no JSON"] = counts.get("no JSON", 0) + 1
                continue
            accepted = validator.is_valid(document)
            word = "accepted" if accepted else "refused"
            counts[word] = counts.get(word, 0) + 1
            if accepted != accepts:
                error = jsonschema.exceptions.best_match(validator.iter_errors(document))
                reason = f": {error.json_path}: {error.message[:200]}" if error else ""
                failures.append(f"{path.name} is {word}{reason}")

    check(HERE.parent.parent / "scenarios", True)
    check(HERE / "Fixtures/valid", True)
    check(HERE / "Fixtures/invalid", False)
    check(HERE / "Fixtures/invalid/beyond-schema", True)
    for failure in failures:
        print(failure)
    print(", ".join(f"{count} {word}" for word, count in sorted(counts.items())))
    sys.exit(1 if failures else 0)


if __name__ == "__main__":
    main()
