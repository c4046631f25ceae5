import Consensus
@testable import Detection
import Foundation
import Simulation
func now() -> Double { Double(DispatchTime.now().uptimeNanoseconds) / 1e9 }
let args = CommandLine.arguments
let env = ProcessInfo.processInfo.environment
knobS = Double(env["S"] ?? "30")!; knobC = Double(env["C"] ?? "0")!; knobK = Double(env["K"] ?? "0")!; knobM = Double(env["M"] ?? "30")!; knobT = Double(env["T"] ?? "3")!
knobH = Double(env["H"] ?? "0")!; knobD = Double(env["D"] ?? "-1")!
switch args[1] {
case "speed":
  for (n, P) in [(31, 200), (100, 1000), (200, 1000)] {
    var k = Electorate(voters: n, proposals: P, accuracy: 0.85, blocs: [(n - 1) / 3]); k.camouflage = 0.5
    let s = Specimen(k, seed: 1, number: 1)
    var t = now(); let a = SharedErrors(s.votes).findBlocs(voterCount: n, alpha: 0.01).blocs; print(n, P, "SE", now() - t, a == s.blocs)
    t = now(); let b = Copying(s.votes).findBlocs(voterCount: n, alpha: 0.01).blocs; print(n, P, "CO", now() - t, b == s.blocs)
    t = now(); let c = GroupLikelihood.best(in: s.votes)!; print(n, P, "GL1", now() - t, c.members.sorted() == s.blocs[0])
    t = now(); let d = GroupLikelihood(tau: knobT).findings(in: s.votes).blocs; print(n, P, "GLall", now() - t, d.map(\.members) == s.blocs)
    t = now(); let e = Oracle(accuracies: s.accuracies, warranted: 0.5).recovers(s.blocs[0], rate: 0.5, in: s.votes); print(n, P, "oracle", now() - t, e)
  }
case "grid":
  let reps = Int(args[2])!
  let seed = args.count > 3 ? UInt64(args[3])! : 1
  let sizes = args.count > 4 ? args[4].split(separator: ",").map { Int($0)! } : [7, 31, 100]
  let counts = args.count > 5 ? args[5].split(separator: ",").map { Int($0)! } : [20, 200, 1000]
  var byP: [Int: (Int, Int, Int, Int)] = [:], byN = byP, number = 0, missed = 0, extra = 0, wrongset = 0
  for n in sizes { for P in counts { for p in [0.7, 0.85, 0.97] { for f in [2, (n - 1) / 3] { for c in [0, 0.4, 0.8] { for _ in 0..<reps {
    number += 1
    var k = Electorate(voters: n, proposals: P, accuracy: p, blocs: [f]); k.camouflage = c
    let s = Specimen(k, seed: seed, number: number)
    let oo = Oracle(accuracies: s.accuracies, warranted: 0.5)
    let o1 = oo.recovers(s.blocs[0], rate: 1 - c, in: s.votes)
    let o = o1 && oo.gain(s.blocs[0], rate: 1 - c, in: s.votes) - (lgamma(Double(n + 1)) - lgamma(Double(f + 1)) - lgamma(Double(n - f + 1))) > 3
    let d = GroupLikelihood(tau: knobT).findings(in: s.votes).blocs.map(\.members)
    let ok = d == s.blocs
    if !ok && o { if d.isEmpty { missed += 1 } else if d.contains(s.blocs[0]) { extra += 1 } else { wrongset += 1 } }
    func add(_ m: inout [Int: (Int, Int, Int, Int)], _ key: Int) { var v = m[key] ?? (0, 0, 0, 0); v.0 += 1; v.1 += ok ? 1 : 0; v.2 += o ? 1 : 0; v.3 += o1 ? 1 : 0; m[key] = v }
    add(&byP, P); add(&byN, n); add(&byP, 0)
  } } } } } }
  for (m, t) in [(byP, "P"), (byN, "n")] { for key in m.keys.sorted() { let v = m[key]!; print(t, key, v, Double(v.1) / Double(v.0), "oracle", Double(v.2) / Double(v.0), "ratio", Double(v.1) / Double(v.2), "to the undeciding", Double(v.1) / Double(v.3)) } }
  print("oracle right, we: none", missed, "extra", extra, "wrong", wrongset)
case "null":
  let reps = Int(args[2])!
  let seed = args.count > 3 ? UInt64(args[3])! : 2
  var number = 0
  let sizes = args.count > 4 ? args[4].split(separator: ",").map { Int($0)! } : [7, 31, 100]
  for n in sizes { var all = (0, 0); for P in [20, 200, 1000] where n < 100 || P < 1000 || reps > 100 { var alarms = 0, runs = 0
    for p in [0.7, 0.85, 0.97] { for _ in 0..<reps { number += 1
    let s = Specimen(Electorate(voters: n, proposals: P, accuracy: p), seed: seed, number: number)
    runs += 1; if let f = GroupLikelihood.best(in: s.votes), f.score > knobT { alarms += 1; print("  ", n, P, p, f.score, f.members.count, f.parameters.rate, f.parameters.fidelity) } } }
    print("null n", n, "P", P, alarms, runs, Double(alarms) / Double(runs)); all.0 += alarms; all.1 += runs }
    print("null n", n, all, Double(all.0) / Double(all.1)) }
case "robust":
  let reps = Int(args[2])!
  let seed = args.count > 3 ? UInt64(args[3])! : 3
  var number = 0
  for (name, change) in [("plain", { (_: inout Electorate) in }), ("tossups", { $0.tossUps = 0.2 }), ("bias", { $0.bias = 0.12 }), ("abstain", { $0.abstention = 0.3 }), ("jitter", { $0.jitter = 0.1 }), ("prior.8", { $0.warranted = 0.8 })] as [(String, (inout Electorate) -> Void)] {
    var alarms = 0, runs = 0, hits = 0
    for n in [10, 31] { for P in [50, 300] { for p in [0.75, 0.85, 0.95] { for _ in 0..<reps { number += 1
      var k = Electorate(voters: n, proposals: P, accuracy: p); change(&k)
      let s = Specimen(k, seed: seed, number: number); runs += 1
      if let f = GroupLikelihood.best(in: s.votes), f.score > knobT { alarms += 1 }
      k.blocs = [(n - 1) / 3]; k.camouflage = 0.5
      let s2 = Specimen(k, seed: seed, number: number)
      if GroupLikelihood(tau: knobT).findings(in: s2.votes).blocs.map(\.members) == s2.blocs { hits += 1 }
    } } } }
    print(name, "alarms", alarms, "of", runs, Double(alarms) / Double(runs), "recovered", Double(hits) / Double(runs))
  }
  var hits = 0
  for i in 0..<reps * 4 { var k = Electorate(voters: 31, proposals: 300, accuracy: 0.85, blocs: [10]); k.rotation = 0.5
    let s = Specimen(k, seed: 9, number: i); if GroupLikelihood(tau: knobT).findings(in: s.votes).blocs.map(\.members) == s.blocs { hits += 1 } }
  print("rotating", Double(hits) / Double(reps * 4))
case "gap":
  let reps = Int(args[2])!
  var number = 0
  for n in [7, 31, 100] { for P in [20, 200] { for p in [0.7, 0.85, 0.97] { for f in (n == 7 ? [2] : [2, (n - 1) / 3]) { for c in [0, 0.4, 0.8] {
    var oracle = 0, found = 0, exact = 0, known: [Double] = [], mine: [Double] = []
    func lc(_ k: Int) -> Double { lgamma(Double(n + 1)) - lgamma(Double(k + 1)) - lgamma(Double(n - k + 1)) }
    for _ in 0..<reps { number += 1
    var k = Electorate(voters: n, proposals: P, accuracy: p, blocs: [f]); k.camouflage = c
    let s = Specimen(k, seed: 5, number: number)
    let o = Oracle(accuracies: s.accuracies, warranted: 0.5)
    let r = o.recovers(s.blocs[0], rate: 1 - c, in: s.votes); oracle += r ? 1 : 0
    let b = GroupLikelihood.best(in: s.votes)!
    if b.members.sorted() == s.blocs[0] { exact += 1; if b.score > knobT { found += 1 } ; mine.append(b.score) }
    if r { known.append(o.gain(s.blocs[0], rate: 1 - c, in: s.votes) - lc(f)) } }
    known.sort(); mine.sort()
    print("n", n, "P", P, "p", p, "f", f, "c", c, "oracle", oracle, "exactbest", exact, "flagged", found, "| known gain>2", known.count { $0 > 2 }, ">3", known.count { $0 > 3 }, ">4", known.count { $0 > 4 }, "med", known.isEmpty ? 0 : known[known.count / 2], "mine med", mine.isEmpty ? 0 : mine[mine.count / 2])
  } } } } }
case "rot":
  for p in [0.75, 0.85, 0.95] { for P in [300] {
  var hits = 0; let reps = Int(args[2])!
  for i in 0..<reps { var k = Electorate(voters: 31, proposals: P, accuracy: p, blocs: [10]); k.rotation = 0.5
    let s = Specimen(k, seed: 9, number: i); let f = GroupLikelihood(tau: knobT).findings(in: s.votes).blocs
    if f.map(\.members) == s.blocs { hits += 1 } else { let t = Set(s.blocs[0]); print("  ", p, f.map { b in (b.score, b.members.count, b.members.filter { t.contains($0) }.count) }) } }
  print("rot", p, hits, reps) } }
case "rotdebug":
  for i in 0..<60 { var k = Electorate(voters: 31, proposals: 300, accuracy: 0.75, blocs: [10]); k.rotation = 0.5
    let s = Specimen(k, seed: 9, number: i); let f = GroupLikelihood.best(in: s.votes)!
    if f.members.sorted() == s.blocs[0] { continue }
    let m = GroupModel(s.votes, blocked: BlockedVotes(s.votes))
    let null = m.fitNull(from: m.honestParameters())
    let search = GroupSearch(m, nullLogLikelihood: null.logLikelihood, sizeMax: 15)
    func show(_ n: String, _ c: GroupSearch.Candidate) { print(n, c.members.count, c.score, c.parameters.rate, c.parameters.fidelity, c.parameters.common, m.logPrior(c.parameters), (search.gains(c).map { Int($0 * 10) }))
      print(c.parameters.accuracyIfWarranted.map { Int($0 * 100) }) }
    show("found", f)
    let t = s.blocs[0]
    for r in [6, 12, 25, 60] { show("true from found r\(r)", search.candidate(t, from: f.parameters, rounds: r)) }
    show("true fresh", search.candidate(t, from: null.parameters.withFreshPlan, rounds: 60))
    print(t, f.members.sorted())
    break }
default: break
}
