import SourceText

/// A number as its decimal digits, exactly: `0.1` is a tenth, and `1e400` is no infinity.
///
/// The value is `coefficient × 10^exponent`, the coefficient without trailing zeros, so that equal numbers have equal
/// parts. Comparing and dividing take time linear in the digits, whatever the exponent.
struct DecimalNumber: Hashable, Sendable {
  /// Beyond what digits can say.
  enum Form: UInt8, Sendable { case finite, infinite, undefined }

  var form: Form = .finite
  var isNegative = false
  /// The coefficient where it has at most 18 digits.
  var coefficient: UInt64 = 0
  /// The digits of a longer coefficient, 0 to 9, first digit first; else empty.
  var digits: [UInt8] = []
  var exponent = 0

  /// A whole number.
  init(_ value: UInt64) {
    finish(digits: String(value).utf8.map { $0 - 0x30 }, exponent: 0)
  }

  /// Reads a number of JSON (RFC 8259, 6) or of YAML's core schema (1.2.2, 10.3.2): sign, digits, fraction,
  /// exponent; `0x`, `0o`; `.inf`, `.nan`. `nil` for any other text.
  init?(_ bytes: [UInt8], _ range: ByteRange) {
    var index = range.start
    let end = min(range.end, bytes.count)
    guard index < end else { return nil }
    if bytes[index] == UInt8(ascii: "-") || bytes[index] == UInt8(ascii: "+") {
      isNegative = bytes[index] == UInt8(ascii: "-")
      index += 1
    }
    guard index < end else { return nil }
    if readSpecial(bytes, index, end) { return }
    if readDecimal(bytes, index, end) { return }
    return nil
  }

  /// Reads the usual decimal form from `start`, in one pass without a copy where it has at most 18 digits.
  private mutating func readDecimal(_ bytes: [UInt8], _ start: Int, _ end: Int) -> Bool {
    var index = start
    var value: UInt64 = 0
    var count = 0
    var long: [UInt8] = []
    var scale = 0
    var sawPoint = false
    var sawDigit = false
    while index < end {
      let byte = bytes[index]
      if byte.isDigit {
        sawDigit = true
        if sawPoint { scale -= 1 }
        if count > 0 || byte != 0x30 {
          count += 1
          if count <= 18 {
            value = value &* 10 &+ UInt64(byte - 0x30)
          } else {
            if count == 19 { long = String(value).utf8.map { $0 - 0x30 } }
            long.append(byte - 0x30)
          }
        }
      } else if byte == UInt8(ascii: "."), !sawPoint {
        sawPoint = true
      } else {
        break
      }
      index += 1
    }
    guard sawDigit else { return false }
    if index < end {
      guard bytes[index] | 0x20 == UInt8(ascii: "e"), let power = Self.exponent(bytes, index + 1, end) else {
        return false
      }
      scale += power
    }
    if count > 18 {
      finish(digits: long, exponent: scale)
    } else {
      finish(small: value, exponent: scale)
    }
    return true
  }

  /// The exponent in `start..<end`, held between ±10¹⁵: no text is long enough to tell the difference.
  private static func exponent(_ bytes: [UInt8], _ start: Int, _ end: Int) -> Int? {
    var index = start
    var isNegative = false
    if index < end, bytes[index] == UInt8(ascii: "-") || bytes[index] == UInt8(ascii: "+") {
      isNegative = bytes[index] == UInt8(ascii: "-")
      index += 1
    }
    guard index < end else { return nil }
    var value = 0
    while index < end {
      guard bytes[index].isDigit else { return nil }
      value = min(value * 10 + Int(bytes[index] - 0x30), 1_000_000_000_000_000)
      index += 1
    }
    return isNegative ? -value : value
  }

  private mutating func readSpecial(_ bytes: [UInt8], _ start: Int, _ end: Int) -> Bool {
    let text = bytes[start..<end]
    if text.first == UInt8(ascii: "."), text.count == 4 {
      let word = text.map { $0 | 0x20 }.dropFirst()
      if word.elementsEqual("inf".utf8) { form = .infinite }
      if word.elementsEqual("nan".utf8) { form = .undefined }
      return form != .finite
    }
    guard text.count > 2, text[start] == UInt8(ascii: "0") else { return false }
    let base: Int
    switch text[start + 1] {
    case UInt8(ascii: "x"): base = 16
    case UInt8(ascii: "o"): base = 8
    default: return false
    }
    var decimal: [UInt8] = []
    for byte in text.dropFirst(2) {
      guard let digit = Self.digit(byte), digit < base else { return false }
      // The conversion is quadratic: a number of over 1,000 digits is taken for larger than any.
      if decimal.count > 1_000 {
        form = .infinite
        return true
      }
      var carry = digit
      for place in decimal.indices {
        let next = Int(decimal[place]) * base + carry
        decimal[place] = UInt8(next % 10)
        carry = next / 10
      }
      while carry > 0 {
        decimal.append(UInt8(carry % 10))
        carry /= 10
      }
    }
    finish(digits: decimal.reversed(), exponent: 0)
    return true
  }

