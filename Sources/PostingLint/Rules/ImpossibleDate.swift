import DataTree
import JSONSchema
import Readers
import SourceText

/// A date that the calendar does not have, or that is written in a form that the site cannot read.
enum ImpossibleDate: FailureRule {
  static let info = RuleInfo(
    id: "impossible-date", group: .dates, severity: .error,
    exceptions: [
      SeverityException(
        .warning, fr: "sous une clé qui n’est pas une date, quand une partie des outils y bute",
        en: "under a key that is no date, where some of the tools stumble over it")
    ], yieldsTo: ["typographic-quotes"], fixability: .safe,
    summary: Message(fr: "une date n’existe pas ou est mal écrite", en: "a date does not exist or is written wrongly"),
    rationale: Message(
      fr: """
        Une date s’écrit année-mois-jour\u{A0}: 2022-06-28. Le site ne comprend ni «\u{A0}28/06/2022\u{A0}» ni un 30 février, et range \
        alors l’offre n’importe où. La correction n’est proposée que si un seul jour est possible.
        """,
      en: """
        A date is written year-month-day: 2022-06-28. The site understands neither “28/06/2022” nor 30 February, and \
        then sorts the posting anywhere. A fix is offered only where a single day is possible.
        """),
    examples: [
      .bad(.frontMatter, "date: 28/06/2022\n", fixed: "date: 2022-06-28\n"),
      .bad(.frontMatter, "date: 2022-02-30\n"),
      .bad(.frontMatter, "date: 28 juin 2022\n", fixed: "date: 2022-06-28\n"),
      .good(.frontMatter, "date: 2022-06-28T9:00:00.000Z\n"),
    ])

  static func finding(_ failure: SchemaFailure, _ context: RuleContext) -> Finding? {
    guard let reading = failure.payload as? DateReading ?? number(failure, context) else { return nil }
    let text = context.tree.utf8(of: failure.instance)
    let fix: Fix?
    switch reading {
    case .valid: return nil
    case .impossible(let suggestion?): fix = writing(suggestion, .unsafe, failure, context)
    case .otherForm(let date, isCertain: true): fix = writing(date, .safe, failure, context)
    // Postings are in French, where the day comes first.
    case .otherForm(let date, isCertain: false) where context.options.isPosting:
      fix = writing(date, .unsafe, failure, context)
    default: fix = nil
    }
    return Finding(failure.range, message(reading, text), fix: fix)
  }

  /// A day without quotes that is not in the calendar, under any key: some readers lose the front matter over it, others
  /// read another day.
  static func check(_ context: RuleContext, _ findings: inout Findings) {
    guard context.document.form == .frontMatter, context.document.syntax == .yaml, !context.readings.isPlain,
      !context.readings.isLeftOut
    else {
      return
    }
    let tree = context.tree
    var taken: Set<ByteRange>?
    var pointers: PointerIndex?
    for (index, node) in tree.nodes.enumerated() where node.kind == .scalar && node.style == .plain && node.isVerbatim {
      guard node.range.count >= 10, node.range.count < 40, !node.hasProperties, tree.bytes[node.range.start].isDigit,
        tree.bytes[node.range.start + 4] == Byte.dash
      else { continue }
      let text = tree.utf8(of: NodeID(index))
      let date = DateReading(text)
      switch date {
      case .impossible, .impossibleTime: break
      case .valid(let timestamp) where timestamp.date.year == 0: break
      default: continue
      }
      let known = taken ?? Set(findings.diagnostics.map(\.range))
      taken = known
      guard !known.contains(node.range) else { continue }
      let values = context.options.readers.readings(of: text)
      let refusing = values.filter { $0.value == nil }.map(\.reader)
      let moving = values.filter { reading in
        guard let value = reading.value, value.kind == .date || value.kind == .datetime else { return false }
        // What no calendar or clock has is moved wherever it is read; the year 0 is a year to some.
        return date.timestamp == nil || !ValueAgreement.areSame(.string(text), value)
      }
      guard let severity = context.gravity(ofLossIn: refusing + moving.map(\.reader)) else { continue }
      let places = pointers ?? PointerIndex(tree)
      pointers = places
      findings.add(
        Self.self, at: node.range, message(date, text, refusing, moving.first),
        pointer: places.pointer(to: NodeID(index)), severity: severity)
    }
  }

