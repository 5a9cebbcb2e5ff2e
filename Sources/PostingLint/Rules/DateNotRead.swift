import DataTree
import Readers
import SourceText

/// A date of a page that a program of the site refuses, drops or moves; in TOML, one that hardly any reader takes.
enum DateNotRead: Rule {
  static let info = RuleInfo(
    id: "date-not-read", group: .dates, severity: .warning,
    exceptions: [
      SeverityException(
        .error, fr: "quand le site est fait avec un outil qui ne la lit pas",
        en: "where the site is made with a tool that does not read it"),
      SeverityException(
        .info, fr: "quand rien ne dit que le site soit fait avec Hugo, qui s’arrêterait sur cette date",
        en: "where nothing says that the site is made with Hugo, which would stop at this date"),
    ],
    yieldsTo: ["draft-not-boolean", "toml-syntax", "json-syntax", "impossible-date", "wrong-type", "implausible-date"],
    summary: Message(fr: "une date n’est pas lue partout", en: "a date is not read everywhere"),
    rationale: Message(
      fr: """
        Hugo lit un nombre comme des secondes depuis 1970, refuse une heure sans jour ou un texte qui n’est pas une date, et \
        presque personne ne lit la seconde 60 ou l’année 0. Écrivez le jour comme 2022-06-28.
        """,
      en: """
        Hugo reads a number as seconds since 1970, refuses a time without a day or a text that is no date, and hardly anyone \
        reads second 60 or year 0. Write the day like 2022-06-28.
        """),
    examples: [
      .bad(.toml, "date = 20220628\n"),
      .bad(.toml, "date = \"28/06/2022\"\n"),
      .bad(.toml, "fin = 2022-06-28T07:27:60Z\n"),
      .good(.toml, "date = 2022-06-28\n"),
    ])

  /// The keys that Hugo reads as dates.
  private static let names = [
    "date", "lastmod", "publishdate", "pubdate", "published", "expirydate", "unpublishdate", "modified",
  ]

  static func check(_ context: RuleContext, _ findings: inout Findings) {
    let document = context.document
    let tree = context.tree
    guard document.form == .frontMatter, let root = document.root else { return }
    let readers = context.options.readers
    let hasHugo = readers.readers.contains(.hugo) || readers.readers.contains(.hugo0111)
    if document.syntax == .yaml { addOthers(context, &findings) }
    // Of a posting the schema says what its dates are; where nothing else is known its site is a Jekyll's.
    let isHugos = hasHugo && (readers.areKnown || !(context.options.isPosting && context.options.hasSchema))
    for (key, value) in tree.pairs(of: root) where isHugos || document.syntax != .yaml {
      let name = String(decoding: tree.utf8(of: key).map(\.lowercased), as: UTF8.self)
      guard names.contains(name) else { continue }
      guard tree[value].kind == .scalar else {
        if document.syntax == .yaml, readers.areKnown, tree.type(of: value) != .null {
          findings.add(Self.self, at: tree.range(of: key), textMessage, pointer: "/\(name)", severity: .error)
        }
        continue
      }
      // By `published` a Jekyll's page is shown or hidden.
      if name == "published" {
        if isBoolean(value, tree), !readers.areKnown { continue }
        // Hugo 0.111 reads it as true or false.
        if document.syntax == .yaml, readers.areKnown, !readers.readers.contains(.hugo) { continue }
      }
      if let message = problem(value, tree, document.syntax) {
        if !readers.areKnown, isEleventy(tree.utf8(of: value)) { continue }
        findings.add(
          Self.self, at: tree.range(of: value), message, pointer: JSONPointer.appending(tree.text(of: key)),
          severity: severity(of: tree.type(of: value), document.syntax, readers))
      }
    }
    guard document.syntax == .toml else { return }
    for node in tree.nodes where node.kind == .scalar && node.style == .plain && node.type == .string {
      let text = tree.bytes[node.range.indices]
      if text.starts(with: "0000-".utf8) || hasLeapSecond(text) { findings.add(Self.self, at: node.range, rareMessage) }
    }
  }

  /// The date of a page that a reader of the site other than Hugo does not take for the day that is written.
  private static func addOthers(_ context: RuleContext, _ findings: inout Findings) {
    let tree = context.tree
    let readers = context.options.readers
    guard readers.areKnown, !(context.options.isPosting && context.options.hasSchema), let root = context.document.root,
      let (key, value) = tree.pair(of: "date", in: root), tree[value].kind != .alias
    else { return }
    let text = tree.utf8(of: value)
    for reader in readers.readers {
      let harm =
        tree[value].kind == .scalar
        ? SiteTime.harm(text, as: tree.type(of: value), by: reader) : SiteTime.harm(ofCollectionBy: reader)
      guard let harm else { continue }
      let range = tree[value].kind == .scalar && !tree.range(of: value).isEmpty ? value : key
      return findings.add(
        Self.self, at: tree.range(of: range), message(harm, reader.profile.title), pointer: "/date", severity: .error)
    }
  }

