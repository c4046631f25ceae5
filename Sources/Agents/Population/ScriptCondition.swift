import Consensus
import Forms
import JSON

/// What must be so for a step of a script to be done.
public struct ScriptCondition: Hashable, Sendable {
  /// Whether the facts call for the action; nil if that makes no difference.
  public var isWarranted: Bool?
  /// The names of the actions that may be proposed; empty if that makes no difference.
  public var actions: [String]
  /// The votes that the ballot box has accepted, of some groups.
  public var votes: [GroupVotes]

  /// By default everything is so.
  public init(isWarranted: Bool? = nil, actions: [String] = [], votes: [GroupVotes] = []) {
    self.isWarranted = isWarranted
    self.actions = actions
    self.votes = votes
  }

  /// How many voters of a group have cast each vote.
  public struct GroupVotes: Hashable, Sendable {
    /// The name of the group.
    public var group: String
    /// The number of approvals; nil if it makes no difference.
    public var approve: CountRange?
    /// The number of rejections; nil if it makes no difference.
    public var reject: CountRange?
    /// The number of abstentions; nil if it makes no difference.
    public var abstain: CountRange?

    /// By default no number makes a difference.
    public init(
      of group: String, approve: CountRange? = nil, reject: CountRange? = nil,
      abstain: CountRange? = nil
    ) {
      self.group = group
      self.approve = approve
      self.reject = reject
      self.abstain = abstain
    }

    /// The range for a vote.
    public subscript(value: VoteValue) -> CountRange? {
      get {
        switch value {
        case .approve: approve
        case .reject: reject
        case .abstain: abstain
        }
      }
      set {
        switch value {
        case .approve: approve = newValue
        case .reject: reject = newValue
        case .abstain: abstain = newValue
        }
      }
    }
  }

  /// The numbers of votes from a least to a greatest.
  public struct CountRange: Hashable, Sendable {
    /// The least number.
    public var from: Int
    /// The greatest number; nil for none.
    public var to: Int?

    /// The numbers in a range; without an end, all from the least.
    public init(from: Int, to: Int? = nil) {
      self.from = from
      self.to = to
    }

    /// Just one number.
    public init(_ number: Int) {
      self.init(from: number, to: number)
    }

    func contains(_ number: Int) -> Bool { number >= from && to.map { number <= $0 } ?? true }
  }
}

extension ScriptCondition {
  static let form = Form.record(
    ScriptCondition(),
    [
      .optional(
        "warranted", \.isWarranted, .flag, "Only on proposals that are warranted, or are not."),
      .optional(
        "actions", \.actionsIfAny, Form<[String]>.list(of: .text, countMin: 1).unique(),
        "Only on proposals of these actions."),
      .optional(
        "votes", \.votesIfAny, votesForm,
        """
        How many voters of a group have cast each vote, by the names of groups and of votes; what is \
        left out makes no difference. Votes count when the single ballot box has accepted them. \
        Without `at` the step is done whenever a vote of one of these groups makes them so.
        """),
    ])

  private var actionsIfAny: [String]? {
    get { actions.isEmpty ? nil : actions }
    set { actions = newValue ?? [] }
  }

  private var votesIfAny: [GroupVotes]? {
    get { votes.isEmpty ? nil : votes }
    set { votes = newValue ?? [] }
  }

  private static let votesForm = Form<[(key: String, value: GroupVotes)]>.dictionary(
    keys: ["type": "string"], of: GroupVotes.form, isKey: { _, _ in true }
  ).mapped(
    { entries in
      entries.map { name, votes in
        var votes = votes
        votes.group = name
        return votes
      }
    }, { $0.map { (key: $0.group, value: $0) } })
}

extension ScriptCondition.GroupVotes {
  static let form = Form.record(
    Self(of: ""),
    [
      .optional("approve", \.approve, .countRange, "The number of approvals."),
      .optional("reject", \.reject, .countRange, "The number of rejections."),
      .optional("abstain", \.abstain, .countRange, "The number of abstentions."),
    ])
}

extension Form<ScriptCondition.CountRange> {
  /// A number of votes, or the least and the greatest.
  fileprivate static var countRange: Form {
    let number = Form<Int>.integer(in: 0...ScenarioLimits.votersMax)
    let range = Form.record(
      ScriptCondition.CountRange(from: 0),
      [
        .init("from", \.from, number, "The least number."),
        .optional("to", \.to, number, "The greatest number."),
      ]
    ).checked { cursor, range in
      if let most = range.to, most < range.from {
        cursor.report("'from' is greater than 'to'; it must be at most 'to'")
      }
    }
    return Form(
      schema: ["anyOf": [.object(number.schema), .object(range.schema)]],
      read: { cursor in
        guard case .object = cursor.node.content else {
          return number.read(cursor).map { ScriptCondition.CountRange($0) }
        }
        return range.read(cursor)
      },
      write: { $0.from == $0.to ? number.write($0.from) : range.write($0) })
  }
}
