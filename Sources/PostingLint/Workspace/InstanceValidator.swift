import DataTree
import JSON
package import SourceText
import YAML

/// Validates files of any kind against one schema: JSON, YAML, or the front matter of Markdown.
///
/// Everything that the schema refuses is an error here: an instance is valid or it is not.
package struct InstanceValidator {
  private let document: SchemaDocument
  private let locations: SchemaLocations
  private let assertsFormat: Bool
  private let options: LintOptions
  private var finder = ReferenceFinder()
  private var compiled: [SourcePath?: FrontMatterSchema] = [:]
  private let settings: RuleSettings

  /// Reads and compiles the schema at `path`; `today` is the day that its dates are measured by.
  package init(
    schema path: SourcePath, locations: SchemaLocations, today: CalendarDate, assertsFormat: Bool
  ) throws(ConfigurationError) {
    document = try SchemaLoader.read(path)
    self.locations = locations
    self.assertsFormat = assertsFormat
    options = LintOptions(today: today)
    var settings = RuleSettings(only: RuleRegistry.all.map { $0.info.id })
    for rule in RuleRegistry.all { settings.set(rule.info.id, to: .error) }
    self.settings = settings
    compiled[nil] = try SchemaLoader.compile(document, options, locations, assertsFormat: assertsFormat)
  }

  /// Validates one file.
  package mutating func report(on source: Source) throws(ConfigurationError) -> FileReport {
    let schema = try schema(for: source.path)
    var findings = Findings(settings: settings)
    let text: Source
    switch InstanceKind(source.path) {
    case .json:
      text = source
      checkJSON(source, schema, &findings)
    case .yaml:
      let result = YAMLParser.parseFile(source.bytes)
      text = Source(path: source.path, bytes: result.tree.bytes)
      check(result.tree, result.errors, schema, &findings)
    case .frontMatter:
      text = source
      let posting = Posting(source)
      let context = RuleContext(posting, options: options, readsBody: false, readsTitles: false)
      for rule in [MissingFrontMatter.self, UnterminatedFrontMatter.self] as [any Rule.Type] {
        rule.check(context, &findings)
      }
      if posting.frontMatter.isPresent { check(posting.tree, posting.errors, schema, &findings) }
    }
    var sorted = findings.diagnostics.sorted { left, right in
      left.range == right.range ? left.rule < right.rule : left.range < right.range
    }
    // Nothing is written by this command: a fix only shows what to write.
    for index in sorted.indices {
      sorted[index].fix = sorted[index].fix.flatMap { Fix($0.title, .displayOnly, $0.edits) }
    }
    return FileReport(source: text, diagnostics: sorted)
  }

  private func checkJSON(_ source: Source, _ schema: FrontMatterSchema, _ findings: inout Findings) {
    do {
      let tree = try JSONParser.parse(source.bytes)
      if let root = tree.root { schema.check(tree, root, as: .data, &findings) }
    } catch {
      findings.add(YAMLSyntax.self, at: error.range, InstanceKind.message(error))
    }
  }

  private func check(
    _ tree: DataTree, _ errors: [YAMLError], _ schema: FrontMatterSchema, _ findings: inout Findings
  ) {
    for error in errors {
      let rule: any Rule.Type = error.code == .duplicateKey ? DuplicateKey.self : YAMLSyntax.self
      findings.add(rule, at: error.range, error.message, fix: error.fix)
    }
    for root in tree.roots { schema.check(tree, root, as: .data, &findings) }
    if tree.roots.isEmpty, errors.isEmpty {
      findings.add(
        YAMLSyntax.self, at: ByteRange(at: 0),
        Message(fr: "ce fichier ne contient aucune valeur", en: "this file holds no value"))
    }
  }

  /// The schema with the lists of ids that are near a file.
  private mutating func schema(for path: SourcePath) throws(ConfigurationError) -> FrontMatterSchema {
    let folders = document.folders
    let root = folders.isEmpty ? nil : finder.root(for: path, folders)
    if let known = compiled[root] { return known }
    var options = options
    options.references = finder.references(in: root, folders)
    let made = try SchemaLoader.compile(document, options, locations, assertsFormat: assertsFormat)
    compiled[root] = made
    return made
  }
}
