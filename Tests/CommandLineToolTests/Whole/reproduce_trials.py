"""Makes trials of quorumlab again, from the text RandomStreams.md alone, and compares the traces:
python3 reproduce_trials.py SCENARIO.json TRIAL TRACE.jsonl [SCENARIO.json TRIAL TRACE.jsonl ...]"""
import heapq, itertools, json, math, sys
from types import SimpleNamespace
import numpy

WORKLOAD, VOTER, GROUP, CONDUCT, NETWORK = 1, 2, 3, 4, 5    # purposes of words
OPEN, VOTE, TALLY = 0, 2, 3                                 # priorities of events
VOTES, DECISIONS = ("approve", "reject"), ("approved", "rejected")
# Keys and (after =) values that are done here, or that change no event.
KNOWN = dict(word.partition("=")[::2] for word in """
    name description seed trials mode=central|replicated|crashed config safeguards electorate
    voters network workload costs detectors expect    quorum_fraction majority_threshold
    supermajority_threshold default_expiry_seconds allow_vote_change max_active_proposals
    quorum=fraction quorum_unit=voters ties=approve|reject rule=ratio audit weight_cap=None
    tally=anytime|decisive|deadline authentication=none|hmac    latency loss duplication partitions
    scheduler=fair    proposals interval actions warranted targets deadline    role count weight=1
    accuracy abstain correlation    rate strategy=oppose|rush    participation camouflage
    from_proposal plan=lockstep|oppose """.split())

def check(scenario):                    # what this script does not know may matter, so refuse it
    sections = [scenario[name] for name in ("config", "safeguards", "network", "workload")]
    for section in [scenario, *sections, *scenario["voters"]]:
        for key, value in section.items():
            if key not in KNOWN or KNOWN[key] and str(value) not in KNOWN[key].split("|"):
                sys.exit(f"{section.get('name', '')} cannot do {key} = {json.dumps(value)}")

def half_up(x):                         # floor(x + 0.5) would not do: the sum may be rounded
    return int(x) + (x - int(x) >= 0.5)
def nanoseconds(seconds): return int(seconds) * 10**9 + half_up((seconds - int(seconds)) * 1e9)
def occurs(probability, word):
    return probability == 1 or word < min(half_up(probability * 2.0**64), 2**64 - 1)
def delay(distribution, word):
    (kind, value), = distribution.items()
    if kind == "constant": return nanoseconds(value)
    if kind != "exponential": sys.exit(f"cannot do the distribution {kind}")
    x = nanoseconds(value["mean"]) * (0 - math.log(1 - (word >> 11) * 2.0**-53))
    return math.floor(x + 0.5) if x < 1e18 else 10**18

