public import SourceText

/// One step of damage: bytes of one encoding that were read in another.
public struct Misreading: Hashable, Sendable {
  /// What the bytes were; `nil` is UTF-8.
  public var original: CodePage?
  /// What they were taken for.
  public var readAs: CodePage

  /// Makes a step of damage.
  public init(original: CodePage? = nil, readAs: CodePage) {
    self.original = original
    self.readAs = readAs
  }
}

/// One damaged run of a text.
public struct MojibakeFinding: Hashable, Sendable {
  /// The bytes of the damaged run, exactly.
  public var range: ByteRange
  /// The UTF-8 of what stood there before the damage; `nil` where information is lost.
  public var replacement: [UInt8]?
  /// How far the replacement may be applied: `safe` where it round-trips byte for byte and reads only one way,
  /// `unsafe` where something is inferred, `displayOnly` where there is no replacement or too little speaks for it.
  public var applicability: Applicability
  /// What happened to the text, in the order in which it happened; two or three steps for text that was damaged
  /// again and again.
  public var misreadings: [Misreading]

  /// Makes a finding.
  public init(range: ByteRange, replacement: [UInt8]?, applicability: Applicability, misreadings: [Misreading]) {
    self.range = range
    self.replacement = replacement
    self.applicability = applicability
    self.misreadings = misreadings
  }

  /// What is wrong and what to write instead, for people; `bytes` is the text that the finding was made in.
  public func message(in bytes: [UInt8]) -> Message {
    let start = min(max(range.start, 0), bytes.count)
    let found = Self.shown(bytes[start..<min(max(range.end, start), bytes.count)])
    guard let replacement else {
      return Message(
        fr: "«\u{A0}\(found)\u{A0}» est un caractère abîmé et perdu\u{A0}: écrivez le mot de nouveau",
        en: "“\(found)” is a damaged character that cannot be recovered: write the word again")
    }
    let meant = Self.shown(replacement[...])
    return Message(
      fr: "caractères abîmés\u{A0}: écrivez «\u{A0}\(meant)\u{A0}» au lieu de «\u{A0}\(found)\u{A0}»",
      en: "garbled characters: write “\(meant)” instead of “\(found)”")
  }

  /// The text, cut short where a message would be too long for it.
  private static func shown(_ text: ArraySlice<UInt8>) -> String {
    let longest = 80
    guard text.count > longest else { return String(decoding: text, as: UTF8.self) }
    var cut = text.prefix(longest)
    while let last = cut.last, last & 0xC0 == 0x80 { cut.removeLast() }
    return String(decoding: cut.dropLast(), as: UTF8.self) + "…"
  }

  /// Takes in the finding that begins where this one ends; what the two say is as sure as the less sure one.
  mutating func join(_ next: MojibakeFinding) {
    range.end = next.range.end
    if let right = next.replacement { replacement?.append(contentsOf: right) }
    applicability = min(applicability, next.applicability)
    if next.misreadings.count > misreadings.count { misreadings = next.misreadings }
  }

  /// Gives up the repair.
  mutating func forget() {
    replacement = nil
    applicability = .displayOnly
  }
}
