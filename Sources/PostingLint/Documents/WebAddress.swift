import Addresses
import SourceText

/// What is wrong with a web address, and how to mend it.
///
/// Nothing is said of paths within the site, anchors, template tags and schemes other than http and https.
struct WebAddress: Hashable, Sendable {
  /// What is wrong.
  enum Problem: Hashable {
    /// `https://https://…`
    case doubledScheme
    /// `www.exemple.fr`, `exemple.fr/page`
    case missingScheme
    /// `htpp://…`, `https:/…`, `https//…`
    case misspelledScheme
    /// Blanks inside the address.
    case space
    /// Quotes or parentheses around the address: `"https://…"`.
    case wrapped
    /// `https://` alone.
    case missingHost
    /// A host that cannot be one: two dots in a row, an odd sign.
    case badHost
  }

  /// What is wrong.
  let problem: Problem
  /// What should stand there, where that is clear, each edit in the bytes that were looked at.
  let edits: [Edit]
  /// Whether only one reading is possible.
  let isCertain: Bool

  /// Looks at the address in `range`, whose escapes are decoded; `nil` where nothing is wrong.
  ///
  /// With `isWeb` it must be a whole http or https address, and a path alone is wrong. With `takesBlanks` blanks are
  /// encoded by who reads the address (in angle brackets, in an HTML attribute), but for those in the name of the site.
  init?(_ bytes: [UInt8], _ range: ByteRange, isWeb: Bool = false, takesBlanks: Bool = false) {
    let text = bytes[range.indices]
    guard let first = text.first else { return nil }
    if !first.isAlphanumeric, let edits = Self.wrapping(bytes, range) {
      self.init(.wrapped, edits, false)
      return
    }
    if let edits = Self.oddSpaces(bytes, range) {
      self.init(.space, edits, false)
      return
    }
    if let end = Self.endOfScheme(bytes, range) {
      if Self.isSound(bytes, ByteRange(end, range.end)) { return nil }
      self.init(bytes, range, afterScheme: end - 2, takesBlanks, isWeb)
      return
    }
    if let (end, scheme) = Self.brokenScheme(text) {
      self.init(.misspelledScheme, ByteRange(range.start, end), scheme, true)
      return
    }
    if let end = Self.schemeEnd(text) {
      let scheme = text[text.startIndex..<end].map { $0 | 0x20 }
      if scheme.elementsEqual("http".utf8) || scheme.elementsEqual("https".utf8) {
        self.init(bytes, range, afterScheme: end + 1, takesBlanks, isWeb)
        return
      }
      guard text[end...].starts(with: "://".utf8) else { return nil }
      if let proper = Self.doubledWord(scheme) {
        self.init(.doubledScheme, ByteRange(range.start, end), proper, true)
        return
      }
      guard Self.isSlip(scheme) else { return nil }
      self.init(.misspelledScheme, ByteRange(range.start, end), Array("https".utf8), false)
      return
    }
    switch first {
    case UInt8(ascii: "#"), UInt8(ascii: "?"), UInt8(ascii: "."), UInt8(ascii: "{"), UInt8(ascii: "/"):
      guard isWeb else { return nil }
      self.init(.missingScheme, range, nil, false)
      return
    default: break
    }
    guard isWeb || Self.looksLikeHost(text) else { return nil }
    self.init(
      .missingScheme, ByteRange(at: range.start), Self.looksLikeHost(text) ? Array("https://".utf8) : nil, false)
  }

  /// The end of `https://` or `http://`, where an address begins with it.
  static func endOfScheme(_ bytes: [UInt8], _ range: ByteRange) -> Int? {
    let start = range.start
    guard range.count >= 7, bytes[start] == 0x68, bytes[start + 1] == 0x74, bytes[start + 2] == 0x74,
      bytes[start + 3] == 0x70
    else { return nil }
    let colon = start + (bytes[start + 4] == 0x73 ? 5 : 4)
    guard colon + 3 <= range.end, bytes[colon] == Byte.colon, bytes[colon + 1] == Byte.slash,
      bytes[colon + 2] == Byte.slash
    else { return nil }
    return colon + 3
  }

