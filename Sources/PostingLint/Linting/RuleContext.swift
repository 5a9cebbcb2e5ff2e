public import DataTree
package import JSONSchema
public import Markdown
package import Readers
package import SourceText

/// What a rule may look at: one file, and what is read of it. A reading is made when it is first asked for, and once; only
/// the bytes are looked at in any case, as a file that is no text has no other readings.
///
/// A class, because the rules of one file share its readings. One file is linted by one thread: the context never leaves
/// it.
public final class RuleContext {
  /// The file, split and read.
  public let document: Document
  /// What the user asked for.
  public let options: LintOptions
  /// What the values must meet, if anything.
  private let schema: SchemaValidator?
  private let titleKeys: [TitleKey]
  /// How many failures of one keyword of the schema are told, all of them for 0.
  var findingLimit = 0
  /// The schema as it is written.
  let schemaTree: DataTree?
  /// What was read of an earlier text of the file, where the readings of this one are kept in their turn.
  private let earlier: TextReadings?
  /// What is different in this text.
  private let change: ChangedBytes?

  /// The links and the protected parts of the body; nothing where the file is data.
  public private(set) lazy var body =
    earlier == nil ? MarkdownScan.scan(bytes, in: document.frontMatter.body, lines) : markdown.body
  /// The body as it is read after an earlier text.
  private(set) lazy var markdown = MarkdownReading(
    bytes, in: document.frontMatter.body, lines, after: earlier?.markdown, change)
  /// The targets of the body that write to somebody, each once.
  private(set) lazy var mailtoLinks = MailtoLinks(body, in: bytes)
  /// What reads the body of a text that edits of this one make, where that is faster than reading it alone.
  var bodyAfterEdits: ((Document) -> MarkdownBody)? {
    guard earlier != nil else { return nil }
    let markdown = markdown
    return { next in
      MarkdownReading(next.bytes, in: next.frontMatter.body, LineIndex(next.bytes), after: markdown).body
    }
  }
  /// What the name of the file says.
  private(set) lazy var fileName = FileName(document.source.path)
  /// What one pass over the bytes found.
  package let encoding: EncodingScan
  /// The titles of posts among the values, in the order of the schema.
  private(set) lazy var titles = readTitles()
  /// Those of the titles that are no mere mention of a role.
  private(set) lazy var postTitles =
    titles.contains { $0.key.isMention } ? titles.filter { !$0.key.isMention } : titles
  /// Whether the schema speaks of titles of posts.
  var readsTitles: Bool { !titleKeys.isEmpty }
  /// The lines that count for nothing, each with the next of the same key.
  private(set) lazy var lostKeys = LostKeys.find(in: tree)
  /// The keys that the front matter ends above.
  private(set) lazy var keysBelow = document.form == .frontMatter ? KeysBelow(document) : nil
  /// What the schema finds wrong with the values.
  package private(set) lazy var failures = readFailures()

  /// What the readers in force make of the front matter, where it is YAML; all alike of any other text.
  package private(set) lazy var readings =
    document.form == .frontMatter && document.syntax == .yaml && document.frontMatter.isPresent
    ? Readers.compare(
      tree, in: document.frontMatter.content, hasErrors: !document.errors.isEmpty, readers: options.readers.readers,
      isPage: document.frontMatter.problems.isEmpty && document.frontMatter.byteOrderMark == nil)
    : ReaderComparison()

  /// What the schema says of the keys at the top, for messages.
  private(set) lazy var keyGuide = KeyGuide(schemaTree)
  /// The keys that the schema knows and the front matter lacks, in the order of the schema.
  private(set) lazy var freeKeys = keyGuide.names.filter { !hasKey(Array($0.utf8)) }
  /// The names that were looked for among the keys at the top of the front matter, and whether they are there: few, where
  /// the keys may be as many as the words of the file.
  private var askedKeys = NameMap<Bool>()
  /// The lines of the file.
  package var lines: LineIndex { encoding.lines }
  /// The comments that silence findings, with what they silenced once the engine has asked them.
  lazy var suppressions = Suppressions(
    comments: tree.comments + body.regions.lazy.filter { $0.kind == .htmlComment }.map(\.range), in: bytes,
    lines: { lines })

