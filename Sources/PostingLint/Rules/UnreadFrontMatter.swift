import DataTree
import Readers
import SourceText

/// Front matter that a reader in force does not take, or of which it sees another end: the page loses its keys, or the
/// site is not built.
enum UnreadFrontMatter: Rule {
  static let info = RuleInfo(
    id: "unread-front-matter", group: .frontMatter, severity: .warning,
    exceptions: [
      SeverityException(
        .error, fr: "quand le site perd l’en-tête à coup sûr", en: "where the site surely loses the front matter")
    ],
    yieldsTo: [
      "ambiguous-scalar", "byte-order-mark", "control-character", "duplicate-key", "impossible-date", "invalid-utf8",
      "invisible-character", "mixed-line-endings", "wrong-type", "yaml-syntax",
    ], fixability: .safe,
    summary: Message(
      fr: "un outil du site ne lit pas l’en-tête", en: "a tool of the site does not read the front matter"),
    rationale: Message(
      fr: """
        Un outil qui bute sur une seule ligne perd souvent tout l’en-tête, sans rien dire\u{A0}: Jekyll publie la page sans \
        titre ni date, MkDocs affiche les clés dans le texte, Hugo ne construit plus le site. Écrivez la valeur entre \
        guillemets droits, ou plus simplement.
        """,
      en: """
        A tool that stumbles over one line often loses the whole front matter, and says nothing: Jekyll publishes the page \
        without title and date, MkDocs shows the keys as text, Hugo no longer builds the site. Put the value between \
        straight quotes, or write it in a plainer way.
        """),
    examples: [
      .bad(.frontMatter, "techno:\n  -\tRuby\n", fixed: "techno:\n  - Ruby\n"),
      .good(.frontMatter, "techno:\n  - Ruby\n"),
    ])

  static func check(_ context: RuleContext, _ findings: inout Findings) {
    let document = context.document
    if document.form == .frontMatter, !document.frontMatter.isPresent { return addOddOpening(context, &findings) }
    guard document.form == .frontMatter, document.syntax == .yaml, document.frontMatter.isPresent,
      document.frontMatter.problems.isEmpty, !context.isPageTemplate
    else { return }
    // Where every line ends with a carriage return alone, that is the mistake, and readers see one line.
    if context.encoding.lfCount == 0, context.encoding.crlf.isEmpty, !context.encoding.cr.isEmpty { return }
    addLeftover(context, &findings)
    guard !context.readings.isPlain, !isTemplate(context) else { return }
    // An empty front matter makes a page to all but a few.
    if let root = document.root, context.tree.isEmptyValue(root), !context.options.readers.areKnown { return }
    let readings = context.readings
    if readings.isLeftOut {
      let line = context.lines.line(at: document.frontMatter.content.start)
      if document.errors.isEmpty {
        findings.add(Self.self, at: context.lines.contentRange(ofLine: line, in: context.bytes), leftOutMessage)
      }
      return
    }
    let isPosting = context.options.isPosting && context.options.hasSchema
    // In a posting nobody means a line end that no screen shows, even where it does no harm yet.
    guard isPosting || !readings.isUnanimous else { return }
    let separators = lineSeparators(context)
    if !separators.isEmpty {
      let severity = context.gravity(ofLossIn: readings.refusals.map(\.reader))
      for range in separators {
        findings.add(
          Self.self, at: range, separatorMessage(document.source.text(in: range)), severity: severity,
          fix: Fix(Message(fr: "Mettre une espace à la place", en: "Write a space instead"), .unsafe, Edit(range, " ")))
      }
      return
    }
    guard document.errors.isEmpty else { return }
    let refusals = readings.refusals.filter { !isElsewhere($0.refusal.reason, readings, context) }
    let severity = context.gravity(ofLossIn: readings.refusals.map(\.reader))
    for group in groups(refusals, context) {
      let range = place(of: group.refusal, context)
      if group.refusal.reason == .noMapping, let edits = missingBlanks(context) {
        let losses = losses(group.readers)
        findings.add(
          Self.self, at: range, missingBlankMessage(losses), severity: severity,
          fix: Fix(Message(fr: "Ajouter les espaces", en: "Add the spaces"), .unsafe, edits))
        continue
      }
      findings.add(
        Self.self, at: range, message(group, context), severity: severity,
        fix: RefusalMending.fix(group.refusal, at: range, context))
    }
  }