  private static func digit(_ byte: UInt8) -> Int? {
    switch byte {
    case 0x30...0x39: Int(byte) - 0x30
    case 0x41...0x46: Int(byte) - 0x37
    case 0x61...0x66: Int(byte) - 0x57
    default: nil
    }
  }

  private mutating func finish(small: UInt64, exponent power: Int) {
    coefficient = small
    exponent = power
    if coefficient == 0 {
      exponent = 0
      isNegative = false
      return
    }
    while coefficient % 10 == 0 {
      coefficient /= 10
      exponent += 1
    }
  }

  private mutating func finish(digits all: [UInt8], exponent power: Int) {
    let start = all.firstIndex { $0 != 0 } ?? all.count
    let end = (all.lastIndex { $0 != 0 } ?? -1) + 1
    if end - start > 18 {
      digits = Array(all[start..<end])
      exponent = power + all.count - end
    } else {
      finish(small: all[min(start, end)..<end].reduce(0) { $0 * 10 + UInt64($1) }, exponent: power + all.count - end)
    }
  }

  /// Whether the number has no fraction: `1.0` and `1e3` have none.
  var isInteger: Bool { form == .finite && exponent >= 0 }

  var isZero: Bool { form == .finite && coefficient == 0 && digits.isEmpty }

  /// The digits of the coefficient, first digit first.
  var allDigits: [UInt8] { digits.isEmpty ? String(coefficient).utf8.map { $0 - 0x30 } : digits }

  /// Whether this number is smaller than `other`, equal (0) or larger (1); `nil` where one is not-a-number.
  func compared(to other: DecimalNumber) -> Int? {
    if form == .undefined || other.form == .undefined { return nil }
    let sign = signum
    let otherSign = other.signum
    if sign != otherSign { return sign < otherSign ? -1 : 1 }
    if sign == 0 { return 0 }
    let order = comparedMagnitude(to: other)
    return sign < 0 ? -order : order
  }

  private var signum: Int { isZero ? 0 : (isNegative ? -1 : 1) }

  private func comparedMagnitude(to other: DecimalNumber) -> Int {
    if form == .infinite || other.form == .infinite {
      return (form == .infinite ? 1 : 0) - (other.form == .infinite ? 1 : 0)
    }
    if let low = scaled(to: min(exponent, other.exponent)), let high = other.scaled(to: min(exponent, other.exponent)) {
      return low == high ? 0 : (low < high ? -1 : 1)
    }
    let left = allDigits
    let right = other.allDigits
    let height = left.count + exponent
    let otherHeight = right.count + other.exponent
    if height != otherHeight { return height < otherHeight ? -1 : 1 }
    for place in 0..<max(left.count, right.count) {
      let a = place < left.count ? left[place] : 0
      let b = place < right.count ? right[place] : 0
      if a != b { return a < b ? -1 : 1 }
    }
    return 0
  }

  /// The coefficient for a lower exponent, where that fits into 64 bits.
  private func scaled(to lower: Int) -> UInt64? {
    guard digits.isEmpty, exponent - lower <= 19 else { return nil }
    var result = coefficient
    for _ in 0..<(exponent - lower) {
      let (next, overflow) = result.multipliedReportingOverflow(by: 10)
      if overflow { return nil }
      result = next
    }
    return result
  }

  /// Whether the number is a whole multiple of `divisor`; zero divides nothing.
  func isMultiple(of divisor: DecimalNumber) -> Bool {
    guard form == .finite, divisor.form == .finite, !divisor.isZero else { return false }
    if isZero { return true }
    // The coefficient has no trailing zero, so it cannot make up for a power of ten in the divisor.
    let zeros = exponent - divisor.exponent
    guard zeros >= 0 else { return false }
    if divisor.digits.isEmpty {
      let modulus = divisor.coefficient
      var rest = coefficient % modulus
      for digit in digits { rest = (rest * 10 + UInt64(digit)) % modulus }
      // 10^64 holds every power of two and five that 64 bits can hold, so more zeros change nothing.
      for _ in 0..<min(zeros, 64) where rest != 0 { rest = rest * 10 % modulus }
      return rest == 0
    }
    var rest = LongRemainder(divisor.digits)
    for digit in allDigits { rest.append(digit) }
    for _ in 0..<min(zeros, 4 * divisor.digits.count) where !rest.isZero { rest.append(0) }
    return rest.isZero
  }
}

/// The remainder of a division by a divisor of many digits, fed digit by digit.
private struct LongRemainder {
  private let modulus: [UInt8]
  private var rest: [UInt8]

  init(_ divisor: [UInt8]) {
    modulus = [0] + divisor
    rest = [UInt8](repeating: 0, count: divisor.count + 1)
  }

  var isZero: Bool { rest.allSatisfy { $0 == 0 } }

  mutating func append(_ digit: UInt8) {
    rest.removeFirst()
    rest.append(digit)
    while !rest.lexicographicallyPrecedes(modulus) {
      var borrow = 0
      for place in rest.indices.reversed() {
        var difference = Int(rest[place]) - Int(modulus[place]) - borrow
        borrow = difference < 0 ? 1 : 0
        if difference < 0 { difference += 10 }
        rest[place] = UInt8(difference)
      }
    }
  }
}
