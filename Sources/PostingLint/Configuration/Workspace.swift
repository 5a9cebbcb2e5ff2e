import Files
import Schemas
package import SourceText
import YAML

/// What the user asked for on the command line, which goes before every configuration.
package struct LintOverrides: Sendable {
  /// Exactly these rules; `nil` for those that are on anyway.
  package var select: [String]?
  /// Without these rules.
  package var ignore: [String] = []
  /// What rules are set to: a severity, or `nil` for off.
  package var severities: [(id: String, severity: Severity?)] = []
  /// The day that counts as today; the system's day otherwise.
  package var today: CalendarDate?
  /// This configuration for every file.
  package var configuration: SourcePath?
  /// Whether no configuration is read.
  package var ignoresConfiguration = false

  /// Nothing beyond the configuration.
  package init() {}
}

/// What holds for one file.
package struct FileSettings: Sendable {
  /// Lints the file.
  package let linter: Linter
  /// The configuration that holds for the file, or the defaults.
  package let configuration: Configuration
  /// The schema that holds for the file: `posting`, `none` or a path.
  package let schemaName: String
}

/// Knows what holds for which file: configurations, lists of ids and schemas, each read once.
///
/// It is used by one thread; the linters that it gives away are shared freely.
package struct Workspace {
  private let overrides: LintOverrides
  private var today: CalendarDate
  private let roles: RoleKnowledge?
  private var configurations: [SourcePath: Configuration] = [:]
  private var nearest: [SourcePath: SourcePath?] = [:]
  private var finder = ReferenceFinder()
  private var documents: [SourcePath: SchemaDocument] = [:]
  private var linters: [String: Linter] = [:]

  /// Makes a workspace; `systemDay` is today where nobody says another.
  package init(_ overrides: LintOverrides, systemDay: CalendarDate) {
    self.overrides = overrides
    today = systemDay
    roles = RoleKnowledge.bundled()
  }

  /// Forgets everything that was read from files, so that the next question reads them again on `systemDay`.
  package mutating func forget(systemDay: CalendarDate) {
    today = systemDay
    configurations = [:]
    nearest = [:]
    finder = ReferenceFinder()
    documents = [:]
    linters = [:]
  }

  /// The configuration for files in a folder.
  package mutating func configuration(for path: SourcePath) throws(ConfigurationError) -> Configuration {
    if overrides.ignoresConfiguration { return Configuration() }
    if let given = overrides.configuration { return try read(given) }
    guard let found = nearestConfiguration(FolderListing.absolute(path).folder) else { return Configuration() }
    return try read(found)
  }

  private mutating func read(_ path: SourcePath) throws(ConfigurationError) -> Configuration {
    if let known = configurations[path] { return known }
    let made = try ConfigurationReader.read(path)
    configurations[path] = made
    return made
  }

  /// The nearest configuration file upward from an absolute folder, up to the root of the repository.
  private mutating func nearestConfiguration(_ folder: SourcePath) -> SourcePath? {
    if let known = nearest[folder] { return known }
    let candidate = folder.appending(Configuration.fileName.utf8)
    let result: SourcePath?
    if FolderListing.exists(candidate) {
      result = candidate
    } else if folder.bytes.count <= 1 || FolderListing.exists(folder.appending(".git".utf8)) {
      result = nil
    } else {
      result = nearestConfiguration(folder.folder)
    }
    nearest[folder] = result
    return result
  }

  /// Whether the configuration excludes a path.
  package mutating func excludes(_ path: SourcePath, isFolder: Bool) throws(ConfigurationError) -> Bool {
    let configuration = try configuration(for: isFolder ? path.appending("x".utf8) : path)
    guard !configuration.excludes.isEmpty else { return false }
    let relative = Self.relative(path, to: configuration.folder)
    return configuration.excludes.contains { $0.covers(relative, isFolder: isFolder) }
  }

  /// A path as seen from the folder of a configuration.
  private static func relative(_ path: SourcePath, to folder: SourcePath) -> SourcePath {
    let whole = FolderListing.absolute(path).bytes
    let base = FolderListing.absolute(folder).bytes
    guard whole.starts(with: base), whole.count > base.count else { return path }
    return SourcePath(bytes: Array(whole[(base.count + (base.count > 1 ? 1 : 0))...]))
  }

  /// What holds for a file.
  package mutating func settings(
    for path: SourcePath, hasFileName: Bool = true
  ) throws(ConfigurationError) -> FileSettings {
    let configuration = try configuration(for: path)
    let relative = Self.relative(path, to: configuration.folder)
    let matching = configuration.overrides.enumerated().filter { item in
      item.element.files.contains { $0.matches(relative) }
    }
    let schemaName = matching.last { $0.element.schema != nil }?.element.schema ?? configuration.schema ?? "posting"
    let document = try document(schemaName, configuration)
    let folders = document?.folders ?? []
    let root = folders.isEmpty ? nil : finder.root(for: path, folders)
    let key = [
      configuration.path?.display ?? "", schemaName, root?.display ?? "", String(hasFileName),
      matching.map { String($0.offset) }.joined(separator: ","),
    ].joined(separator: "\u{0}")
    if let known = linters[key] {
      return FileSettings(linter: known, configuration: configuration, schemaName: schemaName)
    }
    let rules = configuration.rules + matching.flatMap(\.element.rules)
    let settings = ruleSettings(rules, isPosting: schemaName == "posting")
    var options = LintOptions(today: overrides.today ?? configuration.today ?? today)
    options.roles = roles
    options.hasFileName = hasFileName
    options.references = try references(configuration, root, folders)
    let schema = try document.map { document throws(ConfigurationError) in
      try SchemaLoader.compile(document, options, locations(configuration))
    }
    let linter = Linter(settings: settings, options: options, schema: schema)
    linters[key] = linter
    return FileSettings(linter: linter, configuration: configuration, schemaName: schemaName)
  }

  private func ruleSettings(_ rules: [(id: String, severity: Severity?)], isPosting: Bool) -> RuleSettings {
    var settings: RuleSettings
    let isSelection = overrides.select != nil
    if let select = overrides.select {
      let ids = select.contains("all") ? RuleRegistry.all.map { $0.info.id } : select
      settings = RuleSettings(only: ids)
    } else {
      settings = RuleSettings(isPosting: isPosting)
    }
    for rule in rules + overrides.severities {
      guard let severity = rule.severity else {
        settings.disable(rule.id)
        continue
      }
      // A selection names the rules that are on; a configuration only says how much they matter.
      if isSelection, settings.severity(of: RuleRegistry.info(rule.id)?.id ?? "") == nil { continue }
      settings.set(rule.id, to: severity)
    }
    for id in overrides.ignore { settings.disable(id) }
    return settings
  }

  // MARK: References

  private mutating func references(
    _ configuration: Configuration, _ root: SourcePath?, _ folders: [ReferenceFolder]
  ) throws(ConfigurationError) -> References {
    var result = finder.references(in: root, folders)
    for (name, origin) in configuration.references {
      switch origin {
      case .ids(let ids):
        result[name] = ReferenceList(ids: ids.map { Array($0.utf8) }, origin: Configuration.fileName)
      case .folder(let folder):
        result[name] = finder.list(of: try resolve(folder, configuration), folder)
      case .file(let file):
        let path = try resolve(file, configuration)
        do {
          result[name] = ReferenceList(text: try FileReader.read(path), origin: file)
        } catch {
          throw .file(error)
        }
      }
    }
    return result
  }

  /// A path of a configuration. One that was found, not named, may not lead outside its repository.
  private func resolve(_ text: String, _ configuration: Configuration) throws(ConfigurationError) -> SourcePath {
    let path = text.utf8.first == UInt8(ascii: "/") ? SourcePath(text) : configuration.folder.appending(text.utf8)
    if overrides.configuration != nil { return path }
    let root = repository(of: configuration)
    guard FolderListing.absolute(path).bytes.starts(with: root.bytes + [UInt8(ascii: "/")]) else {
      throw .outside(SourcePath(text))
    }
    return path
  }

  /// The root of the repository that a configuration lies in; its own folder where there is no repository.
  private func repository(of configuration: Configuration) -> SourcePath {
    let own = FolderListing.absolute(configuration.folder)
    var root = own
    while root.bytes.count > 1, !FolderListing.exists(root.appending(".git".utf8)) { root = root.folder }
    return root.bytes.count <= 1 ? own : root
  }

  // MARK: Schemas

  /// The schema of a name, not yet compiled; `nil` for `none`.
  private mutating func document(
    _ name: String, _ configuration: Configuration
  ) throws(ConfigurationError) -> SchemaDocument? {
    switch name {
    case "none": return nil
    case "posting": return Self.posting
    default:
      let path = try resolve(name, configuration)
      if let known = documents[path] { return known }
      let made = try SchemaLoader.read(path)
      documents[path] = made
      return made
    }
  }

  private static let posting = SchemaDocument(
    source: nil, tree: FrontMatterSchema.bundled(BundledSchemas.posting))

  /// What a schema that was found through a configuration may read.
  private func locations(_ configuration: Configuration) -> SchemaLocations {
    var result = SchemaLocations()
    result.root = overrides.configuration == nil ? repository(of: configuration) : nil
    return result
  }
}
