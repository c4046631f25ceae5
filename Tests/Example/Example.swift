import Agents
import CommandLineTool
import Scenarios

/// quorumlab with a strategy and a detector of one's own, which every command knows.
@main
struct Example {
  static func main() async {
    let vocabulary = Vocabulary.standard.adding(
      strategies: [ByzantineStrategy(MostlyReject())], detectors: [.contrarians])
    await Program.quorumlab.knowing(vocabulary).main()
  }
}
