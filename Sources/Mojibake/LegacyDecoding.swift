public import SourceText

/// Bytes that are no UTF-8, read as text of the single-byte encoding that they most likely are.
///
/// Works for files that are in such an encoding throughout and for single bytes of it in a file that is UTF-8
/// otherwise: what is well-formed UTF-8 (Unicode Standard, table 3-7) stays as it is.
public enum LegacyDecoding {
  /// One run of bad bytes.
  public struct Finding: Hashable, Sendable {
    /// The bad bytes, exactly.
    public var range: ByteRange
    /// The UTF-8 of what they mean in `page`; `nil` where they make no text there, as after a cut-off character.
    public var replacement: [UInt8]?
    /// The encoding that all bad bytes of the text are read in.
    public var page: CodePage

    /// How far the replacement may be applied: `unsafe`, or `displayOnly` where there is none.
    public var applicability: Applicability { replacement == nil ? .displayOnly : .unsafe }

    /// What is wrong and what to write instead, for people.
    public var message: Message {
      guard let replacement else {
        return Message(
          fr: "un caractère est coupé ou perdu ici\u{A0}: écrivez le mot de nouveau",
          en: "a character is cut off or lost here: write the word again")
      }
      let text = String(decoding: replacement, as: UTF8.self)
      return Message(
        fr: "le fichier n’est pas en UTF-8 (ici, \(fr: text))\u{A0}: corrigez avec --unsafe-fixes, puis vérifiez",
        en: "the file is not UTF-8 (this is \(en: text)): correct it with --unsafe-fixes, then check")
    }
  }

  /// Bad bytes that become characters which cost more than this with their neighbours make no text.
  private static let strange = 56
  /// The encodings that are tried, likeliest first, with what each must gain on the one before all.
  private static let candidates: [(page: CodePage, handicap: Int)] = [
    (.windows1252, 0), (.macRoman, 30), (.codePage850, 30), (.codePage437, 40), (.windows1250, 40),
    (.windows1251, 40), (.windows1253, 40), (.windows1254, 40), (.windows1257, 40), (.latin2, 50),
  ]
  /// The number of bad runs, from the start, that the encoding is chosen by.
  private static let sample = 2000

  /// The runs of bad bytes in `bytes`, by position; one pass, linear time.
  public static func findings(in bytes: [UInt8]) -> [Finding] {
    let runs = runs(in: bytes)
    if !runs.contains(where: \.isBad) { return [] }
    let tokenizer = Tokenizer()
    var best = (page: CodePage.windows1252, cost: Int.max)
    for (page, handicap) in candidates {
      var cost = handicap
      for run in runs.prefix(sample) { cost += self.cost(of: run.range, page, bytes, tokenizer).total }
      if cost < best.cost { best = (page, cost) }
    }
    let isRead = runs.map { cost(of: $0.range, best.page, bytes, tokenizer).worst <= strange }
    let trust = trust(runs, isRead)
    let findings = zip(runs, isRead).compactMap { run, isRead -> Finding? in
      if trust != .none, isRead || trust == .full && isWord(run.range, best.page, bytes) {
        return Finding(range: run.range, replacement: decode(run.range, best.page, bytes), page: best.page)
      }
      return run.isBad ? Finding(range: run.range, replacement: nil, page: best.page) : nil
    }
    if findings.count == runs.count, runs.allSatisfy(\.isBad) { return findings }
    // What looks damaged once it is read otherwise was read well before: else its repair and this one undo each other.
    let read = bytes.applying(findings.compactMap { finding in finding.replacement.map { Edit(finding.range, $0) } })
    if MojibakeScan.findings(in: read).isEmpty { return findings }
    let bad = Set(runs.filter(\.isBad).map(\.range))
    return findings.filter { bad.contains($0.range) }
  }

  /// How far an encoding is believed, by the share of bad runs that make text in it.
  private enum Trust {
    /// The encoding is another one: what reads well in this one does so by chance.
    case none
    /// Each run is believed for itself.
    case each
    /// Nearly all make text, so rare letters do too: left as they are, nobody could tell later what they were.
    case full
  }

  private static func trust(_ runs: [Run], _ isRead: [Bool]) -> Trust {
    let bad = zip(runs, isRead).filter(\.0.isBad)
    let unread = bad.count { !$0.1 }
    if bad.count < 3 { return .each }
    if unread * 4 > bad.count { return .none }
    return bad.count >= 4 ? .full : .each
  }

  /// Whether all bytes of a run are letters in `page`.
  private static func isWord(_ run: ByteRange, _ page: CodePage, _ bytes: [UInt8]) -> Bool {
    bytes[run.indices].allSatisfy { page.scalar(of: $0).properties.isAlphabetic }
  }

  /// Neighbouring bytes to read otherwise: bad ones, and two-byte characters of rare scripts, which two letters of a
  /// single-byte encoding look like by chance.
  private struct Run {
    var range: ByteRange
    var isBad: Bool
  }

  private static func runs(in bytes: [UInt8]) -> [Run] {
    var runs: [Run] = []
    var index = 0
    while index < bytes.count {
      if bytes[index] < 0x80 {
        index += 1
        continue
      }
      var next = Run(range: ByteRange(index, index + 1), isBad: true)
      if let scalar = UTF8Scan.scalar(at: index, in: bytes) {
        next = Run(range: ByteRange(index, index + scalar.length), isBad: false)
        let isByChance = scalar.length == 2 && !WindowFinder.isPlausible(scalar.value.value)
        index = next.range.end
        if !isByChance { continue }
      }
      index = next.range.end
      if let last = runs.last, last.range.end == next.range.start {
        runs[runs.count - 1] = Run(range: last.range.union(next.range), isBad: last.isBad || next.isBad)
      } else {
        runs.append(next)
      }
    }
    return runs
  }

  /// What the run costs with its neighbours when read in `page`: in all, and at the dearest character.
  private static func cost(
    of run: ByteRange, _ page: CodePage, _ bytes: [UInt8], _ tokenizer: Tokenizer
  ) -> (total: Int, worst: Int) {
    let model = tokenizer.model
    var glyphs = [tokenizer.glyph(before: run.start, in: bytes)]
    glyphs += bytes[run.indices].map { model.glyph(page.scalar(of: $0).value) }
    glyphs.append(run.end < bytes.count ? tokenizer.token(at: run.end, in: bytes).glyph : .edge)
    let costs = zip(glyphs, glyphs.dropFirst()).map { model.cost($0, $1) }
    let pairs = zip(costs, costs.dropFirst()).map { $0 + $1 }
    return (costs.reduce(0, +), pairs.max() ?? 0)
  }

  private static func decode(_ run: ByteRange, _ page: CodePage, _ bytes: [UInt8]) -> [UInt8] {
    var text: [UInt8] = []
    for byte in bytes[run.indices] {
      text += UTF8.encode(page.scalar(of: byte)) ?? UTF8.encodedReplacementCharacter
    }
    return text
  }
}
