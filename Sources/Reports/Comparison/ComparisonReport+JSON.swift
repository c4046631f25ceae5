import Experiments
import JSON
import Metrics
import Scenarios
import Statistics

extension ComparisonReport {
  /// The report for other programs: the changes, what could not be compared, and the number of
  /// tests.
  public var json: JSONValue {
    [
      "base": Self.json(of: base), "new": Self.json(of: new),
      "confidence": JSONValue(comparison.confidence),
      "comparisons": JSONValue(comparison.testCount),
      "cells": JSONValue(comparison.cells.pairs.count),
      "changes": .array(comparison.changes.map(json(of:))),
      "defined_in_one": .array(
        comparison.gaps.map { gap in
          .object(
            JSONObject(
              place(of: gap.cell, gap.metric) + [("in", .string(gap.isInBase ? "base" : "new"))]))
        }),
      "only_in_base": .array(comparison.cells.onlyBase.map { Self.cell($0, of: base) }),
      "only_in_new": .array(comparison.cells.onlyNew.map { Self.cell($0, of: new) }),
    ]
  }

  private func json(of change: Comparison.Change) -> JSONValue {
    .object(
      JSONObject(
        place(of: change.cell, change.metric) + [
          ("trials", JSONValue(change.trials)), ("base", JSONValue(change.base)),
          ("new", JSONValue(change.new)), ("difference", Self.json(of: change.difference)),
          ("p_value", JSONValue(change.pValue)),
          ("verdict", Self.verdict(on: change).map { .string($0) } ?? .null),
        ]))
  }

  private func place(
    of cell: (base: Int, new: Int), _ metric: Metric
  ) -> [(key: String, value: JSONValue)] {
    [
      ("cell", JSONValue(cell.base + 1)), ("cell_in_new", JSONValue(cell.new + 1)),
      ("axes", base.file.cells[cell.base].axes.json),
      ("metric", .string(metric.rawValue)),
    ]
  }

  private static func json(of side: Side) -> JSONValue {
    let cell = side.file.cells[0].scenario
    return [
      "source": .string(side.source), "scenario": .string(side.file.name),
      "set": .array(side.changes.map { .string($0) }),
      "seed": JSONValue(exact: cell.seed), "trials": JSONValue(cell.trials),
    ]
  }

  private static func json(of estimate: Estimate) -> JSONValue {
    func limit(_ number: Double) -> JSONValue { number.isFinite ? JSONValue(number) : .null }
    return [
      "value": JSONValue(estimate.value), "low": limit(estimate.low), "high": limit(estimate.high),
    ]
  }

  private static func cell(_ cell: Int, of side: Side) -> JSONValue {
    ["cell": JSONValue(cell + 1), "axes": side.file.cells[cell].axes.json]
  }
}