  /// Whether what follows the scheme is beyond doubt a host, and an address without blanks behind it. Most are.
  static func isSound(_ bytes: [UInt8], _ range: ByteRange) -> Bool {
    // What may be a second scheme is looked at.
    guard !range.isEmpty, bytes[range.start].isAlphanumeric,
      bytes[range.start] != UInt8(ascii: "h") || range.count < 5 || bytes[range.start + 1] != UInt8(ascii: "t")
    else { return false }
    var index = range.start
    while index < range.end, !endsHost(bytes[index]) {
      guard
        bytes[index].isAlphanumeric || bytes[index] == Byte.dash
          || bytes[index] == Byte.dot && bytes[index - 1] != Byte.dot
      else { return false }
      index += 1
    }
    while index < range.end, bytes[index] > 0x20 { index += 1 }
    return index == range.end
  }

  private init(_ problem: Problem, _ range: ByteRange, _ replacement: [UInt8]?, _ isCertain: Bool) {
    self.init(problem, replacement.map { [Edit(range, $0)] } ?? [], isCertain)
  }

  private init(_ problem: Problem, _ edits: [Edit], _ isCertain: Bool) {
    self.problem = problem
    self.edits = edits
    self.isCertain = isCertain
  }

  /// Looks at an address behind its `http:` or `https:`.
  private init?(_ bytes: [UInt8], _ range: ByteRange, afterScheme start: Int, _ takesBlanks: Bool, _ isWeb: Bool) {
    var index = start
    while index < range.end, bytes[index] == UInt8(ascii: "/") { index += 1 }
    let slashes = index - start
    let rest = bytes[index..<range.end]
    for scheme in Self.innerSchemes where rest.starts(with: scheme.utf8) {
      let end = index + scheme.utf8.count
      // The inner address is the one that was pasted.
      let isWhole = scheme.hasSuffix("://")
      let proper = Array((scheme.contains("https") ? "https://" : "http://").utf8)
      guard isWhole || slashes == 2 else { break }
      self.init(.doubledScheme, ByteRange(range.start, end), proper, isWhole)
      return
    }
    if slashes != 2 {
      guard !rest.isEmpty else {
        self.init(.missingHost, range, nil, false)
        return
      }
      self.init(
        .misspelledScheme, ByteRange(range.start, index), Array(bytes[range.start..<start]) + Array("//".utf8),
        Self.looksLikeHost(rest))
      return
    }
    if rest.isEmpty {
      self.init(.missingHost, range, nil, false)
      return
    }
    self.init(bytes, range, host: index, takesBlanks, isWeb)
  }

  /// What a second scheme behind the first one looks like.
  private static let innerSchemes = [
    "https://", "http://", "https:/", "http:/", "https//", "http//", "www.https://", "www.http://",
  ]

  /// Looks at the host and at blanks.
  private init?(_ bytes: [UInt8], _ range: ByteRange, host start: Int, _ takesBlanks: Bool, _ isWeb: Bool) {
    var end = start
    while end < range.end, !Self.endsHost(bytes[end]) { end += 1 }
    if let blank = bytes[start..<range.end].firstIndex(where: Self.isBlank), blank < end || !takesBlanks {
      self.init(
        .space, blank < end ? [] : Self.encodedBlanks(bytes, ByteRange(start, range.end), mayBeTitle: !isWeb), false)
      return
    }
    let host = bytes[start..<end]
    let isOdd =
      host.isEmpty || host.first == UInt8(ascii: ".") || Self.hasTwoDots(host)
      || host.contains { Self.isForbidden($0) || $0 == UInt8(ascii: ",") || $0 == UInt8(ascii: ";") }
      || Self.hasStrayBracket(host)
    // `{{ host }}` and `<host>` stand for a name.
    guard isOdd, !host.contains(Byte.openBrace), !(host.contains(Byte.less) && host.contains(Byte.greater)) else {
      return nil
    }
    self.init(host.isEmpty ? .missingHost : .badHost, host.isEmpty ? range : ByteRange(start, end), nil, false)
  }

