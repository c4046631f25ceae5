import Consensus
import Guarantees
import JSON
import Metrics
import Scenarios
import Tuning

extension TuneReport {
  /// `recommendation.json`: what is recommended, and why; with a sweep, for each cell.
  ///
  /// It names the usual folder, wherever it is, so that its bytes are the same everywhere.
  public var recommendation: JSONValue {
    if file.axesOfTuneCases.isEmpty, let cell = cells.first {
      return .object(
        JSONObject(
          [(key: "scenario", value: .string(file.name))]
            + cell.members(worstAt: worstPath(of: cell, in: usualFolder))))
    }
    return [
      "scenario": .string(file.name), "status": .string(status.rawValue),
      "cells": .array(
        cells.map { cell in
          .object(
            JSONObject(
              [
                (key: "cell", value: JSONValue(cell.tuned.number)),
                (key: "axes", value: cell.tuned.axes.json),
              ] + cell.members(worstAt: worstPath(of: cell, in: usualFolder))))
        }),
    ]
  }
}

extension TuneReport {
  /// The usual folder of the result.
  public var usualFolder: String { "results/\(file.name)-tune" }

  /// The file of the scenario of the worst adversary of a cell.
  func worstPath(of cell: TunedCell, in folder: String) -> String {
    "\(folder)/\(WorstAdversary.fileName(ofCell: cell.tuned.number, in: file))"
  }

  /// The scenarios of the worst adversaries, with the names of their files.
  public var worstScenarios: [(name: String, scenario: JSONValue)] {
    cells.compactMap { cell in
      guard let worst = cell.recommendation.worstAdversary, worst.canBeTraced,
        case .object(var scenario) = worst.scenario.json
      else { return nil }
      scenario["description"] = .string(
        "\(WorstAdversary.descriptionStart)\(file.name) under the recommended configuration: "
          + "\(worst.name).")
      return (
        WorstAdversary.fileName(ofCell: cell.tuned.number, in: file), .object(scenario)
      )
    }
  }
}

extension TunedCell {
  fileprivate func members(worstAt path: String) -> [(key: String, value: JSONValue)] {
    let rules = chosen?.configuration.settings
    return [
      ("status", .string(status.rawValue)),
      ("configuration", chosen.map { JSONValue($0.number) } ?? .null),
      ("config", rules?.config.json ?? .null),
      ("safeguards", rules?.safeguards.json ?? .null),
      ("python", rules.map { .string($0.config.pythonText) } ?? .null),
      (
        "python_lacks",
        .array((rules?.safeguards.strengthened ?? []).map { .string($0) })
      ),
      ("seats", JSONValue(study.plan.seatCount)),
      ("adversaries", .array(study.plan.adversaries.dropLast().map { .string($0.name) })),
      ("configurations", JSONValue(study.configurations.count)),
      ("front", JSONValue(study.configurations.count { $0.front == .yes })),
      ("undecided", JSONValue(study.undecidedCount)), ("trials", JSONValue(study.trials)),
      ("trials_max", JSONValue(study.plan.trialsMax)),
      ("seed", JSONValue(exact: study.plan.scenario.seed)),
      ("reasons", .array(reasons.map { .string($0) })),
      ("path", .array(steps)),
      (
        "worst_adversary",
        recommendation.worstAdversary.map { worst in
          [
            "adversary": .string(worst.name),
            "trace": command(worstAt: path).map { .string($0) } ?? .null,
          ]
        } ?? .null
      ),
      ("stability", stabilityJSON), ("draws", standingJSON),
      ("sensitivity", sensitivity?.json ?? .null),
      (
        "withstands",
        .array(
          recommendation.withstood.map { one in
            [
              "guarantee": .string(one.guarantee.rawValue), "tolerated": JSONValue(one.tolerated),
              "broken_premises": .array(one.broken.map { .string($0) }),
            ]
          })
      ),
      ("worst", chosen.map { values($0) } ?? .null),
      ("worst_of_own_settings", values(own)),
    ]
  }

  private var steps: [JSONValue] {
    recommendation.path.map { step in
      [
        "field": .string(step.field.path), "from": step.before, "to": step.after,
        "worst": .object(
          JSONObject(
            zip(study.plan.metrics, step.worst).map { metric, worst in
              (key: metric.rawValue, value: worst.value.json)
            })),
        "peace": .object(
          JSONObject(
            zip(study.plan.metrics, step.peace).map { metric, value in
              (key: metric.rawValue, value: value.json)
            })),
      ]
    }
  }

  /// The worst of each metric, and the harm in peace.
  private func values(_ configuration: TunedConfiguration) -> JSONValue {
    .object(
      JSONObject(
        zip(study.plan.metrics, configuration.worst).map { metric, worst in
          var members = worst.value.members
          members.append(
            (
              key: "adversary",
              value: worst.adversary.map { .string(study.plan.adversaries[$0].name) } ?? .null
            ))
          return (key: metric.rawValue, value: .object(JSONObject(members)))
        } + [
          (
            key: "peace_\(Metric.expectedHarm.rawValue)",
            value: study.harmInPeace(configuration).json
          )
        ]))
  }
}

extension PairValue {
  fileprivate var members: [(key: String, value: JSONValue)] {
    [
      ("value", value.map { JSONValue($0) } ?? .null),
      ("low", range.map { JSONValue($0.lowerBound) } ?? .null),
      ("high", range.map { JSONValue($0.upperBound) } ?? .null),
      ("status", .string(status.rawValue)),
    ]
  }

  fileprivate var json: JSONValue { .object(JSONObject(members)) }
}

extension ConsensusConfig {
  /// The call that makes it in Python.
  fileprivate var pythonText: String {
    let arguments = Self.fields.map { field in
      switch field.value(in: self) {
      case .bool(let flag): "\(field.key)=\(flag ? "True" : "False")"
      case let value: "\(field.key)=\(value.text())"
      }
    }
    return "ConsensusConfig(\(arguments.joined(separator: ", ")))"
  }
}

extension Safeguards {
  /// The safeguards that are on, which the Python class does not have.
  fileprivate var strengthened: [String] {
    Self.fields.filter { $0.value(in: self) != $0.value(in: .none) }.map {
      "\($0.key)=\($0.value(in: self).plainText)"
    }
  }
}