  private static let leftOutMessage = Message(
    fr:
      "cet en-tête est trop long pour que l’on sache si les outils de sites le lisent\u{A0}: gardez moins de 16\u{A0}000 clés, et moins de 1\u{A0}Mo",
    en:
      "this front matter is too long to tell whether the tools of sites read it: keep fewer than 16,000 keys, and less than 1 MB"
  )

  /// A comment or a space that is none after the opening fence, with which only a few readers take it for one.
  private static func addOddOpening(_ context: RuleContext, _ findings: inout Findings) {
    let bytes = context.bytes
    let end = bytes.firstIndex(where: \.isLineBreak) ?? bytes.count
    let rest = bytes[..<end].drop { $0 == Byte.dash }
    let comment = rest.drop(while: \.isBlank)
    let isComment = comment.first == Byte.hash && comment.count < rest.count
    let isOddSpace =
      comment.first.map { $0 >= 0x80 } == true
      && String(decoding: comment, as: UTF8.self).unicodeScalars.allSatisfy(\.properties.isWhitespace)
    guard end - rest.count == 3, isComment || isOddSpace else { return }
    let readers = context.options.readers.readers
    let finding = Readers.finding(bytes, readers: readers)
    let losing = readers.filter { !finding.contains($0) }
    guard let severity = context.gravity(ofLossIn: losing) else { return }
    let group = Group(
      refusal: Refusal(.noFrontMatter, ByteRange(0, end)), readers: losing.map { ($0, .noFrontMatter) }, line: 0)
    findings.add(
      Self.self, at: ByteRange(0, end), message(group, context), severity: severity,
      fix: Fix(.write("---"), .unsafe, Edit(ByteRange(0, end), "---")))
  }

  /// Keys below the front matter, which the line that closes it has come before.
  private static func addLeftover(_ context: RuleContext, _ findings: inout Findings) {
    guard let keys = context.keysBelow?.lines, let first = keys.first else { return }
    let fix = context.document.frontMatter.closing.flatMap { closing in
      context.bytes[closing.start] == Byte.dash
        ? Fix(
          Message(fr: "Supprimer la ligne «\u{A0}---\u{A0}» de trop", en: "Remove the line “---” that is too much"),
          .unsafe,
          .deletion(context.lines.range(ofLine: context.lines.line(at: closing.start)))) : nil
    }
    findings.add(
      Self.self, at: first, leftoverMessage, severity: context.options.isPosting ? .error : nil, fix: fix)
  }

  private static let leftoverMessage = Message(
    fr:
      "l’en-tête est déjà fermé au-dessus, et ces clés s’affichent dans le texte\u{A0}: enlevez la ligne «\u{A0}---\u{A0}» de trop, ou mettez-la plus bas",
    en:
      "the front matter is closed above already, and these keys show as text: remove the line “---” that is too much, or move it down"
  )

  /// Whether another rule speaks of a refusal, or none: where a Jekyll's site is likely, its ends of front matter do.
  private static func isElsewhere(
    _ reason: RefusalReason, _ readings: ReaderComparison, _ context: RuleContext
  ) -> Bool {
    switch reason {
    case .unprintable: true
    // What begins with “!” and was meant as text is mended as such.
    case .tag:
      context.document.suspects.contains { context.bytes[$0.range.start] == UInt8(ascii: "!") }
        && context.gravity(ofLossIn: readings.refusals.map(\.reader)) != .error
    case .duplicateKey: !context.lostKeys.isEmpty
    case .noClosingFence, .otherEnd:
      context.options.isPosting && !context.options.readers.areKnown
        && context.gravity(ofLossIn: readings.refusals.map(\.reader)) != .error
    default: false
    }
  }

  /// Whether a value holds `{{ … }}`, which a program fills in before the readers come.
  private static func isTemplate(_ context: RuleContext) -> Bool {
    let content = context.document.frontMatter.content
    return content.indices.contains {
      context.bytes[$0] == Byte.openBrace && $0 + 1 < content.end && context.bytes[$0 + 1] == Byte.openBrace
    }
  }

  // MARK: Places

  /// Readers that stumble over one line.
  struct Group {
    var refusal: Refusal
    var readers: [(reader: Reader, reason: RefusalReason)]
    var line: Int
  }

  private static func groups(_ refusals: [(reader: Reader, refusal: Refusal)], _ context: RuleContext) -> [Group] {
    var groups: [Group] = []
    for (reader, refusal) in refusals {
      let line = context.lines.line(at: min(place(of: refusal, context).start, context.bytes.count))
      if let place = groups.firstIndex(where: { $0.line == line }) {
        groups[place].readers.append((reader, refusal.reason))
      } else {
        groups.append(Group(refusal: refusal, readers: [(reader, refusal.reason)], line: line))
      }
    }
    return groups
  }

