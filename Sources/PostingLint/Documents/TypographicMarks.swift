/// The quotes of a word processor round a text.
enum TypographicMarks {
  private static let pairs = [("“", "”"), ("„", "“"), ("„", "”"), ("«", "»"), ("‘", "’"), ("‹", "›")]

  /// The quotes, for people, and what stands between them without the spaces at its ends; `nil` where there are none, or
  /// nothing is in them.
  static func unwrapped(_ text: [UInt8]) -> (quotes: String, inner: [UInt8])? {
    for (open, close) in pairs where text.starts(with: open.utf8) && text.count > open.utf8.count + close.utf8.count {
      guard text.suffix(close.utf8.count).elementsEqual(close.utf8) else { continue }
      var inner = String(decoding: text.dropFirst(open.utf8.count).dropLast(close.utf8.count), as: UTF8.self)
        .unicodeScalars[...]
      while let first = inner.first, first.properties.isWhitespace { inner.removeFirst() }
      while let last = inner.last, last.properties.isWhitespace { inner.removeLast() }
      return inner.isEmpty ? nil : ("\(open)\u{A0}\(close)", Array(String(inner).utf8))
    }
    return nil
  }
}
