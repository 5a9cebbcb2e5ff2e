import DataTree
import Files
import JSONSchema
import Readers
import Schemas
public import SourceText

/// Reads a configuration file.
public enum ConfigurationReader {
  /// Reads the configuration at `path`.
  public static func read(_ path: SourcePath) throws(ConfigurationError) -> Configuration {
    try read(path, SettingsFiles())
  }

  /// Reads the configuration that `files` have at `path`.
  static func read(_ path: SourcePath, _ files: SettingsFiles) throws(ConfigurationError) -> Configuration {
    let bytes: [UInt8]
    do {
      bytes = try files.read(path)
    } catch {
      throw .file(error)
    }
    return try read(Source(path: path, bytes: bytes))
  }

  /// Reads a configuration from its text; every mistake is thrown, with its place.
  public static func read(_ source: Source) throws(ConfigurationError) -> Configuration {
    let document = Document(source, as: .data(named: source.path))
    guard document.isParsable, let root = document.tree.root, document.tree.type(of: root) != .null else {
      guard document.isParsable else { throw .content(document.source, found(in: document)) }
      var empty = Configuration()
      empty.path = source.path
      return empty
    }
    let mistakes = found(in: document)
    guard mistakes.isEmpty else { throw .content(document.source, mistakes) }
    return try ConfigurationBuilder(document.source, document.tree).build(root)
  }

  /// The mistakes of a configuration that cannot be used: those that are listed, and how many more there are. Nobody
  /// applies their fixes here, so these are not tried.
  private static func found(in document: Document) -> [Diagnostic] {
    let report = linter.findings(document, limit: mistakeLimit).report
    guard report.leftOut > 0, let last = report.diagnostics.last else { return report.diagnostics }
    let others =
      report.leftOut == 1
      ? Message(
        fr: "encore une erreur, qui n’est pas listée\u{A0}: corrigez d’abord celles qui précèdent",
        en: "one more mistake, which is not listed: correct those above first")
      : Message(
        fr: "encore \(report.leftOut) erreurs, qui ne sont pas listées\u{A0}: corrigez d’abord celles qui précèdent",
        en: "\(report.leftOut) more mistakes, which are not listed: correct those above first")
    return report.diagnostics
      + [Diagnostic(rule: SchemaRule.info.id, severity: .error, range: last.range, message: others)]
  }

  /// The mistakes of a configuration, with their places.
  static func mistakes(of document: Document) -> [Diagnostic] {
    if document.isParsable {
      guard let root = document.tree.root, document.tree.type(of: root) != .null else { return [] }
    }
    let mistakes = linter.lint(document).diagnostics
    guard mistakes.isEmpty, let root = document.tree.root else { return mistakes }
    do throws(ConfigurationError) {
      _ = try ConfigurationBuilder(document.source, document.tree).build(root)
      return []
    } catch {
      guard case .content(_, let found) = error else { return [] }
      return found
    }
  }

  /// How many mistakes of a kind are listed.
  private static let mistakeLimit = 1_000

  /// Validates configurations.
  static let linter: Linter = {
    // The last day, so that no `today` of a configuration is too far ahead.
    var options = LintOptions(today: .latest)
    options.rules = RuleRegistry.list
    options.validatesOnly = true
    options.findingLimit = mistakeLimit
    return Linter(
      settings: .validation, options: options,
      schema: try? DocumentSchema(document: DocumentSchema.bundled(BundledSchemas.config), options: options))
  }()
}

/// Makes a configuration of a tree that meets its schema.
private struct ConfigurationBuilder {
  private let source: Source
  private let tree: DataTree

  init(_ source: Source, _ tree: DataTree) {
    self.source = source
    self.tree = tree
  }

  func build(_ root: NodeID) throws(ConfigurationError) -> Configuration {
    var result = Configuration()
    result.path = source.path
    let index = LineIndex(source.bytes)
    addLines(of: root, at: "", index, to: &result.lines)
    result.language = text("language", root).flatMap(Language.init)
    result.today = text("today", root).flatMap { DateReading($0.utf8).timestamp?.date }
    result.excludes = try globs("exclude", root)
    result.rules = rules(root)
    result.schema = text("schema", root)
    result.roles = text("roles", root)
    result.readers = readers(root)
    result.baseline = text("baseline", root)
    if let references = tree.value(of: "references", in: root) {
      for (key, value) in tree.pairs(of: references) { result.references[tree.text(of: key)] = origin(value) }
    }
    if let overrides = tree.value(of: "overrides", in: root) {
      for item in tree.children(of: overrides) {
        result.overrides.append(
          Configuration.Override(
            files: try globs("files", item), condition: try condition(item), schema: text("schema", item),
            rules: rules(item),
            readers: readers(item)))
      }
    }
    return result
  }