  /// The quotes that the file uses, double quotes where it uses none.
  package private(set) lazy var quotes: NodeStyle =
    tree.nodes.lazy.map(\.style).first { $0 == .singleQuoted || $0 == .doubleQuoted } ?? .doubleQuoted

  /// The bytes of the file.
  public var bytes: [UInt8] { document.source.bytes }
  /// The values of the front matter.
  public var tree: DataTree { document.tree }

  /// A file under a schema, of whose keys `titleKeys` hold titles of posts; `schemaTree` is the schema as it is written.
  /// After `earlier` only what changed is read anew.
  package init(
    _ document: Document, options: LintOptions, schema: SchemaValidator? = nil, titleKeys: [TitleKey] = [],
    schemaTree: DataTree? = nil, after earlier: TextReadings? = nil
  ) {
    self.schemaTree = schemaTree
    self.document = document
    self.earlier = earlier
    if let earlier {
      let change = ChangedBytes(from: earlier.bytes, to: document.bytes)
      self.change = change
      encoding = EncodingScan(document.bytes, after: earlier.encoding, change)
    } else {
      change = nil
      encoding = EncodingScan(document.bytes)
    }
    self.options = options
    self.schema = schema
    self.titleKeys = titleKeys
  }

  // MARK: Writing

  /// A text as the syntax of the file writes it, plain or in the quotes that the file uses; `nil` where it cannot.
  package func written(_ text: [UInt8], at place: ScalarPlace, like style: NodeStyle) -> [UInt8]? {
    let writer = document.syntax.writer
    if style == .plain, let plain = writer.written(text, at: place, like: .plain), plain == text { return plain }
    return writer.written(text, at: place, like: style == .plain ? quotes : style)
  }

  /// The edit that writes `text` in place of a scalar's value, keeping its quotes; `nil` where the value is written in a
  /// way that an edit cannot keep (an alias, a block scalar).
  package func replacing(_ id: NodeID, with text: [UInt8]) -> Edit? {
    let node = tree[id]
    guard node.kind == .scalar, !text.isEmpty, node.style != .literal, node.style != .folded else { return nil }
    return written(text, at: .flow, like: node.style).map { Edit(node.range, $0) }
  }

  /// Whether the front matter has a key at its top.
  func hasKey(_ name: [UInt8]) -> Bool {
    if let known = askedKeys[name] { return known }
    let isThere = document.root.map { root in tree.pairs(of: root).contains { tree.scalar($0.key, equals: name) } }
    askedKeys.set(name, to: isThere ?? false)
    return isThere ?? false
  }

  /// The edits that give a key another name at every place that names it, keeping its quotes; `nil` where it cannot be
  /// written.
  package func renaming(_ key: NodeID, to name: String) -> [Edit]? {
    guard tree[key].kind == .scalar else { return nil }
    return written(Array(name.utf8), at: .key, like: tree[key].style).map { text in
      tree.places(of: key).map { Edit($0, text) }
    }
  }

  /// The text that a failure is about, for messages.
  func entry(_ failure: SchemaFailure) -> String {
    tree[failure.instance].isVerbatim
      ? Quoted.text(document.source[failure.range]) : Quoted.text(tree.utf8(of: failure.instance))
  }

  private func readTitles() -> [TitleReading] {
    guard let reader = options.roles else { return [] }
    return titleKeys.compactMap { TitleReading($0, document, reader) }
  }

  // MARK: The schema

  /// The names that more than one unknown key of a mapping may be meant as.
  private lazy var contestedNames = contested()

  /// Whether another unknown key of the same mapping may be meant as the same known one.
  func hasRival(_ failure: SchemaFailure) -> Bool {
    guard case .unknownKey(_, let nearest?) = failure.kind else { return false }
    return contestedNames.contains(MeantName(container: failure.container, name: Array(nearest.utf8)))
  }

  private struct MeantName: Hashable {
    let container: NodeID
    let name: [UInt8]
  }

