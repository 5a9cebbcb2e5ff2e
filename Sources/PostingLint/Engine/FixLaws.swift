package import Markdown
package import Readers
package import SourceText

/// What fixes promise of a file, as checks of its text before and after edits.
///
/// Whether a second run changes nothing is the one promise that a single text cannot show.
package struct FixLaws {
  /// A promise.
  package enum Law: String, CaseIterable, Sendable {
    /// Front matter that could be read can be read, by the program and by every reader that took it.
    case readable
    /// A value that is not mended reads as before in every reader.
    case reading
    /// Readers that made the same of a value make the same of it afterwards.
    case agreement
    /// A link or an image that worked, and is not mended itself, leads where it led.
    case target
    /// Code keeps its bytes, line ends excepted.
    case code
  }

  /// A promise that was broken.
  package struct Breach: CustomStringConvertible, Sendable {
    /// Which promise.
    package let law: Law
    /// What became of what.
    package let description: String
  }

  /// The promises that a fix of each kind keeps: one that is applied on request may change what a page means, but never
  /// whether it can be read.
  package static func laws(of applicability: Applicability) -> [Law] {
    applicability == .safe ? Law.allCases : [.readable]
  }

  private let before: Document
  /// The readers; none where no edit can change what they make of the file.
  private let readers: [Reader]
  /// What the readers make of the file: where it is plain that all make the same of it, what the first does.
  private let readings: [Reading]
  /// Whether one of the readings stands for all.
  private let areAlike: Bool
  private let body: () -> MarkdownBody
  /// Reads the links of the body of the file after edits.
  private let bodyAfter: (Document) -> MarkdownBody

  /// Looks at a file before `edits` are made, or some of them, as each of `readers` takes it; `body` are the links of its
  /// body, and `bodyAfter` reads those of what edits make of it.
  package init(
    _ before: Document, readers: [Reader], body: (() -> MarkdownBody)? = nil,
    bodyAfter: ((Document) -> MarkdownBody)? = nil, edits: [Edit]
  ) {
    self.before = before
    self.readers = Self.touchFrontMatter(edits, before) ? readers : []
    let first = Self.areAlike(before, self.readers) ? Self.readings(of: before, Array(readers.prefix(1))) : []
    areAlike = first.contains(where: Self.holdsKeys)
    readings = areAlike ? first : Self.readings(of: before, self.readers).filter(Self.holdsKeys)
    self.body = body ?? { Self.body(of: before) }
    self.bodyAfter = bodyAfter ?? Self.body(of:)
  }

  /// Looks at a file before edits that are made on request, holding nothing of its values: no promise is about them.
  init(unsafe before: consuming Document, readers: [Reader], edits: [Edit]) {
    self.readers = Self.touchFrontMatter(edits, before) ? readers : []
    let mayBeAlike = Self.areAlike(before, self.readers)
    self.before = before.withoutValues
    _ = consume before
    let first = mayBeAlike ? Self.readings(of: self.before, Array(readers.prefix(1))) : []
    areAlike = first.contains(where: Self.holdsKeys)
    readings = areAlike ? first : Self.readings(of: self.before, self.readers).filter(Self.holdsKeys)
    body = { MarkdownBody() }
    bodyAfter = Self.body(of:)
  }

  private static func body(of document: Document) -> MarkdownBody {
    MarkdownScan.scan(document.bytes, in: document.frontMatter.body)
  }

  /// Whether some of these promises are about the values of a text after edits.
  func readValues(_ laws: [Law]) -> Bool { areAlike || laws != Self.laws(of: .unsafe) }

  private init(_ other: FixLaws, withoutValuesOf before: Document) {
    self.before = before.withoutValues
    readers = other.readers
    readings = other.readings
    areAlike = other.areAlike
    body = { MarkdownBody() }
    bodyAfter = Self.body(of:)
  }

  /// What fixes promise that are made on request, without what no promise of theirs is about: values and links.
  var ofUnsafeFixes: FixLaws { FixLaws(self, withoutValuesOf: before) }

  /// Whether it is plain that all readers make the same of a page.
  private static func areAlike(_ document: Document, _ readers: [Reader]) -> Bool {
    let parts = document.frontMatter
    return readers.count > 1 && document.form == .frontMatter && document.syntax == .yaml && document.isParsable
      && parts.isPresent && parts.problems.isEmpty && parts.byteOrderMark == nil
      && Readers.readAlike(document.tree, in: parts.content, readers: readers, isPage: true)
  }

  /// Whether edits may change what some reader takes for front matter; they do not where they lie behind a block that
  /// every reader sees the end of.
  private static func touchFrontMatter(_ edits: [Edit], _ document: Document) -> Bool {
    let parts = document.frontMatter
    let bytes = document.bytes
    let fence = Array(parts.fence.utf8)
    guard document.form == .frontMatter, parts.problems.isEmpty, parts.opening?.start == 0, !fence.isEmpty,
      let opening = parts.opening, let closing = parts.closing, bytes[opening.indices].elementsEqual(fence),
      bytes[closing.indices].elementsEqual(fence), parts.body.start > closing.end,
      bytes[parts.body.start - 1] == 0x0A
    else { return true }
    return edits.contains { $0.range.start < parts.body.start }
  }

  /// What the readers make of a file; of data only what they make of YAML. Where front matter is not closed, what
  /// belongs to it is a guess, and each reader has its own.
  private static func readings(of document: Document, _ readers: [Reader]) -> [Reading] {
    switch document.form {
    case .frontMatter: document.frontMatter.closing == nil ? [] : readers.map { Readers.read(document.bytes, as: $0) }
    case .data(.yaml): readers.map { Readers.read(document.bytes, as: $0, isBare: true) }
    case .data(.json), .data(.toml): []
    }
  }

  /// Whether a reader takes the text and finds keys in it; one that makes a single text of TOML is no reader of the file.
  private static func holdsKeys(_ reading: Reading) -> Bool {
    guard reading.block != nil, case .mapping = reading.value else { return false }
    return true
  }

  /// The promises among `laws` that `edits` break, which made `after` of the file.
  package func breaches(_ edits: [Edit], _ after: Document, of laws: [Law] = Law.allCases) -> [Breach] {
    let map = EditMap(edits)
    var breaches: [Breach] = []
    let standsForAll = areAlike && Self.areAlike(after, readers)
    let readings =
      areAlike && !standsForAll ? Self.readings(of: before, readers).filter(Self.holdsKeys) : readings
    let new = readings.isEmpty ? [] : Self.readings(of: after, readings.map(\.reader))
    if laws.contains(.readable) {
      if before.isParsable, !after.isParsable {
        breaches.append(Breach(law: .readable, description: "the front matter cannot be read"))
      }
      if new.isEmpty, !readings.isEmpty {
        breaches.append(Breach(law: .readable, description: "the front matter is not closed"))
      }
      for new in new {
        if let refusal = new.refusal {
          let what = "\(new.reader.name) refuses it: \(refusal.reason.rawValue) at \(refusal.range)"
          breaches.append(Breach(law: .readable, description: what))
        } else if new.block == nil {
          breaches.append(Breach(law: .readable, description: "\(new.reader.name) finds no front matter"))
        }
      }
    }
    if !readings.isEmpty, laws.contains(.reading) || laws.contains(.agreement) {
      let values = ReadingLaw(before: before, after: after, edits: edits, written: map.written)
      if laws.contains(.reading) { breaches += values.breaches(readings, new) }
      if laws.contains(.agreement) { breaches += values.disagreements(readings, new) }
    }
    if laws.contains(.target) || laws.contains(.code), !hasSameBody(after, edits) {
      let targets = TargetLaw(body(), before.bytes, bodyAfter(after), after.bytes, edits, map)
      if laws.contains(.target) { breaches += targets.breaches }
      if laws.contains(.code) { breaches += targets.codeBreaches }
    }
    return breaches
  }

  /// Whether all edits lie before the body, and what they made of the front matter ends where it ended.
  private func hasSameBody(_ after: Document, _ edits: [Edit]) -> Bool {
    let (old, new) = (before.frontMatter.body, after.frontMatter.body)
    return old.count == new.count && edits.allSatisfy { $0.range.end <= old.start }
  }
}