class Trial:
    def __init__(self, scenario, number):
        check(scenario)
        self.scenario, self.number, self.central = scenario, number, scenario["mode"] == "central"
        self.voters, groups = [], scenario["voters"]
        total = scenario.get("electorate", 0)
        words = {"rest": 0, "max_faulty": (total - 1) // 3}
        words["rest"] = total - sum(words.get(group["count"], group["count"]) for group in groups)
        for place, group in enumerate(groups):
            count = words.get(group["count"], group["count"])
            self.voters += [SimpleNamespace(
                id=f"{group['name']}-{k + 1}", number=len(self.voters) + k, group_number=place,
                faulty=group["role"] in ("byzantine", "colluding"),
                **{"abstain": 0, "correlation": 0, **group}) for k in range(count)]
        self.proposers = [voter for voter in self.voters if voter.role != "absent"]
        self.owners = [None] if self.central else [v for v in self.voters if v.role == "honest"]
        self.queue, self.serial = [], itertools.count()
        self.opens, self.proposals, self.trace = 0, [], []
        self.put(0, OPEN, self.open)
        while self.queue:
            self.now, _, _, (handle, *arguments) = heapq.heappop(self.queue)
            handle(*arguments)

    def put(self, time, priority, *event):                  # serial: first put in, first out
        heapq.heappush(self.queue, (min(time, 2**63 - 1), priority, next(self.serial), event))

    def words(self, purpose, who, stream):      # numpy counts up first, so one less
        counter = ((who << 64 | self.number << 128 | stream << 192) - 1) % 2**256
        key = self.scenario["seed"] | purpose << 64
        return [int(word) for word in numpy.random.Philox(key=key, counter=counter).random_raw(4)]

    def show(self, event, p, actor, box=None, **more):
        line = {"time": self.now / 1e9, "proposal": p.number, "actor": actor, "event": event}
        more["replica"] = None if box is None or self.central else self.owners[box].id
        if event in ("vote", "tally"):
            line |= {v: list(p.votes[box].values()).count(v) for v in (*VOTES, "abstain")}
        self.trace.append(line | {key: value for key, value in more.items() if value is not None})

    def open(self):
        work, config, place = self.scenario["workload"], self.scenario["config"], self.opens
        self.opens += 1
        if not self.proposers or not self.owners or place >= work["proposals"]: return
        interval, action, truth, target = self.words(WORKLOAD, 0, place)
        if place + 1 < work["proposals"]:
            self.put(self.now + delay(work["interval"], interval), OPEN, self.open)
        names = [n for n in sorted(work["actions"], key=str.encode) if work["actions"][n] > 0]
        sums = list(itertools.accumulate(work["actions"][name] for name in names))
        name = next((name for name, part in zip(names[:-1], sums)
                     if occurs(part / sums[-1], action)), names[-1])
        warranted, boxes = occurs(work["warranted"], truth), range(len(self.owners))
        deadline, life = self.now + nanoseconds(work["deadline"]), config["default_expiry_seconds"]
        expiry = self.now + nanoseconds(life) if 0 < life < 9223372036 else math.inf
        p = SimpleNamespace(
            stream=place, number=None, proposer=self.proposers[place % len(self.proposers)],
            votes=[{} for _ in boxes], state=["open" for _ in boxes], rushing=[],
            right=VOTES[not warranted], wrong=VOTES[warranted], wrong_decision=DECISIONS[warranted],
            critical=name in ("terminate", "escalate"),
            expiry=deadline if self.scenario["safeguards"]["tally"] == "decisive" else expiry)
        mine = [q.state for q in [*self.proposals, p] if q.proposer is p.proposer]
        if any(states.count("open") > config["max_active_proposals"] for states in zip(*mine)):
            return self.show("propose", p, p.proposer.id, refused="proposal_limit")
        self.proposals.append(p)
        p.number = len(self.proposals)
        self.show("propose", p, p.proposer.id, action=name, warranted=warranted,
                  target=f"worker-{(target * work['targets'] >> 64) + 1}")
        for box in boxes:
            self.put(deadline, TALLY, self.tally, p, box, "coordinator")
        for voter in sorted(self.proposers, key=lambda v: not v.faulty):    # among these, by number
            self.act(p, voter)

    def act(self, p, voter):
        abstains, look, thinking, together = self.words(VOTER, voter.number, p.stream)
        camouflaged, coin, group_look, _ = self.words(GROUP, voter.group_number, p.stream)
        conduct = self.words(CONDUCT, voter.number, p.stream)[0]
        look = group_look if occurs(voter.correlation, together) else look
        truth = "warranted" if p.right == "approve" else "unwarranted"
        vote = p.right if occurs(voter.accuracy[truth], look) else p.wrong
        if occurs(voter.abstain, abstains):
            vote = "abstain"
        elif voter.role == "byzantine" and occurs(voter.rate, conduct):
            vote = p.wrong
            p.rushing += [voter] if voter.strategy == "rush" else []
        elif voter.role == "colluding" and occurs(voter.participation, conduct):
            if self.opens >= voter.from_proposal and not occurs(voter.camouflage, camouflaged):
                vote = p.wrong if voter.plan == "oppose" else VOTES[1 - (coin >> 63)]
        for box, owner in enumerate(self.owners):
            for time in self.arrivals(p, voter, owner, thinking):
                self.put(time, VOTE, self.arrive, p, box, voter, vote)

    def arrivals(self, p, sender, owner, thinking):
        network, ends = self.scenario["network"], (sender, owner)
        if sender.latency is None: return [self.now]        # it bypasses the network
        departure = self.now + delay(sender.latency, thinking)
        if sender is owner: return [departure]
        receiver = 0 if owner is None else owner.number + 1
        travel, lost, doubled, copy = self.words(NETWORK, receiver << 32 | sender.number, p.stream)
        later = [departure]
        while later:                                        # until no partition applies any more
            departure, later = max(later), []
            for cut in network["partitions"]:
                inside = [end is not None and end.name in cut["groups"] for end in ends]
                begin, until = nanoseconds(cut["from"]), nanoseconds(cut["to"])
                if sum(inside) == 1 and begin <= departure < until:
                    later.append(math.inf if cut["drop"] else until)
        if departure == math.inf or occurs(network["loss"], lost):
            return []
        words = [travel, copy] if occurs(network["duplication"], doubled) else [travel]
        return [departure + delay(network["latency"], word) for word in words]

    def arrive(self, p, box, voter, vote):
        votes, refused = p.votes[box], None
        if p.state[box] != "open":
            refused = "not_open"
        elif self.now > p.expiry:
            refused = p.state[box] = "expired"
        elif voter.number in votes and not self.scenario["config"]["allow_vote_change"]:
            refused = "already_voted"
        else:
            votes[voter.number] = vote
        self.show("vote", p, voter.id, box, value=vote, refused=refused)
        for rusher in p.rushing if self.central and not refused else []:
            if self.answer(p, box) == p.wrong_decision:
                self.put(self.now, TALLY, self.tally, p, box, rusher.id)

    def tally(self, p, box, caller):
        if p.state[box] == "decided": return
        late = self.now > p.expiry
        decision = "no_quorum" if late else self.answer(p, box)
        if decision != "pending":
            p.state[box] = "expired" if late else "decided"
        right = decision != p.wrong_decision if decision in DECISIONS else None
        self.show("tally", p, caller, box, decision=decision, right=right)
        if decision == "approved":
            self.show("execute", p, "coordinator", box)

    def answer(self, p, box):
        votes = list(p.votes[box].values())
        missing, decision = len(self.voters) - len(votes), self.count(votes, p.critical)
        decisive = self.scenario["safeguards"]["tally"] == "decisive" and self.now < p.expiry
        could_be = [self.count(votes + [v] * missing, p.critical) for v in VOTES if decisive]
        return decision if all(other == decision for other in could_be) else "pending"

    def count(self, votes, critical):           # all weights are 1, so to count is to weigh
        config, approve, reject = self.scenario["config"], *(votes.count(v) for v in VOTES)
        if approve + reject < max(1, math.ceil(len(self.voters) * config["quorum_fraction"])):
            return "no_quorum"
        threshold = config["supermajority_threshold" if critical else "majority_threshold"]
        share, tie = approve / (approve + reject), self.scenario["safeguards"]["ties"]
        return DECISIONS[not (share > threshold or tie == "approve" and share == threshold)]

different = False if sys.argv[3:] and len(sys.argv) % 3 == 1 else sys.exit(__doc__)
for scenario_file, trial, trace_file in zip(*[iter(sys.argv[1:])] * 3):
    scenario, golden = json.load(open(scenario_file)), map(json.loads, open(trace_file))
    golden = [line for line in golden if line["event"] != "blocs"]
    pairs = itertools.zip_longest(Trial(scenario, int(trial)).trace, golden)
    pairs = [[json.dumps(line, sort_keys=True) for line in pair] for pair in pairs]
    first = next((k for k, (made, traced) in enumerate(pairs) if made != traced), None)
    print(f"{scenario['name']}, trial {trial}:", f"{len(pairs)} events, all the same" if first is
          None else "event {} differs\n  made:  {}\n  trace: {}".format(first + 1, *pairs[first]))
    different |= first is not None
sys.exit(different)
