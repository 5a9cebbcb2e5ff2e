public import DataTree
import JSON
public import JSONSchema
import Roles
import Schemas
import SourceText

/// A compiled schema for the values of documents, and how its failures become findings.
public struct DocumentSchema: Sendable {
  /// The compiled schema.
  let validator: SchemaValidator
  private let options: LintOptions
  /// The schema as it was read.
  package let document: DataTree
  private let baseURI: String
  /// The keys at the top whose values speak of posts.
  let titleKeys: [TitleKey]

  /// Compiles the posting schema that is part of the program.
  public static func posting(options: LintOptions) throws(SchemaErrors) -> DocumentSchema {
    try DocumentSchema(document: bundled(BundledSchemas.posting), options: options)
  }

  /// The tree of a schema that is part of the program.
  package static func bundled(_ text: StaticString) -> DataTree {
    // A bundled text is JSON, which a test makes sure of; an empty tree compiles to an error, not to a crash.
    (try? JSONParser.parse(text.withUTF8Buffer { unsafe Array($0) })) ?? DataTree(bytes: [])
  }

  /// Compiles a schema document, with the keywords of the posting vocabulary.
  ///
  /// - Parameter document: the schema as a tree.
  /// - Parameter options: the lists of ids that values may name, and the day that counts as today.
  /// - Parameter checksSchema: whether the schema is validated by its metaschema first.
  /// - Parameter baseURI: the address of the document, from which its references start.
  /// - Parameter assertsFormat: whether `format` is checked.
  /// - Parameter resolver: gives the document that a reference leads to, or `nil`.
  /// - Throws: every mistake of the schema, with its place in the document.
  public init(
    document: DataTree, options: LintOptions, checksSchema: Bool = false, baseURI: String = "",
    assertsFormat: Bool = false, resolver: @escaping (String) -> DataTree? = { _ in nil }
  ) throws(SchemaErrors) {
    var schemaOptions = SchemaOptions()
    schemaOptions.baseURI = baseURI
    schemaOptions.assertsFormat = assertsFormat
    schemaOptions.extraKeywords = PostingVocabulary.extraKeywords(options)
    schemaOptions.checksSchema = checksSchema
    validator = try SchemaValidator(schema: document, options: schemaOptions, resolver: resolver)
    self.options = options
    self.document = document
    self.baseURI = baseURI
    titleKeys = Self.titleKeys(document)
  }

  /// The properties of the schema's root that say `roleTitle`.
  private static func titleKeys(_ document: DataTree) -> [TitleKey] {
    guard let root = document.root, let properties = document.value(of: "properties", in: root) else { return [] }
    return document.pairs(of: properties).compactMap { key, schema in
      switch document.value(of: "roleTitle", in: schema).map({ document.text(of: $0) }) {
      case "true": TitleKey(name: document.text(of: key), isMention: false)
      case "mention": TitleKey(name: document.text(of: key), isMention: true)
      default: nil
      }
    }
  }

  /// What rules may look at in a document under this schema.
  package func context(of document: Document) -> RuleContext {
    RuleContext(document, options: options, schema: validator, titleKeys: titleKeys)
  }

  /// Adds what is wrong with the values of a document.
  package func check(_ context: RuleContext, _ findings: inout Findings) {
    for failure in context.failures {
      if case .extra = failure.kind {
        reportOwn(failure, context.tree, &findings)
      } else {
        report(failure, context, &findings)
      }
    }
  }

  /// Reports a failure of one of the program's own keywords.
  private func reportOwn(_ failure: SchemaFailure, _ tree: DataTree, _ findings: inout Findings) {
    for problem in PostingVocabulary.problems(behind: failure, in: tree, options) {
      findings.add(
        problem.rule, at: problem.range, problem.message, notes: problem.notes, pointer: failure.pointer,
        keywordLocation: location(failure), severity: problem.severity ?? severity(failure), fix: problem.fix)
    }
  }

  private func report(_ failure: SchemaFailure, _ context: RuleContext, _ findings: inout Findings) {
    let (rule, ownSeverity) = Self.rule(for: failure, findings.rules)
    if rule == WrongType.self, !context.options.validatesOnly,
      AmbiguousScalar.report(failure, context.tree, &findings)
    {
      return
    }
    findings.add(
      rule, at: failure.range, failure.message, pointer: failure.pointer, keywordLocation: location(failure),
      severity: severity(failure) ?? ownSeverity, fix: fix(for: failure, context))
  }

