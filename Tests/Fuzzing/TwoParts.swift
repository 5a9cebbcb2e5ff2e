/// An input of two parts: what comes before the first occurrence of a separator, and what comes after it.
struct TwoParts {
  let first: [UInt8]
  let second: [UInt8]

  /// Cuts the bytes; without the separator, the second part is empty.
  init(_ bytes: [UInt8], at separator: String) {
    let separator = Array(separator.utf8)
    var index = 0
    while index + separator.count <= bytes.count {
      if bytes[index..<index + separator.count].elementsEqual(separator) {
        first = Array(bytes[..<index])
        second = Array(bytes[(index + separator.count)...])
        return
      }
      index += 1
    }
    first = bytes
    second = []
  }
}