  private func contested() -> Set<MeantName> {
    var seen: Set<MeantName> = []
    var contested: Set<MeantName> = []
    for failure in failures {
      guard case .unknownKey(_, let nearest?) = failure.kind else { continue }
      let name = MeantName(container: failure.container, name: Array(nearest.utf8))
      if !seen.insert(name).inserted { contested.insert(name) }
    }
    return contested
  }

  /// Keys at the top without a value have a rule of their own where values are wanted, and so have lines that a later one with the same key
  /// takes the place of: no more is said of them.
  private func readFailures() -> [SchemaFailure] {
    guard let schema else { return [] }
    // Front matter without a mapping: an empty one lacks its keys, any other is a mistake of the syntax.
    if document.form == .frontMatter, document.root == nil,
      !document.frontMatter.isPresent || (tree.root.map { tree.type(of: $0) } != .null && !document.errors.isEmpty)
    {
      return []
    }
    // What comments silence on single lines is known only of what is noted.
    let limit = suppressions.namesLines ? 0 : findingLimit
    var failures = tree.roots.flatMap { schema.failures(of: tree, root: $0, limit: limit) }
    guard !failures.isEmpty else { return [] }
    if leaveUntold(&failures) {
      // What is not told must not have taken the place of what would be.
      failures = tree.roots.flatMap { schema.failures(of: tree, root: $0) }
      _ = leaveUntold(&failures)
    }
    return failures
  }

  /// Leaves out the failures that are not told; says whether one of them stood among those of a keyword that are only
  /// noted in part.
  private func leaveUntold(_ failures: inout [SchemaFailure]) -> Bool {
    let lost = CoveredBytes(LostKeys.values(lostKeys, in: tree))
    var isOneOfMany = false
    failures.removeAll { failure in
      guard isUntold(failure, lost) else { return false }
      if failure.isOneOfMany { isOneOfMany = true }
      return true
    }
    return isOneOfMany
  }

  private func isUntold(_ failure: SchemaFailure, _ lost: CoveredBytes) -> Bool {
    if !failure.range.isEmpty, lost.touches(failure.range) { return true }
    if options.validatesOnly || failure.kind.isAboutKeys { return isOwnSchema(failure) }
    if !options.hasSchema { return false }
    // A pointer of one step is that of a key at the top; a slash in the key's own text is escaped.
    return failure.pointer.utf8.count { $0 == Byte.slash } == 1 && isEmpty(failure.instance)
  }

  /// What the schema would find wrong if the keys at the top that have no value were not there.
  package var failuresWithoutEmptyKeys: [SchemaFailure] {
    guard let schema, let root = document.root else { return [] }
    var tree = tree
    for (key, value) in self.tree.pairs(of: root) where isEmpty(value) {
      // A key without a name is one that nobody asks for.
      tree.nodes[key.index].end = tree.nodes[key.index].start
      tree.nodes[key.index].style = .plain
      tree.nodes[key.index].isVerbatim = true
    }
    return tree.nodes.count == 0 ? [] : schema.failures(of: tree, root: root)
  }

  /// Whether a value says nothing. In a posting nobody means anything by `null` or `~` either; another schema may.
  func isEmpty(_ value: NodeID) -> Bool {
    tree.isEmptyValue(value) || (options.isPosting && tree[value].kind == .scalar && tree.type(of: value) == .null)
  }

  /// Whether a key is missed by the schema that only names the schema.
  private func isOwnSchema(_ failure: SchemaFailure) -> Bool {
    guard !options.validatesOnly, failure.pointer == "/$schema", case .unknownKey = failure.kind else { return false }
    return true
  }
}

extension KeyInsertion {
  /// Where a key of a file belongs after the value `predecessor`, or before the first pair.
  init(of name: String, into mapping: NodeID, in context: RuleContext, after predecessor: NodeID?) {
    let written = context.written(Array(name.utf8), at: .key, like: .plain)
    let key = written.map { String(decoding: $0, as: UTF8.self) } ?? name
    if context.document.syntax == .toml {
      self.init(toml: key, into: mapping, in: context.tree, after: predecessor)
    } else {
      self.init(of: key, into: mapping, in: context.tree, after: predecessor)
    }
  }
}
