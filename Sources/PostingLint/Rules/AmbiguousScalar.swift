import DataTree
import JSONSchema
import Readers
import SourceText

/// A value or a key of which the readers in force make different things.
enum AmbiguousScalar: FailureRule {
  static let info = RuleInfo(
    id: "ambiguous-scalar", group: .frontMatter, severity: .warning,
    exceptions: [
      SeverityException(
        .error, fr: "pour une page que les outils publient ou cachent différemment",
        en: "for a page that tools publish or hide differently")
    ],
    yieldsTo: [
      "control-character", "duplicate-key", "impossible-date", "invalid-utf8", "keys-differ-in-case", "yaml-syntax",
    ],
    fixability: .safe,
    summary: Message(
      fr: "une valeur que les outils lisent différemment", en: "a value that tools read in different ways"),
    rationale: Message(
      fr: """
        Selon l’outil, «\u{A0}yes\u{A0}» est un mot ou vaut «\u{A0}true\u{A0}», «\u{A0}12:30\u{A0}» est un texte ou un nombre, «\u{A0}010\u{A0}» vaut dix ou \
        huit. Écrivez «\u{A0}true\u{A0}» ou «\u{A0}false\u{A0}», ou mettez le texte entre guillemets.
        """,
      en: """
        Depending on the tool, “yes” is a word or “true”, “12:30” is a text or a number, “010” is ten or eight. \
        Write “true” or “false”, or put the text between quotes.
        """),
    examples: [
      .bad(.frontMatter, "open: yes\n", fixed: "open: true\n"),
      .good(.frontMatter, "open: true\n"),
    ])

  /// Keys that decide whether a page is published.
  private static let visibilityKeys = ["/draft", "/published", "/unlisted"]

  /// A wrong type that a reader in force does not see, because it reads what is wanted.
  static func finding(_ failure: SchemaFailure, _ context: RuleContext) -> Finding? {
    let tree = context.tree
    guard !context.options.validatesOnly, case .wrongType(let expected, let actual) = failure.kind, !actual.isQuoted,
      context.document.syntax == .yaml, let text = plainText(failure.instance, tree),
      // `1,5` is 15 to one and a text to another, and neither is meant.
      WrongType.numberWord(actual, expected) == nil
    else { return nil }
    let values = context.options.readers.readings(of: text)
    guard let wanted = values.first(where: { $0.value.map { meets($0, expected) } ?? false }) else { return nil }
    let other = values.first { $0.value.map { !meets($0, expected) } ?? false }
    let standard = Message(fr: "le texte \(fr: Quoted.text(text))", en: "the text \(en: Quoted.text(text))")
    let fact = ReadAs.message(
      (wanted.reader.profile.title, ReadAs.value(wanted.value)),
      (other?.reader.profile.title ?? "YAML 1.2", other.map { ReadAs.value($0.value) } ?? standard))
    let fix: Fix?
    let advice: Message
    switch wanted.value {
    case .bool(let value)?:
      fix = Fix(.write("\(value)"), .safe, Edit(failure.range, "\(value)"))
      advice = writeAdvice("\(value)")
    case .string(let own)? where own == text:
      let edit = quoting(failure.instance, context)
      fix = edit.map { Fix(quoteTitle($0), .safe, $0) }
      advice = quoteAdvice(edit)
    default:
      fix = nil
      advice = otherwiseAdvice
    }
    return Finding(failure.range, joined(fact, advice), fix: fix)
  }

  static func check(_ context: RuleContext, _ findings: inout Findings) {
    guard !context.isPageTemplate else { return }
    addMarksOfTexts(context, &findings)
    let disagreements = context.readings.disagreements
    guard !disagreements.isEmpty else { return }
    let taken = Set(findings.diagnostics.map(\.range))
    let tree = context.tree
    let pointers = PointerIndex(tree)
    for disagreement in disagreements {
      // What a program fills in before the readers come is not known.
      guard !isTemplate(disagreement.node, context) else { continue }
      guard let node = disagreement.node else {
        // A key that one reader alone makes of what is written wrongly: the mistake has its finding.
        guard context.document.errors.isEmpty else { continue }
        findings.add(
          Self.self, at: firstLine(context), joined(ReadAs.message(disagreement), otherwiseAdvice),
          pointer: disagreement.pointer)
        continue
      }
      guard !taken.contains(tree.range(of: node)) else { continue }
      let (advice, fix) =
        disagreement.isKey ? keyAdvice(node, context) : valueAdvice(disagreement, node, context)
      let message =
        ReadAs.differInBlanks(disagreement) ? blanksMessage(disagreement) : joined(ReadAs.message(disagreement), advice)
      findings.add(
        Self.self, at: range(of: node, tree), message,
        pointer: disagreement.isKey ? disagreement.pointer : pointers.pointer(to: node),
        severity: visibilityKeys.contains(disagreement.pointer) ? .error : nil, fix: fix)
    }
  }