  /// Where the keyword stands: `#/…` in the schema's own document, the address before it elsewhere. Files below the
  /// schema's folder are named from there, so that the text is the same on every machine.
  private func location(_ failure: SchemaFailure) -> String {
    let uri = failure.keywordLocation.uri
    guard !baseURI.isEmpty else { return uri }
    if uri.hasPrefix(baseURI + "#") { return String(uri.dropFirst(baseURI.count)) }
    guard let slash = baseURI.lastIndex(of: "/"), uri.hasPrefix(baseURI[...slash]) else { return uri }
    return String(uri.dropFirst(baseURI[...slash].count))
  }

  /// What the schema says of the severity, beside the keyword that failed.
  private func severity(_ failure: SchemaFailure) -> Severity? {
    guard let report = failure.annotation("report"), let level = report.tree.value(of: "severity", in: report.node)
    else { return nil }
    return Severity(name: report.tree.text(of: level))
  }

  /// The rule for a failure, and the severity that the failure itself gives.
  private static func rule(for failure: SchemaFailure, _ rules: RuleList) -> (any Rule.Type, Severity?) {
    if let report = failure.annotation("report"), let name = report.tree.value(of: "rule", in: report.node) {
      let id = report.tree.text(of: name)
      if let rule = rules.all.first(where: { $0.info.id == id }) { return (rule, nil) }
    }
    switch failure.kind {
    case .missingKey, .missingOneOf: return (MissingKey.self, nil)
    case .unknownKey(_, let nearest): return (UnknownKey.self, nearest == nil ? .warning : .error)
    case .forbiddenKey: return (UnknownKey.self, nil)
    case .wrongType: return (WrongType.self, nil)
    case .notAmong: return (UnknownValue.self, nil)
    default: return (SchemaRule.self, nil)
    }
  }

  private func fix(for failure: SchemaFailure, _ context: RuleContext) -> Fix? {
    guard !failure.edits.isEmpty else { return nil }
    switch failure.kind {
    case .unknownKey(_, let nearest?):
      return Fix(Message(fr: "Écrire «\u{A0}\(nearest)\u{A0}»", en: "Write “\(nearest)”"), .safe, failure.edits)
    case .notAmong(_, _, let nearest?, _):
      let shown = Quoted.text(nearest)
      return Fix(Message(fr: "Écrire «\u{A0}\(shown)\u{A0}»", en: "Write “\(shown)”"), .unsafe, failure.edits)
    case .wrongType:
      let text = failure.edits.map { String(decoding: $0.replacement, as: UTF8.self) }.joined(separator: "…")
      return Fix(Message(fr: "Écrire \(text)", en: "Write \(text)"), .unsafe, failure.edits)
    case .missingKey(let name, _, nil):
      return impliedDomains(name, failure, context) ?? insertion(of: name, failure)
    case .missingKey(let name, _, .some):
      let shown = Quoted.text(name)
      return Fix(
        Message(fr: "Écrire «\u{A0}\(shown)\u{A0}»", en: "Write “\(shown)”"), .unsafe, failure.edits)
    default: return nil
    }
  }

  /// The line to add for a missing key; its value is for people to write.
  private func insertion(of name: String, _ failure: SchemaFailure) -> Fix? {
    let shown = Quoted.text(name)
    let title = Message(
      fr: "Ajouter «\u{A0}\(shown):\u{A0}» et sa valeur", en: "Add “\(shown):” and its value")
    return Fix(title, .displayOnly, failure.edits)
  }

  /// The domains that the title implies, as the value of the missing key that holds them.
  private func impliedDomains(_ name: String, _ failure: SchemaFailure, _ context: RuleContext) -> Fix? {
    guard name == "domaines", let edit = failure.edits.first, let title = context.postTitles.first,
      failure.container == context.document.root
    else { return nil }
    let domains = title.reading.domains
    guard !domains.isEmpty else { return nil }
    let list = "[" + domains.joined(separator: ", ") + "]"
    var text = String(decoding: edit.replacement, as: UTF8.self)
    // The insertion may end with the line end before the next key.
    guard let colon = text.lastIndex(of: ":") else { return nil }
    let place = text.index(after: colon)
    if place < text.endIndex, text[place] == " " { text.remove(at: place) }
    text.insert(contentsOf: " " + list, at: place)
    return Fix(
      Message(fr: "Ajouter «\u{A0}domaines: \(list)\u{A0}»", en: "Add “domaines: \(list)”"), .unsafe,
      [Edit(edit.range, text)])
  }
}
