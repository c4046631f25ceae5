"""What the best adversary attains who does not see the future, in exact fractions.

Usage: python3 generate_causal.py > causal.txt

What has arrived is seen as numbers of votes of each group. The chance of each next vote follows from
the numbers that arrive in the end, which are binomial, and from drawing the first of them without
replacement; the library adds up backwards instead. Each line is a scenario and its rates.
"""

import itertools
import json
from fractions import Fraction as F
from math import comb, factorial


def decide(approve, reject, needed, threshold):
    if approve + reject < needed:
        return "none"
    return "approved" if F(approve, approve + reject) >= threshold else "rejected"


def looks(group, warranted):
    """What voters of a group see together: its probability, and the chances of their votes."""
    accuracy, c = F(str(group["accuracy"])), F(str(group.get("correlation", 0)))
    abstain = F(str(group.get("abstain", 0)))
    seen = [(F(1), accuracy)]
    if c:
        seen = [(accuracy, c + (1 - c) * accuracy), (1 - accuracy, (1 - c) * accuracy)]
    for probability, right in seen:
        right, wrong = (1 - abstain) * right, (1 - abstain) * (1 - right)
        yield probability, (right, wrong, abstain) if warranted else (wrong, right, abstain)


class Arrivals:
    """Votes as (approvals, rejections, abstentions) of each group."""

    def __init__(self, scenario, warranted):
        self.groups = [g for g in scenario["voters"] if g["role"] == "honest"]
        self.heard = 1 - F(str(scenario["network"]["loss"]))
        self.looks = list(itertools.product(*(list(looks(g, warranted)) for g in self.groups)))
        self.known = {}

    def chances(self, state):
        """The chance of a state, that nothing comes after it, and of each next vote."""
        if state in self.known:
            return self.known[state]
        counts = [g["count"] for g in self.groups]
        come = [sum(part) for part in state]
        ways = F(1)
        for part in state:
            ways *= F(factorial(sum(part)))
            for number in part:
                ways /= factorial(number)
        total = end = F(0)
        following = {}
        finals = itertools.product(*(range(k, n + 1) for k, n in zip(come, counts)))
        finals = [
            (final, self.share(final, come, counts)) for final in finals]
        for combination in self.looks:
            likelihood = ways
            for (probability, chances), part in zip(combination, state):
                likelihood *= probability
                for chance, number in zip(chances, part):
                    likelihood *= chance**number
            if not likelihood:
                continue
            for final, share in finals:
                joint = likelihood * share
                total += joint
                left = sum(final) - sum(come)
                if left == 0:
                    end += joint
                    continue
                for group, (_, chances) in enumerate(combination):
                    for kind in range(3):
                        chance = joint * F(final[group] - come[group], left) * chances[kind]
                        if chance:
                            key = (group, kind)
                            following[key] = following.get(key, F(0)) + chance
        self.known[state] = total, end, following
        return self.known[state]

    def share(self, final, come, counts):
        """The chance that so many arrive in the end, the first of them so many of each group."""
        share = F(1, comb(sum(final), sum(come)))
        for most, number, count in zip(final, come, counts):
            share *= comb(count, most) * self.heard**most * (1 - self.heard) ** (count - most)
            share *= comb(most, number)
        return share


def best(scenario, warranted, wish):
    arrivals = Arrivals(scenario, warranted)
    liars = sum(g["count"] for g in scenario["voters"] if g["role"] == "byzantine")
    voters = sum(g["count"] for g in scenario["voters"])
    config, tally = scenario["config"], scenario["workload"]["tally"]
    needed = max(1, -(-voters * F(str(config["quorum_fraction"])) // 1))
    threshold = F(str(config["majority_threshold"]))
    may_call = scenario["safeguards"]["tally"] == "anytime" and liars > 0
    values = {}

    def reachable(state):
        approve = sum(part[0] for part in state)
        reject = sum(part[1] for part in state)
        if wish == "approved":
            approve += liars
        elif wish == "rejected":
            reject += liars
        return decide(approve, reject, needed, threshold) == wish

    def value(state):
        if state not in values:
            values[state] = attained(state)
        return values[state]

    def attained(state):
        now = F(1) if reachable(state) else F(0)
        come = sum(part[0] + part[1] for part in state)
        total, end, following = arrivals.chances(state)
        if tally == "quorum" and come and come >= needed:
            return now
        wait = end * now
        for (group, kind), chance in following.items():
            parts = [list(part) for part in state]
            parts[group][kind] += 1
            wait += chance * value(tuple(tuple(part) for part in parts))
        wait /= total
        return max(now, wait) if may_call else wait

    return value(tuple((0, 0, 0) for _ in arrivals.groups))


def honest(count, accuracy, **more):
    return {
        "role": "honest", "count": count, "accuracy": accuracy,
        "latency": {"uniform": {"from": 0.1, "to": 2}}, **more}


def scenario(groups, liars, quorum, threshold, tally="deadline", loss=0, calls="anytime"):
    voters = [{"name": f"h{number}", **group} for number, group in enumerate(groups)]
    if liars:
        voters.append(
            {"name": "liar", "role": "byzantine", "count": liars, "strategy": "oppose"})
    return {
        "name": "known", "voters": voters, "network": {"loss": loss},
        "config": {"quorum_fraction": quorum, "majority_threshold": threshold},
        "safeguards": {"tally": calls}, "workload": {"tally": tally}}


CASES = [
    scenario([honest(3, 0.75)], 1, 0.5, 0.5),
    scenario([honest(5, 0.95)], 2, 0.5, 0.5),
    scenario([honest(6, 0.9)], 2, 0.75, 0.6),
    scenario([honest(9, 0.95)], 4, 0.7, 0.5, loss=0.1),
    scenario([honest(9, 0.9)], 4, 0.6, 0.6, tally="quorum"),
    scenario([honest(12, 0.99)], 1, 0.9, 0.6),
    scenario([honest(20, 0.99)], 3, 0.8, 0.5),
    scenario([honest(24, 0.98)], 6, 0.7, 0.65),
    scenario([honest(6, 0.8, correlation=0.3)], 2, 0.6, 0.5),
    scenario([honest(6, 0.9, abstain=0.2)], 2, 0.5, 0.5, loss=0.05),
    scenario([honest(4, 0.95), honest(3, 0.7)], 2, 0.6, 0.5),
    scenario([honest(4, 0.9, abstain=0.1), honest(2, 0.6)], 2, 0.5, 0.6, loss=0.2),
    scenario([honest(5, 0.99, correlation=0.1), honest(5, 0.8)], 3, 0.75, 0.6, tally="quorum"),
    scenario([honest(7, 0.9)], 3, 0.6, 0.5, calls="decisive"),
]

for case in CASES:
    rates = {
        "false_approval_rate": best(case, False, "approved"),
        "false_rejection_rate": best(case, True, "rejected"),
        "quorum_failure_rate": (best(case, True, "none") + best(case, False, "none")) / 2,
    }
    print(json.dumps({"scenario": case, "rates": {k: float(v) for k, v in rates.items()}}))
