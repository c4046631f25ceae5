import Consensus
import JSON
import Text

extension TraceOperation {
  /// Decodes the arguments of an operation; nil, with reported problems, if that fails.
  init?(_ name: TraceOperationName, _ fields: JSONFields) {
    switch name {
    case .create: self.init(creation: fields)
    case .propose: self.init(proposal: fields)
    case .vote: self.init(vote: fields)
    case .tally:
      guard let id = fields.required("proposal")?.string() else { return nil }
      self = .tally(proposal: id)
    case .execute:
      guard let id = fields.required("proposal")?.string() else { return nil }
      self = .execute(proposal: id)
    case .proposal:
      guard let id = fields.required("proposal")?.string() else { return nil }
      self = .proposal(id: id)
    case .proposals:
      let status = fields.value("status", nil) { $0.word(as: ProposalStatus.self).map { $0 } }
      guard let status else { return nil }
      self = .proposals(status: status)
    case .history:
      guard let voter = fields.required("voter")?.string() else { return nil }
      self = .history(voter: voter)
    case .blocs:
      guard let threshold = fields.value("threshold", 0.9, { $0.number()?.doubleValue })
      else { return nil }
      self = .blocs(threshold: threshold)
    case .agreement: self = .agreement
    case .verify: self = .verify
    case .audit: self = .audit
    case .summary: self = .summary
    }
  }

  private init?(creation fields: JSONFields) {
    let voters = fields.required("voters").flatMap(Self.voters)
    let weights = fields.value("weights", [:]) {
      $0.dictionary { Self.weight($0) }
    }
    let config = fields.value("config", .success(.standard)) { cursor in
      capture { () throws(ConfigurationError) in try ConsensusConfig(cursor) }
    }
    let safeguards = fields.value("safeguards", .success(.none)) { cursor in
      capture { () throws(ConfigurationError) in try Safeguards(cursor) }
    }
    let keys = fields.value("keys", [:]) { $0.dictionary { $0.string().map { Array($0.utf8) } } }
    let instance = fields.value("instance", nil) { $0.string().map { $0 } }
    guard let voters, let weights, let config, let safeguards, let keys, let instance else {
      return nil
    }
    self = .create(
      Creation(
        voters: voters, weights: weights, config: config, safeguards: safeguards, keys: keys,
        instance: instance))
  }

  /// A weight; nil, with a reported problem, if it is a whole number whose sums might have no room.
  private static func weight(_ cursor: JSONCursor) -> JSONNumber? {
    let number = cursor.number()
    if case .bigInteger? = number {
      cursor.report("a whole number may be at most \(Int.max)")
      return nil
    }
    return number
  }

  /// The names of the voters; nil, with reported problems, if they are not a list of names.
  private static func voters(_ cursor: JSONCursor) -> [String]? {
    guard let elements = cursor.array() else { return nil }
    guard elements.count <= TraceLimits.votersMax else {
      cursor.report(
        "there are \(elements.count.grouped) voters; at most \(TraceLimits.votersMax.grouped) are "
          + "allowed")
      return nil
    }
    let names = elements.compactMap { $0.string() }
    return names.count == elements.count ? names : nil
  }

  private init?(proposal fields: JSONFields) {
    let proposer = fields.required("proposer")?.string()
    let action = fields.required("action")?.string()
    let target = fields.value("target", nil) { $0.string().map { $0 } }
    let evidence = fields.value("evidence", [:]) { $0.object() }
    let expiry = fields.value("expiry_seconds", nil) { $0.seconds().map { $0 } }
    let code = fields.value("code", nil) { $0.digest().map { $0 } }
    guard let proposer, let action, let target, let evidence, let expiry, let code
    else { return nil }
    self = .propose(
      proposer: proposer, action: action, target: target, evidence: evidence, expiry: expiry,
      code: code)
  }

  private init?(vote fields: JSONFields) {
    let proposal = fields.required("proposal")?.string()
    let voter = fields.required("voter")?.string()
    let value = fields.required("value")?.word(as: VoteValue.self)
    let reason = fields.value("reason", nil) { $0.string().map { $0 } }
    let code = fields.value("code", nil) { $0.digest().map { $0 } }
    guard let proposal, let voter, let value, let reason, let code else { return nil }
    self = .vote(proposal: proposal, voter: voter, value: value, reason: reason, code: code)
  }
}

/// The result of a decoder, including settings out of range; nil if it reported a problem.
private func capture<Value>(
  _ decode: () throws(ConfigurationError) -> Value?
) -> Result<Value, ConfigurationError>? {
  do {
    return try decode().map { .success($0) }
  } catch {
    return .failure(error)
  }
}

extension JSONCursor {
  /// The value as an object with any keys, each value decoded.
  fileprivate func dictionary<Value>(
    _ decode: (JSONCursor) -> Value?
  ) -> [ExactText: Value]? {
    guard let members = members() else { return nil }
    let values = members.map { (key: $0.key, value: decode($0.value)) }
    if values.contains(where: { $0.value == nil }) { return nil }
    return Dictionary(
      values.compactMap { pair in pair.value.map { (ExactText(pair.key), $0) } },
      uniquingKeysWith: { first, _ in first })
  }

  /// The value as an object that is kept unchanged.
  fileprivate func object() -> JSONObject? {
    guard members() != nil, case .object(let object) = node.value else { return nil }
    return object
  }

  /// The value as an authentication code in hexadecimal.
  fileprivate func digest() -> SHA256Digest? {
    guard let text = string() else { return nil }
    if let digest = SHA256Digest(hexadecimal: text) { return digest }
    report("this is not a valid authentication code; it must be 64 hexadecimal digits")
    return nil
  }
}
