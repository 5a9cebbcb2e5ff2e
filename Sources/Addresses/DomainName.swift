import SourceText

/// Checks a domain name (RFC 5321, 4.1.2: letters, digits and inner hyphens; RFC 5890, 2.3: other letters too).
enum DomainName {
  /// What is wrong with the name in `range`, which is UTF-8.
  static func error(_ bytes: [UInt8], _ range: ByteRange) -> EmailError? {
    var labelStart = range.start
    var index = range.start
    while index <= range.end {
      if index == range.end || bytes[index] == Byte.dot {
        let label = ByteRange(labelStart, index)
        if label.isEmpty { return EmailError(.misplacedDot, dot(near: index, range)) }
        if let error = labelError(bytes, label, isMeasured: range.count <= 255) { return error }
        labelStart = index + 1
        index += 1
        continue
      }
      let length = UTF8Scan.length(at: index, in: bytes)
      let byte = bytes[index]
      let place = ByteRange(index, index + length)
      if byte == Byte.at { return EmailError(.severalAts, place) }
      if AddressByte.isWhitespace(byte) { return EmailError(.whitespace, place) }
      guard
        byte.isAlphanumeric || byte == Byte.dash
          || byte >= 0x80 && InternationalText.isDomain(at: index, isFirst: index == labelStart, in: bytes)
      else { return EmailError(.invalidDomainCharacter, place) }
      index += length
    }
    return nil
  }

  /// The dot that makes a label empty.
  private static func dot(near index: Int, _ range: ByteRange) -> ByteRange {
    index < range.end ? ByteRange(index, index + 1) : ByteRange(max(range.start, range.end - 1), range.end)
  }

  /// A name that is too long as a whole is not measured label by label once encoded.
  private static func labelError(_ bytes: [UInt8], _ label: ByteRange, isMeasured: Bool) -> EmailError? {
    if bytes[label.start] == Byte.dash {
      return EmailError(.misplacedHyphen, ByteRange(label.start, label.start + 1))
    }
    if bytes[label.end - 1] == Byte.dash {
      return EmailError(.misplacedHyphen, ByteRange(label.end - 1, label.end))
    }
    let isASCII = bytes[label.indices].allSatisfy { $0 < 0x80 }
    let isTooLong = isASCII ? label.count > 63 : isMeasured && 4 + Punycode.encodedCount(bytes, label) > 63
    return isTooLong ? EmailError(.labelTooLong, label) : nil
  }
}

/// Measures a label in the form in which it is looked up (RFC 3492).
enum Punycode {
  /// The bytes of the label in `range`, UTF-8, once encoded, without the `xn--` before it.
  static func encodedCount(_ bytes: [UInt8], _ range: ByteRange) -> Int {
    let scalars = Array(String(decoding: bytes[range.indices], as: UTF8.self).unicodeScalars.map { Int($0.value) })
    let basic = scalars.count { $0 < 128 }
    var written = basic + (basic > 0 ? 1 : 0)
    var handled = basic
    var next = 128
    var delta = 0
    var bias = 72
    var isFirst = true
    while handled < scalars.count {
      guard let smallest = scalars.filter({ $0 >= next }).min() else { break }
      delta += (smallest - next) * (handled + 1)
      next = smallest
      for scalar in scalars {
        if scalar < next { delta += 1 }
        if scalar == next {
          written += digits(of: delta, bias: bias)
          bias = adapted(delta, handled + 1, isFirst: isFirst)
          isFirst = false
          delta = 0
          handled += 1
        }
      }
      delta += 1
      next += 1
    }
    return written
  }

  private static func digits(of delta: Int, bias: Int) -> Int {
    var rest = delta
    var count = 1
    var position = 36
    while true {
      let threshold = min(max(position - bias, 1), 26)
      if rest < threshold { return count }
      rest = (rest - threshold) / (36 - threshold)
      count += 1
      position += 36
    }
  }

  private static func adapted(_ delta: Int, _ count: Int, isFirst: Bool) -> Int {
    var delta = isFirst ? delta / 700 : delta / 2
    delta += delta / count
    var position = 0
    while delta > 455 {
      delta /= 35
      position += 36
    }
    return position + 36 * delta / (delta + 38)
  }
}