  private static func message(_ harm: SiteTime.Harm, _ name: String) -> Message {
    switch harm {
    case .movedOrStopped:
      Message(
        fr: "\(name) prend cette date pour un autre jour, ou s’arrête\u{A0}: écrivez-la comme 2022-06-28",
        en: "\(name) takes this date for another day, or stops: write it like 2022-06-28")
    case .stopped:
      Message(
        fr: "\(name) s’arrête sur cette date\u{A0}: écrivez-la comme 2022-06-28",
        en: "\(name) stops at this date: write it like 2022-06-28")
    case .leftOut:
      Message(
        fr: "\(name) laisse la page de côté à cause de cette date\u{A0}: écrivez-la comme 2022-06-28",
        en: "\(name) leaves the page out over this date: write it like 2022-06-28")
    }
  }

  /// Whether a value is true or false to YAML 1.2 or to YAML 1.1.
  private static func isBoolean(_ value: NodeID, _ tree: DataTree) -> Bool {
    if tree.type(of: value) == .boolean { return true }
    guard tree[value].style == .plain, tree[value].range.count <= 3 else { return false }
    return ["yes", "no", "on", "off"].contains(tree.text(of: value).lowercased())
  }

  /// A site of Hugo is lost over such a date. Hugo 0.168 stops at a text that it cannot read, so that a site that stands is
  /// none of Hugo's; but a number is another day, and nothing is said. TOML is Hugo's own way.
  private static func severity(
    of type: ValueType, _ syntax: Document.Syntax, _ readers: ReadersInForce
  ) -> Severity? {
    if readers.areKnown {
      return readers.readers.contains(.hugo) || readers.readers.contains(.hugo0111) ? .error : nil
    }
    return type == .string && syntax == .yaml ? .info : nil
  }

  /// What Eleventy 3 takes for a date: `Template` reads the time of the file, or that of its commit.
  private static func isEleventy(_ text: [UInt8]) -> Bool {
    let words = text.map(\.lowercased)
    return ["created", "last modified", "git created", "git last modified"].contains { words.elementsEqual($0.utf8) }
  }

  private static func problem(_ value: NodeID, _ tree: DataTree, _ syntax: Document.Syntax) -> Message? {
    let text = tree.utf8(of: value)
    switch tree.type(of: value) {
    case .integer, .float:
      guard case .otherForm(let day, isCertain: true) = DateReading(text) else { return numberMessage }
      return Message(
        fr: "Hugo lit ce nombre comme des secondes depuis 1970\u{A0}: écrivez \(day.iso)",
        en: "Hugo reads this number as seconds since 1970: write \(day.iso)")
    case .boolean: return textMessage
    case .string:
      if text.isEmpty { return nil }
      // In TOML a date without quotes is one to the syntax itself.
      let isPlain = tree[value].style == .plain
      let isTOML = isPlain && syntax == .toml
      if isTOML, text.count > 2, text[2] == Byte.colon { return timeMessage }
      switch DateReading(text) {
      case .valid: return isTOML ? nil : HugoTime.problem(text)
      case .impossible: return isTOML ? nil : dayMessage
      case .impossibleTime: return isTOML ? nil : hourMessage
      case .otherForm(let day, isCertain: true):
        return HugoTime.isEnglish(text)
          ? nil
          : Message(
            fr: "Hugo ne lit pas cette date\u{A0}: écrivez \(day.iso)",
            en: "Hugo does not read this date: write \(day.iso)")
      case .otherForm, .notADate: return isTOML || HugoTime.isEnglish(text) ? nil : textMessage
      }
    default: return nil
    }
  }

  private static func hasLeapSecond(_ text: ArraySlice<UInt8>) -> Bool {
    guard let colon = text.lastIndex(where: { $0 == Byte.colon }) else { return false }
    // The last colon may be that of the distance from UTC.
    let places = text.indices.filter { text[$0] == Byte.colon }
    return places.contains { $0 <= colon && text[($0 + 1)...].starts(with: "60".utf8) }
  }

  private static let numberMessage = Message(
    fr: "Hugo lit ce nombre comme des secondes depuis 1970\u{A0}: écrivez la date comme 2022-06-28",
    en: "Hugo reads this number as seconds since 1970: write the date like 2022-06-28")
  private static let timeMessage = Message(
    fr: "Hugo refuse une heure sans jour\u{A0}: écrivez la date comme 2022-06-28T07:27:43Z",
    en: "Hugo refuses a time without a day: write the date like 2022-06-28T07:27:43Z")
  private static let dayMessage = Message(
    fr: "ce jour n’est pas au calendrier, et Hugo ne le lit pas\u{A0}: vérifiez le jour et le mois",
    en: "this day is not in the calendar, and Hugo does not read it: check the day and the month")
  private static let hourMessage = Message(
    fr: "Hugo ne lit pas cette heure ou son fuseau\u{A0}: écrivez-les comme 2022-06-28T07:27:43+02:00",
    en: "Hugo does not read this time or its zone: write them like 2022-06-28T07:27:43+02:00")
  private static let textMessage = Message(
    fr: "Hugo ne lit pas cette date\u{A0}: écrivez-la comme 2022-06-28",
    en: "Hugo does not read this date: write it like 2022-06-28")
  private static let rareMessage = Message(
    fr: "presque aucun programme ne lit cette date (année 0 ou seconde 60)\u{A0}: corrigez-la",
    en: "hardly any program reads this date (year 0 or second 60): correct it")
}
