import DataTree
import Files
import Readers
package import SourceText

/// What holds for one file, and where each setting came from.
package struct SettingsReport: Sendable {
  /// Where a setting came from.
  enum Origin: Hashable, Sendable {
    /// Nobody said anything.
    case standard
    /// The system: its date, its language.
    case system
    /// The command line.
    case commandLine
    /// The schema itself.
    case schema
    /// The file that is spoken of.
    case file
    /// Two of the file's keys.
    case keys
    /// Neither the folder nor the keys of the file.
    case nothing
    /// The name of the file.
    case fileName
    /// A file of the repository.
    case found(SourcePath)
    /// A folder that the file lies in.
    case folder(String)
    /// A line of a configuration.
    case configuration(SourcePath, line: Int?)
  }

  /// One setting.
  struct Entry: Sendable {
    let name: String
    let value: String
    let origin: Origin
  }

  private let path: SourcePath
  private let configuration: SourcePath?
  private let isExcluded: Bool
  private let isPosting: Bool
  private let postingOrigin: Origin
  private let schema: Entry
  private let language: Entry?
  private let today: Entry
  private let baseline: Entry?
  private let references: [Entry]
  private let readers: [Entry]
  private let rules: [Entry]

  init(
    path: SourcePath, settings: FileSettings, overrides: [Int], own: OwnSchema?, linter: Linter, found: [FoundReader],
    isExcluded: Bool, isSystemDay: Bool
  ) {
    let configuration = settings.configuration
    self.path = path
    self.configuration = configuration.path
    self.isExcluded = isExcluded
    let reader = OriginReader(configuration: configuration, overrides: overrides)
    let name = own?.name ?? settings.schemaName ?? (linter.options.isPosting ? "posting" : "none")
    let schemaOrigin = Self.schemaOrigin(settings, own, linter, reader)
    schema = Entry(name: "schema", value: Self.chosen(name, for: path), origin: schemaOrigin)
    isPosting = linter.options.isPosting
    postingOrigin = Self.postingOrigin(settings, own, linter, schemaOrigin)
    language = configuration.language.map {
      Entry(name: "language", value: $0.rawValue, origin: reader.origin("/language"))
    }
    let day = linter.options.today
    let dayOrigin = reader.origin("/today")
    today = Entry(
      name: "today", value: day.iso,
      origin: isSystemDay ? .system : dayOrigin == .standard ? .commandLine : dayOrigin)
    baseline = settings.accepted.map {
      Entry(name: "baseline", value: $0.path.printable, origin: reader.origin("/baseline"))
    }
    references = linter.options.references.all.map { name, list in
      let own = reader.origin(JSONPointer.appending(name, to: "/references"))
      return Entry(name: name, value: "\(list.origin) (\(list.ids.count))", origin: own == .standard ? .schema : own)
    }
    let namedOrigin = reader.origin("/readers")
    let inForce = linter.options.readers
    readers = inForce.readers.map { reader in
      let origin: Origin =
        switch inForce.origin {
        case .named: namedOrigin
        case .detected:
          found.first { $0.reader == reader }.map { .found($0.file.relative(to: SourcePath("."))) } ?? .standard
        case .defaults: .standard
        }
      return Entry(name: reader.name, value: reader.profile.program, origin: origin)
    }
    rules = RuleRegistry.all.map { rule in
      let info = rule.info
      let origin = ([info.id] + info.aliases).lazy
        .map { reader.origin(JSONPointer.appending($0, to: "/rules")) }.first { $0 != .standard }
      let own = linter.settings.severity(of: info.id)
      let severities = linter.settings.isExplicit(info.id) ? [own].compactMap { $0 } : info.severities
      return Entry(
        name: info.id, value: own == nil ? "off" : severities.map(\.name).joined(separator: ", "),
        origin: origin ?? .standard)
    }
  }

  /// The name of a schema, with the one that it stands for where the path chooses.
  private static func chosen(_ name: String, for path: SourcePath) -> String {
    guard name == BundledSchema.agents else { return name }
    return "\(name) (\(BundledSchema.ofAgents(path)?.rawValue ?? "none"))"
  }

  private static func schemaOrigin(
    _ settings: FileSettings, _ own: OwnSchema?, _ linter: Linter, _ reader: OriginReader
  ) -> Origin {
    if own != nil { return .file }
    if settings.schemaName != nil { return reader.origin("/schema") }
    switch settings.folderKind {
    case .postings(let name), .ids(let name): return .folder(name)
    case .any: return linter.options.isPosting ? .keys : .standard
    }
  }

  private static func postingOrigin(
    _ settings: FileSettings, _ own: OwnSchema?, _ linter: Linter, _ schema: Origin
  ) -> Origin {
    if own == nil, settings.schemaName == "posting", !linter.options.isPosting { return .fileName }
    if own != nil || settings.schemaName != nil { return schema }
    switch settings.folderKind {
    case .postings(let name): return linter.options.isPosting ? .folder(name) : .fileName
    case .ids(let name): return .folder(name)
    case .any: return linter.options.isPosting ? .keys : .nothing
    }
  }

  /// For people.
  package func text(_ language: Language) -> String {
    let none = Message(fr: "aucune", en: "none")[language]
    func answer(_ isSo: Bool) -> String {
      (isSo ? Message(fr: "oui", en: "yes") : Message(fr: "non", en: "no"))[language]
    }
    var rows: [[String]] = [
      ["configuration", configuration?.printable ?? none, ""],
      [Message(fr: "exclu", en: "excluded")[language], answer(isExcluded), ""],
      [
        Message(fr: "fiche de poste", en: "posting")[language], answer(isPosting), text(postingOrigin, language),
      ],
    ]
    let entry = self.language ?? Entry(name: "language", value: language.rawValue, origin: .system)
    for (entry, name) in [
      (schema, Message(fr: "schéma", en: "schema")), (entry, Message(fr: "langue", en: "language")),
      (today, Message(fr: "aujourd’hui", en: "today")),
    ] {
      rows.append([name[language], SafeText.make(entry.value), text(entry.origin, language)])
    }
    if let baseline {
      rows.append([
        Message(fr: "constats acceptés", en: "baseline")[language], baseline.value, text(baseline.origin, language),
      ])
    }
    var result = path.printable + "\n" + Self.table(rows)
    if !references.isEmpty {
      result += "\n" + Message(fr: "listes d’identifiants", en: "lists of ids")[language] + "\n"
      result += Self.table(references.map { [$0.name, $0.value, text($0.origin, language)].map(SafeText.make) })
    }
    result += "\n" + Message(fr: "lecteurs", en: "readers")[language] + "\n"
    result += Self.table(readers.map { [$0.name, $0.value, text($0.origin, language)].map(SafeText.make) })
    result += "\n" + Message(fr: "règles", en: "rules")[language] + "\n"
    return result + Self.table(rules.map { [$0.name, $0.value, text($0.origin, language)] })
  }

  private func text(_ origin: Origin, _ language: Language) -> String {
    switch origin {
    case .standard: Message(fr: "(par défaut)", en: "(default)")[language]
    case .system: Message(fr: "(système)", en: "(system)")[language]
    case .commandLine: Message(fr: "(ligne de commande)", en: "(command line)")[language]
    case .schema: Message(fr: "(schéma)", en: "(schema)")[language]
    case .file: Message(fr: "(le fichier lui-même)", en: "(the file itself)")[language]
    case .keys: Message(fr: "(les clés du fichier)", en: "(the file’s keys)")[language]
    case .nothing:
      Message(fr: "(ni le dossier ni les clés ne le disent)", en: "(neither the folder nor the keys tell)")[language]
    case .fileName: Message(fr: "(nom du fichier)", en: "(file name)")[language]
    case .found(let path): Message(fr: "(trouvé\u{A0}: \(path.printable))", en: "(found: \(path.printable))")[language]
    case .folder(let name): Message(fr: "(dossier \(name))", en: "(folder \(name))")[language]
    case .configuration(let path, let line): path.printable + (line.map { ":\($0)" } ?? "")
    }
  }

  /// Columns of equal width, two blanks between them.
  private static func table(_ rows: [[String]]) -> String {
    let count = rows.map(\.count).max() ?? 0
    let widths = (0..<count).map { column in rows.map { $0[column].unicodeScalars.count }.max() ?? 0 }
    return rows.map { row in
      var line = " "
      for (cell, width) in zip(row, widths) {
        line += " " + cell + String(repeating: " ", count: width - cell.unicodeScalars.count + 1)
      }
      while line.utf8.last == 0x20 { line.removeLast() }
      return line + "\n"
    }.joined()
  }

  // MARK: JSON

  /// One JSON object.
  package func json() -> String {
    var json = JSONWriter()
    json.object {
      $0.member("version", 1)
      $0.member("path", path.display)
      $0.key("configuration")
      if let configuration { $0.string(configuration.display) } else { $0.null() }
      $0.member("excluded", isExcluded)
      $0.object("posting") {
        $0.member("value", isPosting)
        $0.object("origin") { Self.write(postingOrigin, to: &$0) }
      }
      Self.write([schema] + [language, today, baseline].compactMap { $0 }, as: "settings", to: &$0)
      Self.write(references, as: "references", to: &$0)
      Self.write(readers, as: "readers", to: &$0)
      Self.write(rules, as: "rules", to: &$0)
    }
    return String(decoding: json.bytes, as: UTF8.self) + "\n"
  }

  private static func write(_ entries: [Entry], as key: StaticString, to json: inout JSONWriter) {
    json.object(key) {
      for entry in entries {
        $0.breakLine()
        $0.key(text: entry.name)
        $0.object {
          $0.member("value", entry.value)
          $0.object("origin") { write(entry.origin, to: &$0) }
        }
      }
    }
  }

  private static func write(_ origin: Origin, to json: inout JSONWriter) {
    switch origin {
    case .standard: json.member("kind", "default")
    case .system: json.member("kind", "system")
    case .commandLine: json.member("kind", "commandLine")
    case .schema: json.member("kind", "schema")
    case .file: json.member("kind", "file")
    case .keys: json.member("kind", "keys")
    case .nothing: json.member("kind", "default")
    case .fileName: json.member("kind", "fileName")
    case .found(let path):
      json.member("kind", "found")
      json.member("path", path.display)
    case .folder(let name):
      json.member("kind", "folder")
      json.member("path", name)
    case .configuration(let path, let line):
      json.member("kind", "configuration")
      json.member("path", path.display)
      if let line { json.member("line", line) }
    }
  }
}

/// Finds the line of a configuration that says something, the last one that fits the file.
private struct OriginReader {
  let configuration: Configuration
  let overrides: [Int]

  func origin(_ pointer: String) -> SettingsReport.Origin {
    guard let path = configuration.path else { return .standard }
    let places = overrides.reversed().map { "/overrides/\($0)\(pointer)" } + [pointer]
    guard let place = places.first(where: { configuration.lines[$0] != nil }) else { return .standard }
    return .configuration(path, line: configuration.lines[place])
  }
}