  /// Quotes and brackets of which Pelican makes a part of the text, where it alone makes the site.
  private static func addMarksOfTexts(_ context: RuleContext, _ findings: inout Findings) {
    let document = context.document
    guard context.options.readers.readers == [.pelican], document.form == .frontMatter, document.syntax == .yaml,
      document.errors.isEmpty, context.readings.refusals.isEmpty, let root = document.root
    else { return }
    let tree = context.tree
    var pointers: PointerIndex?
    for (key, value) in tree.pairs(of: root) {
      let node = tree[value]
      let isList = node.kind == .sequence && node.style == .flow
      let isQuoted = node.kind == .scalar && (node.style == .singleQuoted || node.style == .doubleQuoted)
      guard isList || isQuoted, !node.hasProperties, !isTemplate(value, context),
        !tree.bytes[node.range.indices].contains(where: \.isLineBreak)
      else { continue }
      let text = isList ? joined(value, tree) : tree.utf8(of: value)
      let bare = text.flatMap { staysOneText($0) ? $0 : nil }
      let isLost = lostKeys.contains(tree.text(of: key).lowercased())
      let places = pointers ?? PointerIndex(tree)
      pointers = places
      findings.add(
        Self.self, at: node.range, marksMessage(isList: isList, isLost: isLost, bare),
        pointer: places.pointer(to: value), severity: isLost ? .error : nil,
        fix: bare.map { Fix(.write(Quoted.text($0)), .unsafe, Edit(node.range, $0)) })
    }
  }

  /// Keys over whose quotes Pelican 4.12.0 leaves an article out.
  private static let lostKeys = ["date", "modified", "status"]

  /// Whether a text without quotes is the whole value to Pelican, and no mistake to a reader of YAML.
  private static func staysOneText(_ text: [UInt8]) -> Bool {
    guard case .string(text)? = Reader.pelican.reading(of: text) else { return false }
    return switch Reader.pyYAML.reading(of: text) {
    case .string(let own)?: own == text
    case nil, .null?, .mapping?, .sequence?: false
    default: true
    }
  }

  /// The texts of a list with commas between them, as Pelican separates tags; `nil` where one holds such a sign.
  private static func joined(_ list: NodeID, _ tree: DataTree) -> [UInt8]? {
    var text: [UInt8] = []
    for item in tree.children(of: list) {
      let own = tree.utf8(of: item)
      guard tree[item].kind == .scalar, !own.isEmpty, !own.contains(Byte.comma), !own.contains(UInt8(ascii: ";")) else {
        return nil
      }
      text += text.isEmpty ? own : Array(", ".utf8) + own
    }
    return text.isEmpty ? nil : text
  }

  /// Whether `{{` stands on the first line of a value, or anywhere in the front matter where the place is not known.
  private static func isTemplate(_ node: NodeID?, _ context: RuleContext) -> Bool {
    let content = context.document.frontMatter.content
    let whole = node.map { range(of: $0, context.tree) } ?? content
    return whole.indices.dropLast().contains {
      context.bytes[$0] == Byte.openBrace && context.bytes[$0 + 1] == Byte.openBrace
    }
  }

  // MARK: What to write

  private static func keyAdvice(_ key: NodeID, _ context: RuleContext) -> (Message, Fix?) {
    let tree = context.tree
    guard tree[key].kind == .scalar, tree[key].style == .plain else { return (otherwiseAdvice, nil) }
    let written = context.written(tree.utf8(of: key), at: .key, like: context.quotes)
    return (quoteKeyAdvice, written.map { Fix(quoteKeyTitle, .unsafe, Edit(tree.range(of: key), $0)) })
  }

  /// Nobody declared the type: whatever is written changes what some reader reads. In quotes, `published: no` would
  /// publish a page, so that of a word for yes or no nothing is written by itself.
  private static func valueAdvice(
    _ disagreement: Disagreement, _ node: NodeID, _ context: RuleContext
  ) -> (Message, Fix?) {
    let tree = context.tree
    guard let text = plainText(node, tree) else { return (otherwiseAdvice, nil) }
    let values = context.options.readers.readings(of: text).map(\.value)
    for case .bool(let value)? in values {
      return (
        choiceAdvice("\(value)"), Fix(.write("\(value)"), .displayOnly, Edit(tree.range(of: node), "\(value)"))
      )
    }
    // What is written is what some reader reads already.
    guard values.contains(where: { isText($0, text) }), let edit = quoting(node, context) else {
      return (otherwiseAdvice, nil)
    }
    return (quoteAdvice(edit), Fix(quoteTitle(edit), .unsafe, edit))
  }

  private static func isText(_ value: ReaderValue?, _ text: [UInt8]) -> Bool {
    if case .string(text)? = value { true } else { false }
  }

