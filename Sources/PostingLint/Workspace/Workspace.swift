import DataTree
package import Files
import JSONSchema
import Readers
import Roles
import Schemas
package import SourceText

/// What holds for one file; a class, because many files share it.
package final class FileSettings: Sendable {
  /// Lints the file, where it names no schema of its own.
  package let linter: Linter
  /// Lints the file where its keys are those of a posting; `nil` where the configuration or the folder tells.
  let postingLinter: Linter?
  /// Lints files that are no postings, wherever they stand: a README among postings.
  let otherLinter: Linter
  /// The configuration that holds for the file, or the defaults.
  package let configuration: Configuration
  /// The schema that holds for the file by its configuration: `posting`, `none` or a path; `nil` where none is named.
  package let schemaName: String?
  /// What the folder of the file is.
  let folderKind: FolderKind
  /// The file of accepted findings that the configuration names, as it was read; `nil` where it names none, or where it
  /// does not count.
  package let accepted: AcceptedFindings?
  /// For files that name their own schema; `nil` where that does not count.
  let ownSchemas: OwnSchemas?

  init(
    linter: Linter, postingLinter: Linter?, otherLinter: Linter, configuration: Configuration, schemaName: String?,
    folderKind: FolderKind, accepted: AcceptedFindings?, ownSchemas: OwnSchemas?
  ) {
    self.linter = linter
    self.postingLinter = postingLinter
    self.otherLinter = otherLinter
    self.configuration = configuration
    self.schemaName = schemaName
    self.folderKind = folderKind
    self.accepted = accepted
    self.ownSchemas = ownSchemas
  }

  /// Whether a file that was read is linted under the schema that it names.
  package func usesOwnSchema(_ document: Document) -> Bool { ownSchemas?.linter(for: document) != nil }

  /// What lints a file that was read: the schema that it names goes before the configuration's.
  package func linter(for document: Document) -> Linter {
    if let own = ownSchemas?.linter(for: document) { return own }
    if !document.frontMatter.isPresent, FileFinder.isConventional(Array(document.source.path.fileName)) {
      return otherLinter
    }
    if let postingLinter, document.hasPostingKeys { return postingLinter }
    return linter
  }

  /// Finds what is not as the schema says in a file of any kind. Nothing is written: a fix only shows what to write.
  package func validate(_ source: Source) -> FileReport {
    var report = linter.lint(Document(source, as: Document.Form(source.path)))
    for index in report.diagnostics.indices {
      report.diagnostics[index].fix = report.diagnostics[index].fix.flatMap { Fix($0.title, .displayOnly, $0.edits) }
    }
    return report
  }

  /// The files that the schemas rest on which the files so far named themselves.
  package var foundation: [SourcePath] { ownSchemas?.foundation ?? [] }

  /// Finds what is wrong with a file.
  package func lint(_ source: Source) -> FileReport {
    let document = Document(source)
    return linter(for: document).lint(document)
  }
}

