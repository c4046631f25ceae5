"""Writes scores.txt: known answers for scores, cliques, blocs of pairs and tails.

pip install scikit-learn==1.9.1 networkx==3.6.1 scipy==1.17.1; python3 generate_scores.py

  rand LABELS LABELS INDEX                          sklearn.metrics.adjusted_rand_score
  auc SCORES TRUTHS AREA                            sklearn.metrics.roc_auc_score
  f1 REPORTED TRUE PRECISION RECALL F1              sklearn.metrics.precision_recall_fscore_support, pair by pair
  cliques NODES EDGES CLIQUES                       networkx.find_cliques, two or more nodes
  components NODES EDGES COMPONENTS                 networkx.connected_components, two or more nodes
  tail COUNT DRAWN MARKED POPULATION PROBABILITY    scipy.stats.hypergeom.sf(COUNT - 1, …)
Lists are joined by commas, edges and members by -, `.` stands for an empty list.
"""
import random
import networkx as nx
from scipy.stats import hypergeom
from sklearn.metrics import adjusted_rand_score, precision_recall_fscore_support, roc_auc_score

random.seed(20260102)
def joined(items): return ",".join(str(x) for x in items) or "."
def groups(items): return joined("-".join(str(x) for x in g) for g in items)

with open("scores.txt", "w") as out:
    def line(*words): print(*words, file=out)
    for _ in range(40):
        n = random.randint(2, 40)
        a = [random.randint(0, random.choice([0, 1, 3])) for _ in range(n)]
        b = [x if random.random() < .7 else random.randint(0, 3) for x in a]
        line("rand", joined(a), joined(b), repr(float(adjusted_rand_score(a, b))))
    for _ in range(40):
        n = random.randint(4, 60)
        s = [random.choice([0, 1, 2.5, random.random() * 3]) for _ in range(n)]
        t = [1, 0] + [int(random.random() < .3) for _ in range(n - 2)]
        line("auc", joined(s), joined(t), repr(float(roc_auc_score(t, s))))
    for _ in range(40):
        n = random.randint(4, 14)
        voters = random.sample(range(n), n)
        true = [sorted(voters[:random.choice([0, 2, 3])])]
        true = [g for g in true if g]
        reported = [sorted(random.sample(range(n), random.randint(2, 4))) for _ in range(random.randint(0, 2))]
        if true and random.random() < .5: reported = [true[0]] + reported[:0]
        pairs = [(i, j) for i in range(n) for j in range(i + 1, n)]
        together = lambda bs, p: any(p[0] in b and p[1] in b for b in bs)
        y, z = [together(true, p) for p in pairs], [together(reported, p) for p in pairs]
        p, r, f, _ = precision_recall_fscore_support(y, z, average="binary", zero_division=float("nan"))
        line("f1", n, groups(reported), groups(true), float(p), float(r), float(f))
    for _ in range(30):
        n = random.randint(2, 14)
        g = nx.gnp_random_graph(n, random.choice([.2, .5, .8]), seed=random.randint(0, 10**6))
        edges = groups(g.edges())
        line("cliques", n, edges, groups(sorted(sorted(c) for c in nx.find_cliques(g) if len(c) > 1)))
        line("components", n, edges, groups(sorted(sorted(c) for c in nx.connected_components(g) if len(c) > 1)))
    for _ in range(60):
        N = random.choice([5, 20, 200, 1000])
        K, n = random.randint(0, N), random.randint(0, N)
        k = random.randint(0, min(K, n) + 1)
        if random.random() < .6: k = max(0, min(min(K, n), round(K * n / N) + random.randint(-3, 6)))
        line("tail", k, n, K, N, repr(float(hypergeom.sf(k - 1, N, K, n))))