  private static func quoting(_ node: NodeID, _ context: RuleContext) -> Edit? {
    context.written(context.tree.utf8(of: node), at: .flow, like: context.quotes).map {
      Edit(context.tree.range(of: node), $0)
    }
  }

  // MARK: Reading one value

  /// The text of a value without quotes on one line.
  private static func plainText(_ id: NodeID, _ tree: DataTree) -> [UInt8]? {
    let node = tree[id]
    guard node.kind == .scalar, node.style == .plain, node.isVerbatim, !node.range.isEmpty, !node.hasProperties,
      node.range.count < 1000
    else { return nil }
    return tree.utf8(of: id)
  }

  private static func meets(_ value: ReaderValue, _ expected: [SchemaType]) -> Bool {
    switch value {
    case .null, .undefined: expected.contains(.null)
    case .bool: expected.contains(.boolean)
    case .int: expected.contains(.integer) || expected.contains(.number)
    case .float: expected.contains(.number)
    case .string: expected.contains(.string)
    default: false
    }
  }

  // MARK: Places

  /// The bytes of a value; of a collection its first line.
  private static func range(of node: NodeID, _ tree: DataTree) -> ByteRange {
    let range = tree.range(of: node)
    guard tree[node].kind == .mapping || tree[node].kind == .sequence else { return range }
    return ByteRange(range.start, range.indices.first { tree.bytes[$0].isLineBreak } ?? range.end)
  }

  private static func firstLine(_ context: RuleContext) -> ByteRange {
    let range = context.document.frontMatter.content
    return ByteRange(range.start, range.indices.first { context.bytes[$0].isLineBreak } ?? range.end)
  }

  // MARK: Words

  private static func joined(_ fact: Message, _ advice: Message) -> Message {
    Message(fr: "\(fact.fr)\u{A0}: \(advice.fr)", en: "\(fact.en): \(advice.en)")
  }

  private static func blanksMessage(_ disagreement: Disagreement) -> Message {
    let (first, second) = (disagreement.first.reader.profile.title, disagreement.second.reader.profile.title)
    return Message(
      fr:
        "\(first) et \(second) ne gardent pas les mêmes espaces de ce texte\u{A0}: supprimez celles qui finissent ses lignes",
      en: "\(first) and \(second) do not keep the same spaces of this text: delete those at the ends of its lines")
  }
  private static func marksMessage(isList: Bool, isLost: Bool, _ bare: [UInt8]?) -> Message {
    let marks =
      isList ? Message(fr: "les crochets", en: "the brackets") : Message(fr: "les guillemets", en: "the quotes")
    let fact =
      isLost
      ? Message(
        fr: "Pelican bute sur \(marks.fr) et laisse la page de côté",
        en: "Pelican stumbles over \(marks.en) and leaves the page out")
      : Message(
        fr: "Pelican affiche \(marks.fr) avec le texte", en: "Pelican shows \(marks.en) as part of the text")
    guard let bare, bare.count <= longestShown else { return joined(fact, withoutAdvice) }
    let shown = Quoted.text(bare)
    return joined(fact, Message(fr: "écrivez \(fr: shown)", en: "write \(en: shown)"))
  }
  private static let withoutAdvice = Message(fr: "écrivez la valeur sans eux", en: "write the value without them")

  private static func writeAdvice(_ word: String) -> Message {
    Message(fr: "écrivez \(fr: word)", en: "write \(en: word)")
  }
  private static func choiceAdvice(_ word: String) -> Message {
    Message(
      fr: "écrivez \(word) sans guillemets, ou le mot entre guillemets droits ( \" )",
      en: "write \(word) without quotes, or the word in straight quotes (\")")
  }
  /// What to write, shown where it is short.
  private static func quoteAdvice(_ edit: Edit?) -> Message {
    guard let written = edit?.replacement, written.count <= longestShown else {
      return Message(fr: "mettez la valeur entre guillemets droits", en: "put the value between straight quotes")
    }
    let shown = Quoted.text(written)
    return written.first == Byte.singleQuote
      ? Message(
        fr: "écrivez \(shown), avec les apostrophes droites", en: "write \(shown), with the straight apostrophes")
      : Message(fr: "écrivez \(shown), avec les guillemets droits", en: "write \(shown), with the straight quotes")
  }
  private static let longestShown = 60
  private static let quoteKeyAdvice = Message(
    fr: "mettez la clé entre guillemets droits", en: "put the key between straight quotes")
  private static let otherwiseAdvice = Message(fr: "écrivez-le autrement", en: "write it in another way")

  private static func quoteTitle(_ edit: Edit) -> Message {
    edit.replacement.count <= longestShown
      ? Message.write(Quoted.text(edit.replacement))
      : Message(fr: "Mettre la valeur entre guillemets droits", en: "Put the value between straight quotes")
  }
  private static let quoteKeyTitle = Message(
    fr: "Mettre la clé entre guillemets droits", en: "Put the key between straight quotes")
}