  /// What adds the blank behind the colon of every line, where each is `key:value`, which together are one text; `nil`
  /// where a line is anything else.
  private static func missingBlanks(_ context: RuleContext) -> [Edit]? {
    let bytes = context.bytes
    let content = context.document.frontMatter.content
    var edits: [Edit] = []
    for line in bytes[content.indices].split(whereSeparator: \.isLineBreak) {
      let text = line.drop(while: \.isBlank)
      if text.isEmpty || text.first == Byte.hash { continue }
      let name = text.prefix { $0.isLetter || $0.isDigit || $0 == Byte.underscore || $0 == Byte.dash }
      let value = text[name.endIndex...].dropFirst()
      guard name.count > 1, name.endIndex < text.endIndex, bytes[name.endIndex] == Byte.colon,
        let first = value.first, !first.isBlank, first != Byte.slash
      else { return nil }
      edits.append(.insertion(" ", at: value.startIndex))
      if edits.count > 1_000 { return nil }
    }
    return edits.isEmpty ? nil : edits
  }

  /// The bytes to look at: inside the front matter and its fences, and no more than one line.
  private static func place(of refusal: Refusal, _ context: RuleContext) -> ByteRange {
    let content = context.document.frontMatter.content
    var range = refusal.range
    if refusal.reason == .noMapping || range.end > (context.document.frontMatter.closing?.end ?? content.end) {
      range = content
    }
    var start = range.start
    while start < range.end, context.bytes[start].isLineBreak { start += 1 }
    let end = (start..<range.end).first { context.bytes[$0].isLineBreak } ?? range.end
    return ByteRange(min(start, end), end)
  }

  /// U+0085, U+2028 and U+2029 in the front matter, which are ends of lines to YAML 1.1; no more than a hundred.
  private static func lineSeparators(_ context: RuleContext) -> [ByteRange] {
    let bytes = context.bytes
    let content = context.document.frontMatter.content
    var found: [ByteRange] = []
    var index = content.start
    while index + 1 < content.end, found.count < 100 {
      switch bytes[index] {
      case 0xC2 where bytes[index + 1] == 0x85:
        found.append(ByteRange(index, index + 2))
        index += 2
      case 0xE2 where index + 2 < content.end && bytes[index + 1] == 0x80 && bytes[index + 2] & 0xFE == 0xA8:
        found.append(ByteRange(index, index + 3))
        index += 3
      default: index += 1
      }
    }
    return found
  }

  // MARK: Words

  private static func message(_ group: Group, _ context: RuleContext) -> Message {
    let reason = group.refusal.reason.message
    let losses = losses(group.readers)
    let advice = RefusalMending.advice(group.refusal.reason)
    return Message(
      fr: "\(reason.fr)\u{A0}: \(losses.fr)\u{A0}; \(advice.fr)", en: "\(reason.en): \(losses.en); \(advice.en)")
  }

  /// What happens, readers of one fate together.
  private static func losses(_ readers: [(reader: Reader, reason: RefusalReason)]) -> Message {
    var fates: [(loss: PageLoss, readers: [Reader])] = []
    for (reader, reason) in readers {
      let loss = reader.loss(reason)
      if let place = fates.firstIndex(where: { $0.loss == loss }) {
        fates[place].readers.append(reader)
      } else {
        fates.append((loss, [reader]))
      }
    }
    let clauses = fates.map { $0.loss.message($0.readers) }
    return Message(fr: clauses.map(\.fr).joined(separator: ", "), en: clauses.map(\.en).joined(separator: ", "))
  }

  private static func missingBlankMessage(_ losses: Message) -> Message {
    Message(
      fr: "il manque une espace après les deux-points\u{A0}: \(losses.fr)\u{A0}; écrivez «\u{A0}clé: valeur\u{A0}»",
      en: "a space is missing after the colon: \(losses.en); write “key: value”")
  }

  private static func separatorMessage(_ text: String) -> Message {
    let name = text.unicodeScalars.first.map(CodePoint.name) ?? ""
    return Message(
      fr:
        "\(name), invisible à l’écran, finit la ligne pour une partie des outils (Jekyll, MkDocs)\u{A0}: supprimez-le ou mettez une espace",
      en: "\(name), invisible on screen, ends the line to some tools (Jekyll, MkDocs): delete it or write a space")
  }
}
