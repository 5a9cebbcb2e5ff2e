/// The replacement of a range of bytes by others.
public struct Edit: Hashable, Sendable {
  /// The bytes to replace; empty for an insertion.
  public var range: ByteRange
  /// What stands there afterwards; empty for a deletion.
  public var replacement: [UInt8]

  /// Replaces the bytes of `range` by `replacement`.
  public init(_ range: ByteRange, _ replacement: [UInt8]) {
    self.range = range
    self.replacement = replacement
  }

  /// Replaces the bytes of `range` by the UTF-8 of `text`.
  public init(_ range: ByteRange, _ text: String) {
    self.init(range, Array(text.utf8))
  }

  /// Inserts the UTF-8 of `text` before the byte at `offset`.
  public static func insertion(_ text: String, at offset: Int) -> Edit {
    Edit(ByteRange(at: offset), text)
  }

  /// Removes the bytes of `range`.
  public static func deletion(_ range: ByteRange) -> Edit {
    Edit(range, [])
  }
}

/// How far a fix may be applied without a person who looks at it.
public enum Applicability: Int, Comparable, Sendable, CaseIterable {
  /// Shown only: the text needs a person.
  case displayOnly
  /// Applied on request: probably what was meant.
  case unsafe
  /// Applied by `--fix`: never wrong.
  case safe

  /// Orders by how freely the fix may be applied.
  public static func < (left: Applicability, right: Applicability) -> Bool { left.rawValue < right.rawValue }
}

/// One mending of a text: edits that belong together, sorted and without overlap by construction.
public struct Fix: Hashable, Sendable {
  // A finding has room for one, and a file may have as many findings as it has words, most of them without a fix.
  private let parts: Parts

  private final class Parts: Hashable, Sendable {
    let title: Message
    let applicability: Applicability
    let edits: [Edit]

    init(_ title: Message, _ applicability: Applicability, _ edits: [Edit]) {
      self.title = title
      self.applicability = applicability
      self.edits = edits
    }

    static func == (left: Parts, right: Parts) -> Bool {
      left === right
        || (left.applicability == right.applicability && left.edits == right.edits && left.title == right.title)
    }

    func hash(into hasher: inout Hasher) {
      hasher.combine(applicability)
      hasher.combine(edits)
    }
  }

  /// What the fix does, for people: an imperative without a full stop.
  public var title: Message { parts.title }
  /// How far it may be applied.
  public var applicability: Applicability { parts.applicability }
  /// The edits, by position; no two share a byte.
  public var edits: [Edit] { parts.edits }

  /// Makes a fix; the edits are sorted, and one that overlaps an earlier one is left out together with the whole
  /// fix, so the result is `nil`. It is `nil` too for no edits at all.
  public init?(_ title: Message, _ applicability: Applicability, _ edits: [Edit]) {
    let sorted = edits.sorted { $0.range < $1.range }
    guard !sorted.isEmpty else { return nil }
    for (left, right) in zip(sorted, sorted.dropFirst())
    where right.range.start < left.range.end || left.range == right.range {
      return nil
    }
    parts = Parts(title, applicability, sorted)
  }

  /// The same mending, applied no more freely than `applicability`.
  package func lowered(to applicability: Applicability) -> Fix {
    Fix(title, min(applicability, self.applicability), sorted: edits)
  }

  /// The same mending without what is said of it.
  package var untitled: Fix { Fix(Message(fr: "", en: ""), applicability, sorted: edits) }

  private init(_ title: Message, _ applicability: Applicability, sorted edits: [Edit]) {
    parts = Parts(title, applicability, edits)
  }

  /// Makes a fix of one edit.
  public init(_ title: Message, _ applicability: Applicability, _ edit: Edit) {
    parts = Parts(title, applicability, [edit])
  }

  /// The title as it stands in a sentence behind a colon, where a capital would be one too many.
  package func titleBehindColon(_ language: Language) -> String {
    let text = title[language]
    guard let first = text.unicodeScalars.first else { return text }
    return first.properties.lowercaseMapping + String(text.unicodeScalars.dropFirst())
  }
}

extension [UInt8] {
  /// The text after `edits`, which must be sorted and free of overlap; an edit that reaches outside the text or
  /// overlaps the one before it is passed over.
  public func applying(_ edits: [Edit]) -> [UInt8] {
    var result: [UInt8] = []
    // An array that grows by a byte too many takes twice the room.
    result.reserveCapacity(edits.reduce(count) { $0 + Swift.max(0, $1.replacement.count - $1.range.count) })
    var position = 0
    for edit in edits where edit.range.start >= position && edit.range.end <= count {
      result += self[position..<edit.range.start]
      result += edit.replacement
      position = edit.range.end
    }
    result += self[position...]
    return result
  }
}