  /// Notes the lines of all settings; the schema keeps them a few levels deep.
  private func addLines(of id: NodeID, at pointer: String, _ index: LineIndex, to lines: inout [String: Int]) {
    switch tree[id].kind {
    case .mapping:
      for (key, value) in tree.pairs(of: id) {
        let place = JSONPointer.appending(tree.text(of: key), to: pointer)
        lines[place] = index.line(at: tree.range(of: key).start) + 1
        addLines(of: value, at: place, index, to: &lines)
      }
    case .sequence:
      for (place, item) in tree.children(of: id).enumerated() {
        addLines(of: item, at: "\(pointer)/\(place)", index, to: &lines)
      }
    case .scalar, .alias: return
    }
  }

  private func text(_ key: String, _ mapping: NodeID) -> String? {
    tree.value(of: key, in: mapping).map { tree.text(of: $0) }
  }

  private func globs(_ key: String, _ mapping: NodeID) throws(ConfigurationError) -> [Glob] {
    guard let value = tree.value(of: key, in: mapping) else { return [] }
    let items = tree.type(of: value) == .sequence ? Array(tree.children(of: value)) : [value]
    var result: [Glob] = []
    for item in items {
      do {
        result.append(try Glob(tree.text(of: item)))
      } catch {
        let mistake = Diagnostic(
          rule: SchemaRule.info.id, severity: .error, range: tree.range(of: item), message: error.message)
        throw .content(source, [mistake])
      }
    }
    return result
  }

  private func rules(_ mapping: NodeID) -> [(id: String, severity: Severity?)] {
    guard let value = tree.value(of: "rules", in: mapping) else { return [] }
    return tree.pairs(of: value).map { (tree.text(of: $0.key), Severity(name: tree.text(of: $0.value))) }
  }

  /// What the front matter must say for an override to hold. Which schema and which readers a file has is settled before
  /// its values are looked at, so that only rules can depend on them.
  private func condition(_ override: NodeID) throws(ConfigurationError) -> ConditionText? {
    guard let value = tree.value(of: "when", in: override) else { return nil }
    for (key, _) in tree.pairs(of: override) where ["schema", "readers"].contains(tree.text(of: key)) {
      let mistake = Diagnostic(
        rule: SchemaRule.info.id, severity: .error, range: tree.range(of: key),
        message: Self.onlyRules(tree.text(of: key)))
      throw .content(source, [mistake])
    }
    let condition = ConditionText(tree, value)
    do throws(SchemaErrors) {
      _ = try condition.compiled(LintOptions(today: .latest))
    } catch {
      let mistakes = error.errors.map {
        Diagnostic(rule: SchemaRule.info.id, severity: .error, range: $0.range, message: $0.kind.message)
      }
      throw .content(source, mistakes)
    }
    return condition
  }

  private static func onlyRules(_ key: String) -> Message {
    Message(
      fr:
        "avec «\u{A0}when\u{A0}», seule la clé «\u{A0}rules\u{A0}» est permise\u{A0}: déplacez «\u{A0}\(key)\u{A0}» dans un autre élément de «\u{A0}overrides\u{A0}»",
      en: "with “when”, only the key “rules” is allowed: move “\(key)” to another item of “overrides”")
  }

  /// The readers that are named, each once; the schema has refused every other name.
  private func readers(_ mapping: NodeID) -> [Reader]? {
    guard let value = tree.value(of: "readers", in: mapping) else { return nil }
    let items = tree.type(of: value) == .sequence ? Array(tree.children(of: value)) : [value]
    var result: [Reader] = []
    for item in items {
      if let reader = Reader(name: tree.text(of: item)), !result.contains(reader) { result.append(reader) }
    }
    return result
  }

  private func origin(_ value: NodeID) -> Configuration.ReferenceOrigin {
    if let file = text("file", value) { return .file(file) }
    if let folder = text("folder", value) { return .folder(folder) }
    let ids = tree.value(of: "ids", in: value)
    return .ids(ids.map { tree.children(of: $0).map { tree.text(of: $0) } } ?? [])
  }
}
