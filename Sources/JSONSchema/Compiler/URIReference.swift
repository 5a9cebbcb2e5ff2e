import SourceText

/// A URI reference taken apart (RFC 3986, appendix B), in bytes.
struct URIReference {
  var scheme: [UInt8]?
  var authority: [UInt8]?
  var path: [UInt8]
  var query: [UInt8]?
  /// What follows `#`, still percent-encoded.
  var fragment: [UInt8]?

  /// Takes `text` apart; any text has some reading.
  init(_ text: [UInt8]) {
    var rest = text[...]
    if let hash = rest.firstIndex(of: UInt8(ascii: "#")) {
      fragment = Array(rest[(hash + 1)...])
      rest = rest[..<hash]
    }
    if let mark = rest.firstIndex(of: UInt8(ascii: "?")) {
      query = Array(rest[(mark + 1)...])
      rest = rest[..<mark]
    }
    if let colon = rest.firstIndex(of: UInt8(ascii: ":")), colon > rest.startIndex, Self.isScheme(rest[..<colon]) {
      scheme = rest[..<colon].map(\.lowercased)
      rest = rest[(colon + 1)...]
    }
    if rest.starts(with: [0x2F, 0x2F]) {
      let start = rest.startIndex + 2
      let end = rest[start...].firstIndex(of: UInt8(ascii: "/")) ?? rest.endIndex
      authority = Array(rest[start..<end])
      rest = rest[end...]
    }
    path = Array(rest)
  }

  private static func isScheme(_ text: ArraySlice<UInt8>) -> Bool {
    guard let first = text.first, first.isLetter else { return false }
    return text.allSatisfy {
      $0.isLetter || $0.isDigit || $0 == 0x2B || $0 == 0x2D
        || $0 == 0x2E
    }
  }

  /// The reference without its fragment, as text.
  var withoutFragment: [UInt8] {
    var text: [UInt8] = []
    if let scheme { text += scheme + [UInt8(ascii: ":")] }
    if let authority { text += [0x2F, 0x2F] + authority }
    text += path
    if let query { text += [UInt8(ascii: "?")] + query }
    return text
  }

  /// What this reference means where `base` holds (RFC 3986, 5.2.2).
  func resolved(against base: URIReference) -> URIReference {
    var target = self
    if scheme != nil {
      target.path = Self.removingDotSegments(path)
      return target
    }
    target.scheme = base.scheme
    if authority != nil {
      target.path = Self.removingDotSegments(path)
      return target
    }
    target.authority = base.authority
    if path.isEmpty {
      target.path = base.path
      target.query = query ?? base.query
    } else if path.first == UInt8(ascii: "/") {
      target.path = Self.removingDotSegments(path)
    } else {
      var merged: [UInt8] = []
      if base.authority != nil, base.path.isEmpty {
        merged = [UInt8(ascii: "/")]
      } else if let slash = base.path.lastIndex(of: UInt8(ascii: "/")) {
        merged = Array(base.path[...slash])
      }
      target.path = Self.removingDotSegments(merged + path)
    }
    return target
  }

  /// RFC 3986, 5.2.4. A path without `/` (of a `urn:`) is left as it is.
  private static func removingDotSegments(_ path: [UInt8]) -> [UInt8] {
    guard path.contains(UInt8(ascii: "/")), path.contains(UInt8(ascii: ".")) else { return path }
    let segments = path.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
    var result: [ArraySlice<UInt8>] = []
    for (place, segment) in segments.enumerated() {
      let isLast = place == segments.count - 1
      if segment.elementsEqual(".".utf8) {
        if isLast { result.append([]) }
      } else if segment.elementsEqual("..".utf8) {
        // The empty first segment of an absolute path stays.
        if result.count > 1 || (result.count == 1 && result[0].isEmpty == false) { result.removeLast() }
        if isLast { result.append([]) }
      } else {
        result.append(segment)
      }
    }
    return Array(result.joined(separator: [UInt8(ascii: "/")]))
  }
}