  /// What writes blanks as `%20`; nothing where other signs are out of place too, nor where the words behind the first
  /// blank look like a title without quotes. A line end goes as a whole.
  static func encodedBlanks(_ bytes: [UInt8], _ range: ByteRange, mayBeTitle: Bool) -> [Edit] {
    guard let first = bytes[range.indices].firstIndex(where: isBlank),
      !bytes[range.indices].contains(where: isForbidden)
    else { return [] }
    let isTitle = mayBeTitle && !bytes[first..<range.end].contains { "./?&=#%_-".utf8.contains($0) }
    var edits: [Edit] = []
    var index = first
    while index < range.end {
      let start = index
      while index < range.end, isBlank(bytes[index]) { index += 1 }
      if index == start {
        index += 1
        continue
      }
      if bytes[start..<index].contains(where: { $0 == 0x0A || $0 == 0x0D }) {
        edits.append(.deletion(ByteRange(start, index)))
      } else if isTitle {
        return []
      } else {
        edits += (start..<index).map { Edit(ByteRange($0, $0 + 1), "%20") }
      }
    }
    return edits
  }

  /// What takes away the signs around an address of the web that some reader would take for a part of it.
  private static func wrapping(_ bytes: [UInt8], _ range: ByteRange) -> [Edit]? {
    let text = bytes[range.indices]
    for (open, close) in wrappings
    where text.starts(with: open.utf8) && text.reversed().starts(with: close.utf8.reversed()) {
      let inner = ByteRange(range.start + open.utf8.count, max(range.start, range.end - close.utf8.count))
      guard inner.start < inner.end,
        ["http://", "https://", "www."].contains(where: { bytes[inner.indices].starts(with: $0.utf8) })
      else { continue }
      return [.deletion(ByteRange(range.start, inner.start)), .deletion(ByteRange(inner.end, range.end))]
    }
    return nil
  }

  private static let wrappings: [(open: String, close: String)] = [
    ("\"", "\""), ("'", "'"), ("(", ")"), ("\u{201C}", "\u{201D}"), ("\u{2018}", "\u{2019}"),
    ("\u{AB}\u{A0}", "\u{A0}\u{BB}"), ("\u{AB}", "\u{BB}"),
  ]

  /// What takes away the no-break spaces at the ends of a web address, which browsers send as a part of it.
  private static func oddSpaces(_ bytes: [UInt8], _ range: ByteRange) -> [Edit]? {
    guard bytes[range.indices].last.map({ $0 >= 0x80 }) == true || bytes[range.start] >= 0x80 else { return nil }
    var inner = range
    for space in [[0xC2, 0xA0], [0xE2, 0x80, 0xAF]] as [[UInt8]] {
      while bytes[inner.indices].starts(with: space) { inner.start += space.count }
      while bytes[inner.indices].suffix(space.count).elementsEqual(space) { inner.end -= space.count }
    }
    guard inner != range, ["http://", "https://"].contains(where: { bytes[inner.indices].starts(with: $0.utf8) }) else {
      return nil
    }
    return [ByteRange(range.start, inner.start), ByteRange(inner.end, range.end)].filter { !$0.isEmpty }
      .map { .deletion($0) }
  }

