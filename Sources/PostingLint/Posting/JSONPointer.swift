/// JSON Pointers (RFC 6901).
package enum JSONPointer {
  /// `pointer` with one more reference token: `~` and `/` of the token are escaped (section 3).
  package static func appending(_ token: String, to pointer: String = "") -> String {
    var result = Array(pointer.utf8)
    result.append(UInt8(ascii: "/"))
    for byte in token.utf8 {
      switch byte {
      case UInt8(ascii: "~"): result += Array("~0".utf8)
      case UInt8(ascii: "/"): result += Array("~1".utf8)
      default: result.append(byte)
      }
    }
    return String(decoding: result, as: UTF8.self)
  }
}
