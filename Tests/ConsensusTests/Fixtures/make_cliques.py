"""Writes networkx-cliques.jsonl: random graphs and their maximal cliques of two or more nodes."""

import json
import random

import networkx

random.seed(20261121)
with open("networkx-cliques.jsonl", "w") as file:
    for number in range(300):
        nodes = random.choice([1, 2, 3, 5, 8, 13, 20, 31, 63, 64, 65, 70])
        density = random.choice([0.0, 0.1, 0.3, 0.5, 0.7, 0.9, 1.0]) if nodes < 30 else random.choice(
            [0.05, 0.2, 0.4])
        graph = networkx.gnp_random_graph(nodes, density, seed=number)
        if number % 10 == 0:  # a few cliques that overlap, as blocs do
            for _ in range(3):
                members = random.sample(range(nodes), min(nodes, random.randint(2, 6)))
                graph.add_edges_from((a, b) for a in members for b in members if a < b)
        cliques = [sorted(c) for c in networkx.find_cliques(graph) if len(c) >= 2]
        cliques.sort(key=lambda c: (-len(c), c))
        edges = sorted(tuple(sorted(e)) for e in graph.edges)
        file.write(json.dumps({"nodes": nodes, "edges": edges, "cliques": cliques},
                              separators=(",", ":")) + "\n")