/// Knows what holds for which file: configurations, lists of ids and schemas, each read once.
///
/// It is used by one thread; the linters that it gives away are shared freely.
package struct Workspace: Sendable {
  private let overrides: LintOverrides
  private var today: CalendarDate
  private var configurations: ConfigurationFinder
  private var lists = ReferenceFinder()
  private var siblings = SiblingValues()
  private var folders = PostingFolders()
  private var readers = ReaderFinder()
  private var documents = NameMap<SchemaDocument>()
  /// The files of accepted findings that were read.
  private var accepted = NameMap<AcceptedFindings>()
  /// What holds for files that are alike, by what makes them so.
  private var made = NameMap<FileSettings>()
  /// What holds for all files of a folder, by the folder as it was given.
  private var byFolder = NameMap<FileSettings>()
  private var configurationByFolder = NameMap<Configuration>()
  /// The files that configurations and schemas name.
  private var named = Foundations()

  /// Makes a workspace; `systemDay` is today where nobody says another. With `keepsGood` a configuration that is broken
  /// later stands for what it was before, as while somebody writes it.
  package init(_ overrides: LintOverrides, systemDay: CalendarDate, keepsGood: Bool = false) {
    self.overrides = overrides
    today = systemDay
    configurations = ConfigurationFinder(overrides.files, keepsGood: keepsGood)
  }

  /// The files and folders that the answers so far rest on, there or not: when none of them changes, no answer does.
  package var foundation: [SourcePath] {
    configurations.foundation.paths + lists.foundation.paths + named.paths
  }

  /// Whether the files that show the readers of a site are others than they were.
  package var hasOtherReaders: Bool { readers.isOutdated }

  /// The names of the files that show the readers of a site.
  package static var readerSigns: [String] { SignNames.all }

  /// What is wrong with a configuration that stands for what it was before; `nil` where nothing is.
  package func problem(with configuration: Configuration) -> ConfigurationError? {
    configuration.path.flatMap { configurations.problem(at: $0) }
  }

  /// Where settings are read from.
  package var files: SettingsFiles { overrides.files }

  /// Forgets everything that was read from files, so that the next question reads them again on `systemDay`.
  package mutating func forget(systemDay: CalendarDate) {
    today = systemDay
    configurations = configurations.again
    named = Foundations()
    lists = ReferenceFinder()
    siblings = SiblingValues()
    folders = PostingFolders()
    readers = ReaderFinder()
    documents = NameMap()
    accepted = NameMap()
    made = NameMap()
    byFolder = NameMap()
    configurationByFolder = NameMap()
  }

  /// The configuration for a file.
  package mutating func configuration(for path: SourcePath) throws(ConfigurationError) -> Configuration {
    if overrides.ignoresConfiguration { return Configuration() }
    if let given = overrides.configuration { return try configurations.read(given) }
    let folder = path.folder
    if let known = configurationByFolder[folder.bytes] { return known }
    let result = try configurations.configuration(for: path)
    configurationByFolder.set(folder.bytes, to: result)
    return result
  }

  /// The configuration for what lies in a folder, or for a file.
  private mutating func configuration(
    for path: SourcePath, isFolder: Bool
  ) throws(ConfigurationError) -> Configuration {
    try configuration(for: isFolder ? path.appending("x") : path)
  }

  /// The language that the configuration for a file or a folder asks for; `nil` where it asks for none, or cannot be
  /// read, which is told when it is used.
  package mutating func language(for path: SourcePath) -> Language? {
    (try? configuration(for: path, isFolder: FolderListing.isFolder(path)))?.language
  }

  /// Whether the configuration excludes a path.
  package mutating func excludes(_ path: SourcePath, isFolder: Bool) throws(ConfigurationError) -> Bool {
    let configuration = try configuration(for: path, isFolder: isFolder)
    guard !configuration.excludes.isEmpty else { return false }
    let relative = path.relative(to: configuration.folder)
    return configuration.excludes.contains { $0.covers(relative, isFolder: isFolder) }
  }

  // MARK: Settings

  /// What holds for a file.
  package mutating func settings(
    for path: SourcePath, hasFileName: Bool = true
  ) throws(ConfigurationError) -> FileSettings {
    if hasFileName, let known = byFolder[path.folder.bytes] { return known }
    let result = try makeSettings(for: path, hasFileName: hasFileName)
    if hasFileName, result.configuration.overrides.isEmpty, result.schemaName != BundledSchema.agents {
      byFolder.set(path.folder.bytes, to: result)
    }
    return result
  }

  private mutating func makeSettings(
    for path: SourcePath, hasFileName: Bool
  ) throws(ConfigurationError) -> FileSettings {
    let configuration = try configuration(for: path)
    let holding = SettingsInForce(
      configuration: configuration, overrides: configuration.overrides(for: path), hasFileName: hasFileName,
      folderKind: folders.kind(around: path, lists: SchemaDocument.posting.folders),
      foundReaders: overrides.validation == nil ? readers.readers(of: path.folder) : .defaults)
    if overrides.validation == nil, holding.schemaName == nil {
      return try settings(of: holding, for: path)
    }
    if let validation = overrides.validation, validation.schema == nil,
      (holding.schemaName ?? (holding.liesAmongPostings ? "posting" : "none")) == "none"
    {
      throw .unusable(path, Self.noSchema)
    }
    let document = try document(holding.schemaName ?? "posting", configuration, for: path)
    if document == nil, overrides.validation != nil { throw .unusable(path, Self.noSchema) }
    let root = document.flatMap { $0.folders.isEmpty ? nil : lists.root(for: path, $0.folders) }
    let key = holding.key(root) + Array((document?.bundled?.rawValue ?? "").utf8)
    if let known = made[key] { return known }
    let linter = try linter(holding, document, isPosting: document?.isPosting ?? false, root)
    let result = FileSettings(
      linter: linter, postingLinter: nil, otherLinter: try self.linter(holding, nil, isPosting: false, nil),
      configuration: configuration, schemaName: holding.schemaName,
      folderKind: holding.folderKind, accepted: try accepted(configuration),
      ownSchemas: overrides.validation == nil ? OwnSchemas(bare, holding, linter) : nil)
    made.set(key, to: result)
    return result
  }

  /// What holds for a file for which no schema is named: its folder or its keys tell whether it is a posting.
  private mutating func settings(of holding: SettingsInForce, for path: SourcePath) throws(ConfigurationError)
    -> FileSettings
  {
    let root = lists.root(for: path, SchemaDocument.posting.folders)
    let key = holding.key(root)
    if let known = made[key] { return known }
    let posting = try linter(holding, SchemaDocument.posting, isPosting: true, root)
    let other = try linter(holding, nil, isPosting: false, nil)
    let linter = holding.liesAmongPostings ? posting : other
    let result = FileSettings(
      linter: linter, postingLinter: holding.folderKind == .any ? posting : nil, otherLinter: other,
      configuration: holding.configuration,
      schemaName: nil, folderKind: holding.folderKind, accepted: try accepted(holding.configuration),
      ownSchemas: OwnSchemas(bare, holding, linter))
    made.set(key, to: result)
    return result
  }

  private mutating func linter(
    _ holding: SettingsInForce, _ document: SchemaDocument?, isPosting: Bool, _ root: SourcePath?
  ) throws(ConfigurationError) -> Linter {
    let configuration = holding.configuration
    var options = LintOptions(today: overrides.today ?? configuration.today ?? today)
    options.validatesOnly = overrides.validation != nil
    options.siblings = siblings
    // What is accepted is taken out of all findings.
    if configuration.baseline == nil || overrides.ignoresBaseline {
      options.findingLimit = overrides.findingLimit
      options.hidesAdvice = overrides.hidesAdvice
    }
    options.isPosting = isPosting
    options.liesAmongPostings = isPosting && (holding.liesAmongPostings || holding.schemaName != nil)
    options.hasSchema = document.map { $0.bundled?.needsFrontMatter ?? true } ?? false
    options.isForAgents = document?.bundled?.isOfAgents ?? false
    if let own = try roles(configuration) { options.roles = own } else { options.usesBundledRoles = true }
    options.readers = holding.readers
    options.hasFileName = holding.hasFileName
    options.references = try references(configuration, root, document?.folders ?? [])
    var locations = overrides.validation?.locations ?? SchemaLocations()
    locations.content = files
    if overrides.validation == nil, overrides.configuration == nil {
      locations.root = Repository.root(of: configuration.folder)
    }
    var schema: DocumentSchema?
    if let document {
      schema = try SchemaLoader.compile(
        document, options, locations, assertsFormat: overrides.validation?.assertsFormat ?? false, noting: &named)
    }
    return Linter(
      settings: overrides.settings(holding.rules(), isPosting: isPosting), options: options, schema: schema,
      conditions: try conditions(holding, isPosting: isPosting, today: options.today))
  }

  /// The settings that depend on what files say; `nil` where no override that fits asks for that.
  private func conditions(
    _ holding: SettingsInForce, isPosting: Bool, today: CalendarDate
  ) throws(ConfigurationError) -> ConditionalRules? {
    guard overrides.validation == nil, !holding.conditional.isEmpty else { return nil }
    var conditions: [FrontMatterCondition] = []
    for number in holding.conditional {
      guard let condition = holding.configuration.overrides[number].condition else { continue }
      do throws(SchemaErrors) {
        conditions.append(try condition.compiled(LintOptions(today: today)))
      } catch {
        // The reader of the configuration compiled it too.
        throw .unusable(holding.configuration.path ?? SourcePath(""), error.errors.first?.kind.message ?? Self.noSchema)
      }
    }
    let overrides = overrides
    return ConditionalRules(conditions) { overrides.settings(holding.rules($0), isPosting: isPosting) }
  }

  // MARK: What a configuration names

  /// The accepted findings that a configuration names, if they count.
  private mutating func accepted(_ configuration: Configuration) throws(ConfigurationError) -> AcceptedFindings? {
    guard !overrides.ignoresBaseline, overrides.validation == nil, let name = configuration.baseline else { return nil }
    let path = try resolve(name, configuration)
    named.add(path)
    if let known = accepted[path.bytes] { return known }
    let made = try AcceptedFindings(path, files, mayBeMissing: overrides.baselineMayBeMissing)
    accepted.set(path.bytes, to: made)
    return made
  }

  /// The program's vocabulary of roles with that of the configuration, if it names one.
  private mutating func roles(_ configuration: Configuration) throws(ConfigurationError) -> RoleReader? {
    guard let name = configuration.roles else { return nil }
    let path = try resolve(name, configuration)
    named.add(path)
    let source = try SchemaLoader.source(path, files)
    let tree = try SchemaLoader.document(source)
    guard let root = tree.root, let own = try? RoleVocabulary(tree: tree, node: root),
      let bundled = try? RoleVocabulary(json: BundledSchemas.roles.withUTF8Buffer { unsafe Array($0) })
    else {
      throw .mistakes(source, [(tree.root.map { tree.range(of: $0) } ?? ByteRange(at: 0), Self.rolesMessage)])
    }
    return RoleReader(vocabulary: bundled.merging(own))
  }

  private static let rolesMessage = Message(
    fr: "ce fichier n’est pas un vocabulaire de métiers\u{A0}: donnez-lui la forme de «\u{A0}schemas/roles.json\u{A0}»",
    en: "this file is not a vocabulary of roles: give it the form of “schemas/roles.json”")

  private mutating func references(
    _ configuration: Configuration, _ root: SourcePath?, _ folders: [ReferenceFolder]
  ) throws(ConfigurationError) -> References {
    var result = lists.references(in: root, folders)
    for (name, origin) in configuration.references {
      switch origin {
      case .ids(let ids):
        result[name] = ReferenceList(ids: ids.map { Array($0.utf8) }, origin: Configuration.fileName)
      case .folder(let folder):
        result[name] = lists.list(of: try resolve(folder, configuration), folder)
      case .file(let file):
        let path = try resolve(file, configuration)
        named.add(path)
        result[name] = ReferenceList(text: try SchemaLoader.source(path, files).bytes, origin: file)
      }
    }
    return result
  }

  /// The schema that a name means for a file, not yet compiled; `nil` where it means none.
  private mutating func document(
    _ name: String, _ configuration: Configuration, for path: SourcePath
  ) throws(ConfigurationError) -> SchemaDocument? {
    if let given = overrides.validation?.schema {
      guard given.bytes.starts(with: Self.contentPrefix.utf8) else { return try document(at: given) }
      return try contentDocument(Array(given.bytes.dropFirst(Self.contentPrefix.utf8.count)), nil)
    }
    if name == "none" { return nil }
    if name == "posting" { return SchemaDocument.posting }
    if case .bundled(let schema) = BundledSchema.choice(name, for: path) { return schema.map { bundledDocument($0) } }
    if name.utf8.starts(with: Self.contentPrefix.utf8) {
      return try contentDocument(Array(name.utf8.dropFirst(Self.contentPrefix.utf8.count)), configuration)
    }
    return try document(at: try resolve(name, configuration))
  }

  /// What stands before the name of a content manager's configuration.
  private static let contentPrefix = "cms:"

  private static let noSchema = Message(
    fr: "aucun schéma ne vaut pour ce fichier\u{A0}: donnez --schema, ou nommez-le dans les réglages",
    en: "no schema holds for this file: give --schema, or name it in the settings")

  /// The schema that a content manager's configuration says, made once; its path starts from the folder of the settings
  /// that name it, where they do.
  private mutating func contentDocument(
    _ name: [UInt8], _ configuration: Configuration?
  ) throws(ConfigurationError) -> SchemaDocument {
    let key = Array(Self.contentPrefix.utf8) + (configuration?.folder.bytes ?? []) + [0] + name
    if let known = documents[key] { return known }
    let schema = try ContentSchema(name, in: files) { path throws(ConfigurationError) in
      try configuration.map { configuration throws(ConfigurationError) in
        try resolve(path.display, configuration)
      } ?? path
    }
    let made = schema.document
    documents.set(key, to: made)
    return made
  }

  /// A schema of another program's keys, read once.
  private mutating func bundledDocument(_ schema: BundledSchema) -> SchemaDocument {
    let key = [0] + Array(schema.rawValue.utf8)
    if let known = documents[key] { return known }
    let made = schema.document
    documents.set(key, to: made)
    return made
  }

  /// The schema of a file, read once.
  private mutating func document(at path: SourcePath) throws(ConfigurationError) -> SchemaDocument {
    if let known = documents[path.bytes] { return known }
    named.add(path)
    let made = try SchemaLoader.read(path, files)
    documents.set(path.bytes, to: made)
    return made
  }

  /// A path of a configuration. One that was found, not named, may not lead outside its repository, by its name or by a
  /// link.
  private func resolve(_ text: String, _ configuration: Configuration) throws(ConfigurationError) -> SourcePath {
    let path = text.utf8.first == UInt8(ascii: "/") ? SourcePath(text) : configuration.folder.appending(text)
    if overrides.configuration != nil { return path }
    var locations = SchemaLocations()
    locations.root = Repository.root(of: configuration.folder)
    guard locations.mayRead(path) else { throw .outside(SourcePath(text)) }
    return path
  }

  // MARK: Reports

  /// What holds for a file, and where each setting came from.
  package mutating func report(for path: SourcePath) throws(ConfigurationError) -> SettingsReport {
    let settings = try settings(for: path)
    let isExcluded = try excludes(path, isFolder: false)
    var own: OwnSchema?
    var linter = settings.linter
    var met: [Bool] = []
    if FolderListing.exists(path) {
      let document = Document(try SchemaLoader.source(path, SettingsFiles()))
      linter = settings.linter(for: document)
      met = linter.conditions?.met(by: document) ?? []
      if let named = document.ownSchema, let result = settings.ownSchemas?.linter(named.name, path) {
        own = named
        linter = try result.get()
      }
      linter = linter.variant(for: document)
    }
    var answers = met.makeIterator()
    let fitting = settings.configuration.overrides(for: path).filter {
      settings.configuration.overrides[$0].condition == nil || answers.next() ?? false
    }
    return SettingsReport(
      path: path, settings: settings, overrides: fitting, own: own, linter: linter,
      found: readers.found(for: path.folder),
      isExcluded: isExcluded, isSystemDay: settings.configuration.today == nil && overrides.today == nil)
  }
}

// MARK: Schemas that files name

extension Workspace {
  /// The linter for files of a folder that name their own schema, at `place`; the posting schema where it is `nil`.
  mutating func linter(
    _ holding: SettingsInForce, naming name: String, _ place: SourcePath?, in folder: SourcePath
  ) -> Result<Linter, ConfigurationError> {
    do throws(ConfigurationError) {
      var document = SchemaDocument.posting
      if let place {
        var locations = SchemaLocations()
        locations.root = Repository.root(of: folder)
        guard locations.mayRead(place) else { throw .outside(SourcePath(name)) }
        document = try self.document(at: place)
      }
      let root = document.folders.isEmpty ? nil : lists.root(for: folder.appending("x"), document.folders)
      return .success(try linter(holding, document, isPosting: place == nil, root))
    } catch {
      return .failure(error)
    }
  }

  /// A workspace that knows the same and has given nothing away.
  var bare: Workspace {
    var copy = self
    copy.made = NameMap()
    copy.byFolder = NameMap()
    return copy
  }
}
