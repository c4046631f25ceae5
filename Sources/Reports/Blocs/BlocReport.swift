import Consensus
import Detection
import Votes

/// The report on the blocs in one file, for people and for programs.
public struct BlocReport: Sendable {
  let file: String
  let table: VoteTable
  let analysis: BlocAnalysis

  /// The report on the blocs in the votes of a file.
  public init(_ analysis: BlocAnalysis, of table: VoteTable, file: String) {
    self.file = file
    self.table = table
    self.analysis = analysis
  }

  /// Why no blocs are listed, although there may be some.
  var notice: String? {
    analysis.limit.map { limit in
      "the voters form more than \(limit.cliquesMax) overlapping blocs, or the search takes more "
        + "than \(limit.stepsMax) steps; use a higher threshold"
    }
  }

  func names(_ bloc: Bloc) -> [String] { bloc.members.map { table.voters[$0] } }
}
