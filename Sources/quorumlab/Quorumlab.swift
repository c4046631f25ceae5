import CommandLineTool

@main
enum Quorumlab {
  static func main() async {
    await Program.quorumlab.main()
  }
}
