"""Writes prototypes.txt: vote matrices and the blocs that the Python prototypes of the detectors find in them.

pip install numpy==2.4.6 scipy==1.17.1; PYTHONPATH=<folder of detect.py, glb.py, sim.py> python3 generate_prototypes.py

A case is a line `case NAME`, one line of +, - and 0 a voter, and the answers:
  agreement I J NUMBER / kappa I J NUMBER       of some pairs
  shared_errors BLOC…                           members joined by commas; nothing where there is no bloc
  copying BLOC…
  pair I J NUMBER                               copying's score of some pairs
  group_likelihood BLOC:SCORE:RATE:FIDELITY…    one after the other
"""
import numpy as np
import detect, glb, sim

def text(V): return ["".join({1: "+", -1: "-", 0: "0"}[int(x)] for x in row) for row in V]
def joined(b): return ",".join(str(int(x)) for x in b)

def write(out, name, V):
    n = len(V)
    print("case", name, file=out)
    print("\n".join(text(V)), file=out)
    pairs = [(0, 1), (0, n - 1), (n // 2, n - 1), (1, n // 2)]
    R, K = detect.raw_agreement(V), detect.kappa(V)
    S3, E3, b3, z3 = detect.d3_fisher(V)
    S4, E4, b4, G4 = detect.d4_copy(V)
    for i, j in pairs:
        print("agreement", i, j, repr(float(R[i, j])), file=out)
        print("kappa", i, j, repr(float(K[i, j])), file=out)
        print("pair", i, j, repr(float(S4[i, j])), file=out)
    print("shared_errors", *[joined(b) for b in b3], file=out)
    print("copying", *[joined(b) for b in b4], file=out)
    found = glb.find_all(V)
    print("group_likelihood", *[f"{joined(b['bloc'])}:{b['score']!r}:{b['gamma']!r}:{b['phi']!r}" for b in found], file=out)

def two_rings(seed):
    V, *_ = sim.simulate(seed, 20, 150, .85, 4, .3)
    W, *_ = sim.simulate(seed, 20, 150, .85, 4, .3)
    g = np.random.default_rng(seed + 1000)
    free = [i for i in range(20) if i not in sim.simulate(seed, 20, 150, .85, 4, .3)[2]]
    d, active = np.where(g.random(150) < .5, 1, -1), g.random(150) < .6
    for i in free[:3]: V[i, active] = d[active]
    return V

with open("prototypes.txt", "w") as out:
    seed = 0
    for n in (7, 12, 20, 31):
        for P in (20, 60, 150):
            for f in (0, 2, (n - 1) // 3):
                if n == 7 and f == 2 and P != 60: continue
                for p, c in ((.75, .2), (.92, .5)):
                    seed += 1
                    V = sim.simulate(seed, n, P, p, f, c)[0]
                    write(out, f"n{n}-P{P}-f{f}-p{p}-c{c}", V)
    special = dict(
        anti=dict(plan="anti"), reject=dict(plan="reject"), copy=dict(plan="copy"), abstain=dict(abstain=.3),
        hard=dict(hard=.2), jitter=dict(jitter=.15), rotate=dict(rotate=.5), fidelity=dict(fidelity=.85),
        clones=dict(clone_groups=1, clone_size=4, clone_rho=.5), biased=dict(approve_prior=.8))
    for name, options in special.items():
        for f in (0, 5):
            seed += 1
            V = sim.simulate(seed, 20, 120, .85, f, .3, **options)[0]
            write(out, f"{name}-f{f}", V)
    for s in (1, 2): write(out, f"two-rings-{s}", two_rings(s))
