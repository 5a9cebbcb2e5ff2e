import SourceText

/// JSON Pointers (RFC 6901).
package enum JSONPointer {
  /// The reference tokens of a pointer, unescaped; `nil` where `text` is no pointer.
  package static func tokens(_ text: [UInt8]) -> [[UInt8]]? {
    if text.isEmpty { return [] }
    guard text[0] == UInt8(ascii: "/") else { return nil }
    return text.dropFirst().split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false).map { part in
      var token: [UInt8] = []
      var index = part.startIndex
      while index < part.endIndex {
        if part[index] == UInt8(ascii: "~"), index + 1 < part.endIndex,
          part[index + 1] == UInt8(ascii: "0") || part[index + 1] == UInt8(ascii: "1")
        {
          token.append(part[index + 1] == UInt8(ascii: "0") ? UInt8(ascii: "~") : UInt8(ascii: "/"))
          index += 2
        } else {
          token.append(part[index])
          index += 1
        }
      }
      return token
    }
  }

  /// Appends `/` and `token`, escaped.
  package static func append(_ token: some Sequence<UInt8>, to text: inout [UInt8]) {
    text.append(UInt8(ascii: "/"))
    for byte in token {
      switch byte {
      case UInt8(ascii: "~"): text += "~0".utf8
      case UInt8(ascii: "/"): text += "~1".utf8
      default: text.append(byte)
      }
    }
  }

  /// `pointer` with one more reference token, which is escaped.
  package static func appended(_ token: [UInt8], to pointer: [UInt8]) -> [UInt8] {
    var result = pointer
    append(token, to: &result)
    return result
  }

  /// The number that a token names in a list, without leading zeros.
  package static func index(_ token: [UInt8]) -> Int? {
    guard !token.isEmpty, token.count < 10, token.allSatisfy({ $0.isDigit }),
      token.count == 1 || token[0] != 0x30
    else { return nil }
    return token.reduce(0) { $0 * 10 + Int($1 - 0x30) }
  }

  /// `pointer` with one more reference token: `~` and `/` of the token are escaped (section 3).
  package static func appending(_ token: String, to pointer: String = "") -> String {
    var result = Array(pointer.utf8)
    append(token.utf8, to: &result)
    return String(decoding: result, as: UTF8.self)
  }
}

extension DataTree {
  /// The JSON Pointer (RFC 6901) of a node below the first root; that of its value for a key.
  package func pointer(to target: NodeID) -> String {
    root.map { String(decoding: pointer(from: $0, to: target), as: UTF8.self) } ?? ""
  }

  /// The part of a pointer that leads from a node to one below it; that of its value for a key.
  package func pointer(from start: NodeID, to target: NodeID) -> [UInt8] {
    var node = start
    var pointer: [UInt8] = []
    while node.index < target.index {
      var next: NodeID?
      if self[node].kind == .mapping {
        for pair in pairs(of: node) where target.index >= pair.key.index {
          guard target.index < subtreeEnd(of: pair.value) else { continue }
          JSONPointer.append(utf8(of: pair.key), to: &pointer)
          next = target.index < pair.value.index ? nil : pair.value
          break
        }
      } else if self[node].kind == .sequence {
        for (place, item) in children(of: node).enumerated() where target.index < subtreeEnd(of: item) {
          JSONPointer.append(String(place).utf8, to: &pointer)
          next = item
          break
        }
      }
      guard let next else { break }
      node = next
    }
    return pointer
  }
}
