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
  /// What the fix does, for people: an imperative without a full stop.
  public let title: Message
  /// How far it may be applied.
  public let applicability: Applicability
  /// The edits, by position; no two share a byte.
  public let edits: [Edit]

  /// Makes a fix; the edits are sorted, and one that overlaps an earlier one is left out together with the whole
  /// fix, so the result is `nil`. It is `nil` too for no edits at all.
  public init?(_ title: Message, _ applicability: Applicability, _ edits: [Edit]) {
    let sorted = edits.sorted { $0.range < $1.range }
    guard !sorted.isEmpty else { return nil }
    for (left, right) in zip(sorted, sorted.dropFirst())
    where right.range.start < left.range.end || left.range == right.range {
      return nil
    }
    self.title = title
    self.applicability = applicability
    self.edits = sorted
  }

  /// The same mending, applied no more freely than `applicability`.
  package func lowered(to applicability: Applicability) -> Fix {
    Fix(title, min(applicability, self.applicability), sorted: edits)
  }

  private init(_ title: Message, _ applicability: Applicability, sorted edits: [Edit]) {
    self.title = title
    self.applicability = applicability
    self.edits = edits
  }

  /// Makes a fix of one edit.
  public init(_ title: Message, _ applicability: Applicability, _ edit: Edit) {
    self.title = title
    self.applicability = applicability
    self.edits = [edit]
  }

  /// The title as it stands in a sentence behind a colon, where a capital would be one too many.
  package var titleBehindColon: Message {
    func lowered(_ text: String) -> String {
      guard let first = text.unicodeScalars.first else { return text }
      return first.properties.lowercaseMapping + String(text.unicodeScalars.dropFirst())
    }
    return Message(fr: lowered(title.fr), en: lowered(title.en))
  }
}

extension [UInt8] {
  /// The text after `edits`, which must be sorted and free of overlap; an edit that reaches outside the text or
  /// overlaps the one before it is passed over.
  public func applying(_ edits: [Edit]) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(count)
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