  /// What is wrong with the date, and what readers make of it.
  private static func message(
    _ reading: DateReading, _ text: [UInt8], _ refusing: [Reader], _ moving: (reader: Reader, value: ReaderValue?)?
  ) -> Message {
    var what = message(reading, text)
    if case .valid = reading {
      what = Message(fr: "l’an 0 n’existe pas\u{A0}: vérifiez la date", en: "there is no year 0: check the date")
    }
    var facts: [Message] = []
    if let (reader, value) = moving.map({ ($0.reader, ReadAs.value($0.value)) }) {
      let name = reader.profile.title
      facts.append(Message(fr: "\(name) lit \(value.fr)", en: "\(name) reads \(value.en)"))
    }
    for loss in Set(refusing.map { $0.loss(.calendar) }).sorted(by: { $0.rawValue < $1.rawValue }) {
      facts.append(loss.message(refusing.filter { $0.loss(.calendar) == loss }))
    }
    return Message(
      fr: "\(what.fr) (\(facts.map(\.fr).joined(separator: ", ")))",
      en: "\(what.en) (\(facts.map(\.en).joined(separator: ", ")))")
  }

  /// `20220628`, or `2022` alone, where a date is wanted: a number to every reader, and a day to whoever wrote it.
  private static func number(_ failure: SchemaFailure, _ context: RuleContext) -> DateReading? {
    guard case .wrongType(let expected, let actual) = failure.kind, expected.contains(.string), actual.type == .integer,
      let timestamp = failure.annotation("timestamp"), timestamp.tree.text(of: timestamp.node) == "true"
    else { return nil }
    return DateReading(context.tree.utf8(of: failure.instance))
  }

  private static func writing(
    _ date: CalendarDate, _ applicability: Applicability, _ failure: SchemaFailure, _ context: RuleContext
  ) -> Fix? {
    let text = Array(date.iso.utf8)
    // A day without quotes is a date to some readers and its own text to others; it stands as the file has it.
    let edit =
      context.tree[failure.instance].style == .plain
      ? Edit(failure.range, text) : context.replacing(failure.instance, with: text)
    return edit.map { Fix(Message(fr: "Écrire \(date.iso)", en: "Write \(date.iso)"), applicability, $0) }
  }

  private static func message(_ reading: DateReading, _ text: [UInt8]) -> Message {
    let shown = Quoted.text(text)
    return switch reading {
    case .impossible(let suggestion?):
      Message(
        fr: "\(fr: shown) n’est pas un jour du calendrier\u{A0}: vouliez-vous écrire \(suggestion.iso)\u{A0}?",
        en: "\(en: shown) is not a day in the calendar: did you mean \(suggestion.iso)?")
    case .impossible(nil):
      Message(
        fr: "\(fr: shown) n’est pas un jour du calendrier\u{A0}: vérifiez le jour et le mois",
        en: "\(en: shown) is not a day in the calendar: check the day and the month")
    case .impossibleTime where isClock(text):
      Message(
        fr: "le fuseau de \(fr: shown) ne se lit pas\u{A0}: écrivez-le comme +02:00, ou Z",
        en: "the zone of \(en: shown) cannot be read: write it like +02:00, or Z")
    case .impossibleTime:
      Message(
        fr: "l’heure de \(fr: shown) n’existe pas\u{A0}: vérifiez-la",
        en: "the time of \(en: shown) does not exist: check it")
    case .otherForm(let date, isCertain: true):
      Message(
        fr: "une date s’écrit année-mois-jour\u{A0}: remplacez \(fr: shown) par \(date.iso)",
        en: "a date is written year-month-day: replace \(en: shown) with \(date.iso)")
    case .otherForm(let date, isCertain: false):
      Message(
        fr:
          "\(fr: shown) peut se lire de deux façons\u{A0}: écrivez année-mois-jour, par exemple \(date.iso)",
        en: "\(en: shown) can be read in two ways: write year-month-day, for instance \(date.iso)")
    case .notADate, .valid:
      Message(
        fr: "\(fr: shown) n’est pas une date\u{A0}: écrivez année-mois-jour, par exemple 2022-06-28",
        en: "\(en: shown) is not a date: write year-month-day, for instance 2022-06-28")
    }
  }

  /// Whether the time after a day is one that a clock shows, so that what follows it is wrong.
  private static func isClock(_ text: [UInt8]) -> Bool {
    let time = text.dropFirst(10).drop { !$0.isDigit }.prefix { $0.isDigit || $0 == Byte.colon }
    let numbers = time.split(separator: Byte.colon, omittingEmptySubsequences: false).map { Digits.value($0) ?? 99 }
    guard (2...3).contains(numbers.count), numbers[0] < 24, numbers[1] < 60 else { return false }
    return numbers.count == 2 || numbers[2] <= 60
  }
}
