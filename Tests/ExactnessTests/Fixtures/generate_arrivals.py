"""Rates of scenarios in which the order of votes decides, in exact fractions.

Usage: python3 generate_arrivals.py > arrivals.txt

Votes arrive one by one. The next voter is any of those who have not voted yet with equal chance, and
its vote, or its loss, is drawn when it comes; so this goes forward over numbers of voters of each
group, without the backward sums of the library. Each line is a scenario and its rates.
"""

import itertools
import json
from fractions import Fraction as F


def rules(total, scenario):
    config = scenario["config"]
    needed = max(1, -(-total * F(str(config["quorum_fraction"])) // 1))
    threshold = F(str(config["majority_threshold"]))
    strict = scenario["safeguards"]["ties"] == "reject"

    def decide(approve, reject):
        if approve + reject < needed:
            return "none"
        share = F(approve, approve + reject)
        return "approved" if share > threshold or (share == threshold and not strict) else "rejected"

    return decide, needed


def draws(groups, warranted):
    """Every combination of shared looks: its probability, and per group the chances of votes."""
    choices = []
    for group in groups:
        accuracy, c = F(str(group["accuracy"])), F(str(group.get("correlation", 0)))
        abstain = F(str(group.get("abstain", 0)))
        looks = [(F(1), accuracy)]
        if c:
            looks = [
                (accuracy, c + (1 - c) * accuracy), (1 - accuracy, (1 - c) * accuracy)]
        choices.append([(p, (1 - abstain) * right, (1 - abstain) * (1 - right), abstain)
                        for p, right in looks])
    for combination in itertools.product(*choices):
        probability = F(1)
        for look in combination:
            probability *= look[0]
        yield probability, [
            look[1:3] if warranted else (look[2], look[1]) for look in combination
        ], [look[3] for look in combination]


def endings(scenario, warranted):
    honest = [g for g in scenario["voters"] if g["role"] == "honest"]
    liars = sum(g["count"] for g in scenario["voters"] if g["role"] == "byzantine")
    total = sum(g["count"] for g in scenario["voters"])
    rushes = any(g.get("strategy") == "rush" for g in scenario["voters"])
    tally, loss = scenario["workload"]["tally"], F(str(scenario["network"]["loss"]))
    decide, needed = rules(total, scenario)
    wrong = "rejected" if warranted else "approved"
    start = (0, liars) if warranted else (liars, 0)
    result = {"approved": F(0), "rejected": F(0), "none": F(0)}

    def stops(approve, reject, heard):
        decision = decide(approve, reject)
        due = (tally == "quorum" and approve + reject >= needed) or (tally == "all" and heard == total)
        return decision if due or (rushes and decision == wrong) else None

    for probability, votes, abstain in draws(honest, warranted):
        first = stops(*start, liars) if liars else None
        if first:
            result[first] += probability
            continue
        # (voters left of each group, approvals, rejections, heard) and their probabilities
        states = {(tuple(g["count"] for g in honest), *start, liars): probability}
        for _ in range(sum(g["count"] for g in honest)):
            following = {}
            for (left, approve, reject, heard), chance in states.items():
                rest = sum(left)
                for place, number in enumerate(left):
                    if not number:
                        continue
                    after = left[:place] + (number - 1,) + left[place + 1:]
                    came = chance * F(number, rest)
                    ways = [
                        (came * (1 - loss) * votes[place][0], 1, 0, 1),
                        (came * (1 - loss) * votes[place][1], 0, 1, 1),
                        (came * (1 - loss) * abstain[place], 0, 0, 1),
                        (came * loss, 0, 0, 0),
                    ]
                    for share, a, r, h in ways:
                        if not share:
                            continue
                        state = (approve + a, reject + r, heard + h)
                        decision = stops(*state) if h else None
                        if decision:
                            result[decision] += share
                        else:
                            key = (after, *state)
                            following[key] = following.get(key, F(0)) + share
            states = following
        for (_, approve, reject, _), chance in states.items():
            result[decide(approve, reject)] += chance
    assert sum(result.values()) == 1
    return result


def scenario(groups, liars, strategy, tally="deadline", quorum=0.5, threshold=0.5, ties="approve",
             loss=0):
    voters = [{"name": f"h{i}", "role": "honest", "latency": {"uniform": {"from": 0.1, "to": 2}}, **g}
              for i, g in enumerate(groups)]
    if liars:
        voters.append({"name": "liar", "role": "byzantine", "count": liars, "strategy": strategy})
    return {"name": "known", "voters": voters, "network": {"loss": loss},
            "config": {"quorum_fraction": quorum, "majority_threshold": threshold},
            "safeguards": {"ties": ties}, "workload": {"tally": tally}}


def group(count, accuracy=1, **more):
    return {"count": count, "accuracy": accuracy, **more}


CASES = [
    scenario([group(3)], 1, "rush"),
    scenario([group(6, 0.9)], 1, "rush"),
    scenario([group(6, 0.95)], 1, "rush", threshold=0.6, quorum=0.75),
    scenario([group(25, 0.95)], 6, "rush", quorum=0.7),
    scenario([group(28, 0.99)], 3, "rush", quorum=0.75, threshold=0.6),
    scenario([group(30, 0.97)], 1, "rush", quorum=0.9, threshold=0.6),
    scenario([group(7, 0.9)], 0, "", tally="quorum"),
    scenario([group(10, 0.9)], 3, "oppose", tally="quorum", threshold=0.6, ties="reject"),
    scenario([group(30, 0.98)], 0, "", tally="quorum", quorum=0.6),
    scenario([group(4, 0.9), group(4, 0.6)], 2, "rush", quorum=0.6),
    scenario([group(5, 0.99), group(3, 0.7, abstain=0.2)], 2, "rush", tally="all", quorum=0.4),
    scenario([group(6, 0.9, correlation=0.3)], 2, "rush", loss=0.1),
    scenario([group(3, 0.9, correlation=0.5), group(3, 0.8, correlation=0.2)], 1, "rush",
             tally="quorum", loss=0.2, quorum=0.4),
    scenario([group(5, 0.9, abstain=0.1)], 1, "oppose", tally="all", loss=0.05),
]

for case in CASES:
    unwarranted, warranted = endings(case, False), endings(case, True)
    rates = {
        "false_approval_rate": unwarranted["approved"],
        "false_rejection_rate": warranted["rejected"],
        "quorum_failure_rate": (unwarranted["none"] + warranted["none"]) / 2,
        "correct_rate": (unwarranted["rejected"] + warranted["approved"]) / 2,
    }
    print(json.dumps({"scenario": case, "rates": {k: float(v) for k, v in rates.items()}}))
