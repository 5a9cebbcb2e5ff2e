public import DataTree
import JSON
public import JSONSchema
import Roles
import Schemas
import SourceText

/// A compiled schema for the values of documents.
public struct DocumentSchema: Sendable {
  /// The compiled schema.
  let validator: SchemaValidator
  private let options: LintOptions
  /// The schema as it was read.
  package let document: DataTree
  private let baseURI: String
  /// The keys at the top whose values speak of posts.
  package let titleKeys: [TitleKey]

  /// The posting schema that is part of the program, which carries it compiled.
  public static func posting(options: LintOptions) -> DocumentSchema { DocumentSchema(bundledFor: options) }

  private init(bundledFor options: LintOptions) {
    var schemaOptions = SchemaOptions()
    schemaOptions.checksSchema = false
    schemaOptions.customKeywords = PostingVocabulary.customKeywords(options)
    schemaOptions.meantKey = { KeySynonyms.meant(by: $0) }
    validator = SchemaValidator(
      image: SchemaImage(numbers: BundledSchemas.postingNumbers, names: BundledSchemas.postingNames),
      text: BundledSchemas.posting.withUTF8Buffer { unsafe Array($0) }, options: schemaOptions)
    self.options = options
    document = validator.document
    baseURI = ""
    titleKeys = TitleKey.ofPostings
  }

  /// What ``posting(options:)`` is read from; `nil` where an image cannot hold the schema.
  package static func postingImage() -> SchemaImage? {
    SchemaValidator.image(of: bundled(BundledSchemas.posting), keywords: PostingVocabulary.speakingKeywords)
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
    schemaOptions.assertsFormat = assertsFormat || Self.assertsFormat(document)
    schemaOptions.customKeywords = PostingVocabulary.customKeywords(options)
    schemaOptions.checksSchema = checksSchema
    schemaOptions.meantKey = { KeySynonyms.meant(by: $0) }
    validator = try SchemaValidator(schema: document, options: schemaOptions, resolver: resolver)
    self.options = options
    self.document = document
    self.baseURI = baseURI
    titleKeys = Self.titleKeys(document)
  }

  /// Whether the schema's root asks for `format` to be checked.
  private static func assertsFormat(_ document: DataTree) -> Bool {
    guard let root = document.root, let value = document.value(of: "assertFormat", in: root) else { return false }
    return document.type(of: value) == .boolean && document.text(of: value) == "true"
  }

  /// The properties of the schema's root that say `roleTitle`.
  package static func titleKeys(_ document: DataTree) -> [TitleKey] {
    guard let root = document.root, let properties = document.value(of: "properties", in: root) else { return [] }
    return document.pairs(of: properties).compactMap { key, schema in
      switch document.value(of: "roleTitle", in: schema).map({ document.text(of: $0) }) {
      case "true": TitleKey(name: document.text(of: key), isMention: false)
      case "mention": TitleKey(name: document.text(of: key), isMention: true)
      default: nil
      }
    }
  }

  /// What rules may look at in a document under this schema; after `earlier` only what changed is read anew.
  package func context(of document: Document, after earlier: TextReadings? = nil) -> RuleContext {
    RuleContext(
      document, options: options, schema: validator, titleKeys: titleKeys, schemaTree: self.document, after: earlier)
  }

  /// Where the keyword stands: `#/…` in the schema's own document, the address before it elsewhere. Files below the
  /// schema's folder are named from there, so that the text is the same on every machine.
  func location(_ failure: SchemaFailure) -> String {
    let uri = failure.keywordLocation.uri
    guard !baseURI.isEmpty else { return uri }
    if uri.hasPrefix(baseURI + "#") { return String(uri.dropFirst(baseURI.count)) }
    guard let slash = baseURI.lastIndex(of: "/"), uri.hasPrefix(baseURI[...slash]) else { return uri }
    return String(uri.dropFirst(baseURI[...slash].count))
  }

  /// What the schema says of a failure, beside the keyword that failed: the rule to report it under, and its severity.
  static func report(_ failure: SchemaFailure) -> (rule: String?, severity: Severity?) {
    guard let report = failure.annotation("report") else { return (nil, nil) }
    let tree = report.tree
    return (
      tree.value(of: "rule", in: report.node).map { tree.text(of: $0) },
      tree.value(of: "severity", in: report.node).flatMap { Severity(name: tree.text(of: $0)) }
    )
  }
}