  private static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte >= 0x09 && byte <= 0x0D }

  /// Whether a byte stands after a host: `/`, `?` or `#`.
  private static func endsHost(_ byte: UInt8) -> Bool { byte == 0x2F || byte == 0x3F || byte == 0x23 }

  /// Whether a byte may stand nowhere in an address: `<`, `>`, `"`, `\`, `^`, a backtick, `{`, `|` or `}`.
  private static func isForbidden(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x22, 0x3C, 0x3E, 0x5C, 0x5E, 0x60, 0x7B...0x7D: true
    default: false
    }
  }

  /// Whether a square bracket stands elsewhere than around an IP address (RFC 3986, 3.2.2).
  private static func hasStrayBracket(_ host: ArraySlice<UInt8>) -> Bool {
    guard let first = host.firstIndex(of: UInt8(ascii: "[")) else { return host.contains(UInt8(ascii: "]")) }
    return first != host.startIndex || !host.contains(UInt8(ascii: "]"))
  }

  private static func hasTwoDots(_ host: ArraySlice<UInt8>) -> Bool {
    zip(host, host.dropFirst()).contains { $0 == UInt8(ascii: ".") && $1 == UInt8(ascii: ".") }
  }

  /// The offset of the colon behind a scheme (RFC 3986, 3.1); a colon before a port is none.
  private static func schemeEnd(_ text: ArraySlice<UInt8>) -> Int? {
    guard let first = text.first, first.isLetter else { return nil }
    for index in text.indices {
      let byte = text[index]
      if byte == UInt8(ascii: ":") {
        let next = index + 1 < text.endIndex ? text[index + 1] : 0
        return next.isDigit && text[text.startIndex..<index].contains(UInt8(ascii: ".")) ? nil : index
      }
      guard byte.isAlphanumeric || "+.-".utf8.contains(byte) else { return nil }
    }
    return nil
  }

  /// `httpshttps`: the scheme that was written twice without its colon.
  private static func doubledWord(_ scheme: [UInt8]) -> [UInt8]? {
    guard scheme.starts(with: "http".utf8), scheme.count >= 8 else { return nil }
    let proper = ["https", "http"].first { scheme.suffix($0.utf8.count).elementsEqual($0.utf8) }
    return proper.map { Array($0.utf8) }
  }

  /// Whether a scheme is a slip of `http` or `https`.
  private static func isSlip(_ scheme: [UInt8]) -> Bool {
    guard scheme.count >= 3, scheme.count <= 7 else { return false }
    return EditDistance.distance(scheme, Array("https".utf8), limit: 1) != nil
      || EditDistance.distance(scheme, Array("http".utf8), limit: 1) != nil
  }

  /// `https//exemple.fr`, `http//:…`, `https ://…`, `https: //…`, `https;//…`: the end of the signs, and the scheme as it
  /// is written.
  private static func brokenScheme(_ text: ArraySlice<UInt8>) -> (end: Int, scheme: [UInt8])? {
    guard let name = ["https", "http"].first(where: { text.starts(with: $0.utf8) }) else { return nil }
    let start = text.startIndex + name.utf8.count
    let signs = text[start...].prefix { ":;/ ".utf8.contains($0) }
    // What begins with the colon and has no blank is read as an address.
    guard signs.count <= 6, signs.first != UInt8(ascii: ":") || signs.contains(0x20),
      signs.count(where: { $0 == UInt8(ascii: "/") }) == 2,
      signs.endIndex < text.endIndex
    else { return nil }
    return (signs.endIndex, Array(name.utf8) + Array("://".utf8))
  }

  /// Whether a text begins like the name of a web host: labels joined by dots, the last of which is a top-level domain,
  /// and no file of the site itself.
  ///
  /// Where hosts and files, or the parts of a program, end alike, a path or a third label must show which it is.
  private static func looksLikeHost(_ text: ArraySlice<UInt8>) -> Bool {
    let end = text.firstIndex(where: { "/?#:".utf8.contains($0) }) ?? text.endIndex
    let host = text[text.startIndex..<end]
    guard host.count <= 253, host.allSatisfy(isHostByte) else { return false }
    let labels = host.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    guard labels.count >= 2, labels.allSatisfy({ !$0.isEmpty }), let last = labels.last else { return false }
    if labels[0].map({ $0 | 0x20 }).elementsEqual("www".utf8) { return last.count >= 2 && last.allSatisfy(\.isLetter) }
    if TopLevelDomain.isCertain(last) { return true }
    return TopLevelDomain.isKnown(last)
      && (labels.count >= 3 && !TopLevelDomain.isFileLike(last)
        || end < text.endIndex && text[end] == UInt8(ascii: "/") && end + 1 < text.endIndex)
  }

  private static func isHostByte(_ byte: UInt8) -> Bool {
    byte.isAlphanumeric || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "-")
      || byte >= 0x80
  }
}
