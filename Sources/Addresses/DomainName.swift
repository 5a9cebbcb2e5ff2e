import SourceText

/// Checks a domain name (RFC 5321, 4.1.2: letters, digits and inner hyphens; RFC 5890, 2.3: other letters too).
enum DomainName {
  /// What is wrong with the name in `range`, which is UTF-8; with `takesAllLetters` scripts may be mixed in a label.
  static func error(_ bytes: [UInt8], _ range: ByteRange, takesAllLetters: Bool) -> EmailError? {
    var labelStart = range.start
    var index = range.start
    while index <= range.end {
      if index == range.end || bytes[index] == Byte.dot {
        let label = ByteRange(labelStart, index)
        if label.isEmpty { return EmailError(.misplacedDot, dot(near: index, range)) }
        if let error = labelError(bytes, label, isMeasured: range.count <= 255) { return error }
        if !takesAllLetters, let place = InternationalText.lookAlike(in: label, of: bytes) {
          return EmailError(.invalidDomainCharacter, place)
        }
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

/// Writes a label in the form in which it is looked up (RFC 3492).
enum Punycode {
  /// The number of bytes of the label in `range`, UTF-8, once encoded, without the `xn--` before it.
  static func encodedCount(_ bytes: [UInt8], _ range: ByteRange) -> Int { encoded(bytes[range.indices]).count }

  /// `label`, UTF-8, once encoded, without the `xn--` before it.
  static func encoded(_ label: ArraySlice<UInt8>) -> [UInt8] {
    let scalars = Array(String(decoding: label, as: UTF8.self).unicodeScalars.map { Int($0.value) })
    var result = scalars.filter { $0 < 128 }.map { UInt8($0) }
    var handled = result.count
    if handled > 0 { result.append(Byte.dash) }
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
          result += digits(of: delta, bias: bias)
          bias = adapted(delta, handled + 1, isFirst: isFirst)
          isFirst = false
          delta = 0
          handled += 1
        }
      }
      delta += 1
      next += 1
    }
    return result
  }

  /// A number in digits of base 36, `a` to `z` and then `0` to `9`, the lowest first.
  private static func digits(of delta: Int, bias: Int) -> [UInt8] {
    var rest = delta
    var result: [UInt8] = []
    var position = 36
    while true {
      let threshold = min(max(position - bias, 1), 26)
      if rest < threshold { return result + [digit(rest)] }
      result.append(digit(threshold + (rest - threshold) % (36 - threshold)))
      rest = (rest - threshold) / (36 - threshold)
      position += 36
    }
  }

  private static func digit(_ value: Int) -> UInt8 {
    UInt8(value < 26 ? Int(UInt8(ascii: "a")) + value : Int(UInt8(ascii: "0")) + value - 26)
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
