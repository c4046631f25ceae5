#!/usr/bin/env bash
# Computes again what is kept here of the bundled scenarios: results/bundled/NAME, a folder each,
# and results/digests.txt, the digests of much smaller runs that a test repeats. What stands directly
# in results belongs to whoever runs `quorumlab run`, so nothing of ours is in its way there.
#
# Nothing depends on the machine. Where the code and the scenarios have not changed, neither do
# these files; where they have, `git diff` shows what that does to the numbers.
set -euo pipefail
cd "$(dirname "$0")/.."

swift build -c release
quorumlab=.build/release/quorumlab

# A scenario that is gone leaves no result behind; the studies beside them stay.
for name in $(sed 's|.* \(.*\)/.*|\1|' results/digests.txt | sort -u); do
  [ -e "scenarios/$name.json" ] || rm -rf "results/bundled/$name"
done

"$quorumlab" schema --columns > results/bundled/columns.csv
"$quorumlab" run scenarios/*.json --force --quiet --out results/bundled

reduced=$(mktemp -d)
trap 'rm -r "$reduced"' EXIT

# Of the best settings the large tables are left out; their digests are in the manifest.
for scenario in scenarios/tune-*.json; do
  name=$(basename "$scenario" .json)
  "$quorumlab" tune "$scenario" --quiet --out "$reduced/$name-tune"
  mkdir -p "results/bundled/$name-tune"
  for file in manifest.json recommendation.json worst-adversary.json; do
    cp "$reduced/$name-tune/$file" "results/bundled/$name-tune/$file"
  done
  rm -r "$reduced/$name-tune"
done

for scenario in scenarios/*.json; do
  # Detectors are slow without optimisation, and the test runs without it.
  trials=20
  if grep -q '"detectors"' "$scenario"; then trials=1; fi
  "$quorumlab" run "$scenario" --trials "$trials" --quiet --out "$reduced/$(basename "$scenario" .json)"
done
# The Perl script is on macOS and wherever git is; sha256sum is not.
(cd "$reduced" && shasum -a 256 */*.csv) > results/digests.txt
