import Text

extension ReferenceChapter {
  /// Every command with its options.
  static func commands(of program: Program) -> ReferenceChapter {
    let all = Section(
      title: "Commands",
      entries: program.specifications.map { Entry(term: $0.name, meaning: $0.summary) }
        + program.options.map(Entry.init))
    let statuses = Section(
      title: "Exit status",
      entries: ExitStatus.allCases.map { Entry(term: String($0.rawValue), meaning: $0.meaning) })
    return ReferenceChapter(
      title: "Command line", abstract: program.summary,
      sections: [all] + program.specifications.map { Section($0, of: program) }
        + [statuses])
  }
}

extension ReferenceChapter.Section {
  /// A command with all that it takes.
  fileprivate init(_ command: CommandSpecification, of program: Program) {
    self.init(
      title: "\(program.name) \(command.name)",
      introduction: [command.summary, command.discussion].filter { !$0.isEmpty }
        .joined(separator: "\n\n"),
      entries: command.operands.map(ReferenceChapter.Entry.init)
        + command.options.map(ReferenceChapter.Entry.init))
  }
}

extension ReferenceChapter.Entry {
  /// An operand with what it may be.
  init(_ operand: OperandSpecification) {
    self.init(
      term: operand.synopsis, meaning: operand.summary,
      notes: [operand.value.note].compactMap(\.self))
  }

  /// An option with what it may be, and what holds without it.
  init(_ option: OptionSpecification) {
    let notes = [
      option.value?.note,
      option.defaultText.map { "default: \($0)" },
      option.isRequired ? "required" : nil,
      option.isRepeatable ? "may be repeated" : nil,
    ]
    self.init(
      term: (option.spellings.dropLast() + [option.synopsis]).joined(separator: ", "),
      meaning: option.summary, notes: notes.compactMap(\.self))
  }
}
