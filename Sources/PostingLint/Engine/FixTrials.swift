import Readers
import SourceText

/// Tells the fixes of one file that keep what `FixLaws` promises from the others, by trying them.
struct FixTrials {
  /// How many sets of fixes that touch one another are tried one after the other, where none of the first can be applied.
  static let batchLimit = 4
  /// How many texts are tried at most for one file; fewer where it is large.
  private static let limit = 256
  private static let leastLimit = 32
  /// How many bytes are tried at most, above the least number of texts.
  private static let byteLimit = 32 << 20

  /// What trying some fixes together came to.
  struct Outcome {
    /// The file with all fixes that keep the laws together; `nil` where there are none.
    var document: Document?
    /// The edits of these fixes, sorted.
    var edits: [Edit] = []
    /// Their places among the fixes that were tried.
    var taken: [Int] = []
    /// The places of the others, with the promises that each breaks; none where there was no time to find out.
    var refused: [(index: Int, breaches: [FixLaws.Breach])] = []
  }

  private let source: Source
  private let form: Document.Form
  private let laws: FixLaws

  /// Trials of fixes of `document`, which is judged by `laws`.
  init(_ document: Document, _ laws: FixLaws) {
    source = document.source
    form = document.form
    self.laws = laws
  }

  /// Trials of fixes of `document` that are made on request.
  init(unsafe document: consuming Document, readers: [Reader], edits: [Edit]) {
    source = document.source
    form = document.form
    laws = FixLaws(unsafe: consume document, readers: readers, edits: edits)
  }

  private init(_ source: Source, _ form: Document.Form, _ laws: FixLaws) {
    self.source = source
    self.form = form
    self.laws = laws
  }

  /// The same trials of fixes that may be made on request: they hold nothing of the values of the document.
  var ofUnsafeFixes: FixTrials { FixTrials(source, form, laws.ofUnsafeFixes) }

  /// Tries fixes that touch none another, whose places are `candidates`.
  ///
  /// Halves are tried in turn, so that a few bad fixes among many are soon told. Where only that is asked, the document is not
  /// kept.
  func outcome(
    _ fixes: [Fix], _ candidates: [Int], holding promises: [FixLaws.Law], keepsDocument: Bool = true
  ) -> Outcome {
    var outcome = Outcome()
    guard !candidates.isEmpty else { return outcome }
    let affordable = Self.byteLimit / max(1, source.bytes.count)
    var trials = max(Self.leastLimit, min(Self.limit, affordable))
    var open = [candidates[...]]
    while let part = open.popLast() {
      guard trials > 0 else {
        outcome.refused += part.map { ($0, []) }
        continue
      }
      trials -= 1
      let edits = Self.edits(of: outcome.taken + part, fixes)
      let next = document(after: edits, holdsValues: keepsDocument || laws.readValues(promises))
      let breaches = laws.breaches(edits, next, of: promises)
      if breaches.isEmpty {
        outcome.taken += part
        outcome.edits = edits
        if keepsDocument { outcome.document = next }
      } else if part.count == 1 {
        outcome.refused += part.map { ($0, breaches) }
      } else {
        let middle = part.startIndex + part.count / 2
        open += [part[middle...], part[..<middle]]
      }
    }
    return outcome
  }

  private func document(after edits: [Edit], holdsValues: Bool) -> Document {
    let next = Document(Source(path: source.path, bytes: source.bytes.applying(edits)), as: form)
    return holdsValues ? next : next.withoutValues
  }

  /// The edits of some fixes, sorted. One fix alone may have as many as the text has lines: they are not copied.
  private static func edits(of places: [Int], _ fixes: [Fix]) -> [Edit] {
    if places.count == 1 { return fixes[places[0]].edits }
    return places.flatMap { fixes[$0].edits }.sorted { $0.range < $1.range }
  }

  /// Those of `candidates`, which are in the order of the text, that touch none before them.
  ///
  /// Two insertions at one place do not go together either: their order would be a guess.
  static func apart(_ fixes: [Fix], _ candidates: [Int]) -> [Int] {
    var taken = TakenRanges()
    return candidates.filter { index in
      guard taken.areFree(fixes[index].edits) else { return false }
      taken.take(fixes[index].edits)
      return true
    }
  }
}

/// The ranges that earlier fixes of a round change, sorted.
private struct TakenRanges {
  private var ranges: [ByteRange] = []

  /// Whether no edit touches a range that is taken.
  func areFree(_ edits: [Edit]) -> Bool {
    edits.allSatisfy { edit in
      let place = insertionPoint(edit.range)
      if place < ranges.count, touches(ranges[place], edit.range) { return false }
      return place == 0 || !touches(ranges[place - 1], edit.range)
    }
  }

  mutating func take(_ edits: [Edit]) {
    for edit in edits {
      ranges.insert(edit.range, at: insertionPoint(edit.range))
    }
  }

  private func touches(_ left: ByteRange, _ right: ByteRange) -> Bool {
    left.overlaps(right) || left.start == right.start || (left.isEmpty && right.contains(left.start))
      || (right.isEmpty && left.contains(right.start))
  }

  /// The place of the first taken range that does not start before `range`.
  private func insertionPoint(_ range: ByteRange) -> Int {
    var low = 0
    var high = ranges.count
    while low < high {
      let middle = (low + high) / 2
      if ranges[middle] < range { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
