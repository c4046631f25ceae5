import Consensus
import Forms
import JSON

extension SettingsRecord {
  /// The settings as an object, made from their table.
  static var form: Form<Self> { .record(standard, fields.map { Field($0) }) }
}

extension Field where Record: SettingsRecord {
  /// The key of a setting of the protocol.
  init(_ setting: SettingField<Record>) {
    let form = Form.setting(setting.kind)
    self.init(
      setting.key, form, .string(setting.note),
      read: { cursor, record in
        guard let value = form.read(cursor) else { return }
        do throws(ConfigurationError) {
          try SettingChange(setting, value).apply(to: &record)
        } catch {
          cursor.report(error.description)
        }
      }, write: { setting.value(in: $0) })
  }
}

extension Form<JSONValue> {
  /// A setting of some kind.
  static func setting(_ kind: SettingKind) -> Form {
    switch kind {
    case .number(let range): Form<Double>.number(range).json
    case .seconds: Form<Double>.finite.json
    case .flag: Form<Bool>.flag.json
    case .wholeNumber(let least):
      Form<Int>.integer(in: least...ScenarioLimits.wholeSettingMax).json
    case .word(let choices): Form<String>.word(among: choices).json
    case .orNull(let kind): setting(kind).orNull.json
    }
  }
}
