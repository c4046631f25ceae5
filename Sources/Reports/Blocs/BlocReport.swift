import Consensus
import Detection
import Votes

/// What is told of the blocs in one file, for people and for programs.
public struct BlocReport: Sendable {
  let file: String
  let table: VoteTable
  let analysis: BlocAnalysis

  /// The report on the blocs found in a file's votes.
  public init(_ analysis: BlocAnalysis, of table: VoteTable, file: String) {
    self.file = file
    self.table = table
    self.analysis = analysis
  }

  /// Why no bloc is listed though there may be some.
  var notice: String? {
    analysis.limit.map { limit in
      "the voters form more than \(limit.cliquesMax) overlapping blocs, or the search takes more "
        + "than \(limit.stepsMax) steps; use a higher threshold"
    }
  }

  func names(_ bloc: Bloc) -> [String] { bloc.members.map { table.voters[$0] } }
}
