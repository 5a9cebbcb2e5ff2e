import SourceText

/// Numbers as readers make them of digits.
enum Numbers {
  /// A whole number in decimal of digits in a base, or `nil` where one is no digit of the base or there are too many
  /// to turn them around in bounded time.
  static func whole(_ digits: some Collection<UInt8>, base: UInt32, isNegative: Bool = false) -> String? {
    guard !digits.isEmpty else { return nil }
    if base == 10 {
      guard digits.allSatisfy(\.isDigit) else { return nil }
      let significant = digits.drop { $0 == Byte.zero }
      if significant.isEmpty { return "0" }
      return (isNegative ? "-" : "") + String(decoding: Array(significant), as: UTF8.self)
    }
    let significant = digits.drop { $0 == Byte.zero }
    guard significant.count <= 2000 else { return nil }
    var value = DecimalAccumulator()
    for byte in significant {
      guard let digit = byte.hexValue, digit < base else { return nil }
      value.multiply(by: base, adding: digit)
    }
    guard digits.allSatisfy({ ($0.hexValue ?? 99) < base }) else { return nil }
    return value.text(isNegative: isNegative)
  }

  /// The number that `strtod` reads, or `nil`.
  static func double(_ text: some Sequence<UInt8>) -> Double? {
    Double(String(decoding: Array(text), as: UTF8.self))
  }

  /// The whole number as a double.
  static func double(ofWhole text: String) -> Double { Double(text) ?? .nan }

  /// A double without a fraction, in decimal, exactly; `0` for one that is not finite.
  static func whole(_ value: Double) -> String {
    guard value.isFinite else { return "0" }
    if abs(value) < 9e15 { return String(Int64(value)) }
    var digits = DecimalAccumulator()
    digits.multiply(by: 1, adding: 0)
    let significand = UInt64(value.significandBitPattern) | 1 << 52
    digits.multiply(by: 1, adding: UInt32(significand >> 32))
    digits.multiply(by: 1 << 16, adding: 0)
    digits.multiply(by: 1 << 16, adding: UInt32(truncatingIfNeeded: significand))
    for _ in 0..<max(Int(value.exponent) - 52, 0) { digits.multiply(by: 2, adding: 0) }
    return digits.text(isNegative: value < 0)
  }

  /// Whether a double is finite and has no fraction; without the mathematics library, which is not linked.
  static func isWhole(_ value: Double) -> Bool {
    guard value.isFinite else { return false }
    return abs(value) >= 9_007_199_254_740_992 || Double(Int64(value)) == value
  }

  /// Whether a whole number in decimal fits into 64 bits with a sign.
  static func fitsInt64(_ text: String) -> Bool { Int64(text) != nil }

  /// Whether a whole number in decimal fits into 64 bits without a sign.
  static func fitsUInt64(_ text: String) -> Bool { UInt64(text) != nil }
}

/// A whole number of any size, in limbs of nine decimal digits, the least first.
struct DecimalAccumulator {
  private var limbs: [UInt32] = []

  /// Multiplies, and adds.
  mutating func multiply(by factor: UInt32, adding digit: UInt32) {
    var carry = UInt64(digit)
    for index in limbs.indices {
      let value = UInt64(limbs[index]) * UInt64(factor) + carry
      limbs[index] = UInt32(value % 1_000_000_000)
      carry = value / 1_000_000_000
    }
    while carry > 0 {
      limbs.append(UInt32(carry % 1_000_000_000))
      carry /= 1_000_000_000
    }
  }

  /// The number in decimal.
  func text(isNegative: Bool) -> String {
    guard let last = limbs.last(where: { $0 != 0 }) ?? limbs.last, last != 0 else { return "0" }
    var text = isNegative ? "-" : ""
    var isFirst = true
    for limb in limbs.reversed() {
      if isFirst, limb == 0 { continue }
      let digits = String(limb)
      text += isFirst ? digits : String(repeating: "0", count: 9 - digits.count) + digits
      isFirst = false
    }
    return text
  }
}
