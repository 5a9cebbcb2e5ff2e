/// Writes Unicode in the letters of host names (RFC 3492).
enum Punycode {
  /// More code points than fit a label are not tried: the algorithm takes the square of their number.
  private static let longest = 63

  private static let base = 36
  private static let tMin = 1
  private static let tMax = 26

  /// The code points of a text in small letters and digits, or `nil` where it is no Punycode.
  static func decode(_ text: ArraySlice<UInt8>) -> [Unicode.Scalar]? {
    guard text.count <= longest else { return nil }
    var output: [Unicode.Scalar] = []
    var rest = text
    if let hyphen = text.lastIndex(of: UInt8(ascii: "-")) {
      output = text[..<hyphen].map { Unicode.Scalar($0) }
      rest = text[(hyphen + 1)...]
    }
    var state = State()
    var index = 0
    var next = rest.startIndex
    while next < rest.endIndex {
      let oldIndex = index
      var weight = 1
      var k = base
      while true {
        guard next < rest.endIndex, let digit = value(of: rest[next]) else { return nil }
        next += 1
        // Beyond this no code point can be meant, and nothing overflows.
        guard weight < 1 << 40, index < 1 << 40 else { return nil }
        index += digit * weight
        let threshold = state.threshold(k)
        if digit < threshold { break }
        weight *= base - threshold
        k += base
      }
      let count = output.count + 1
      state.adapt(index - oldIndex, count: count, isFirst: oldIndex == 0)
      state.code += index / count
      index %= count
      guard state.code >= 0x80, state.code <= 0x10FFFF, let scalar = Unicode.Scalar(UInt32(state.code)) else {
        return nil
      }
      output.insert(scalar, at: index)
      index += 1
    }
    return output
  }

  /// The text in small letters, digits and hyphens, or `nil` where it is too long for a label.
  static func encode(_ scalars: ArraySlice<Unicode.Scalar>) -> [UInt8]? {
    guard scalars.count <= longest else { return nil }
    var output = scalars.filter { $0.isASCII }.map { UInt8(truncatingIfNeeded: $0.value) }
    let basicCount = output.count
    if basicCount > 0 { output.append(UInt8(ascii: "-")) }
    var handled = basicCount
    var state = State()
    var delta = 0
    while handled < scalars.count {
      guard let least = scalars.lazy.map({ Int($0.value) }).filter({ $0 >= state.code }).min() else { return nil }
      delta += (least - state.code) * (handled + 1)
      state.code = least
      for scalar in scalars {
        if Int(scalar.value) < least { delta += 1 }
        guard Int(scalar.value) == least else { continue }
        appendNumber(delta, state, to: &output)
        state.adapt(delta, count: handled + 1, isFirst: handled == basicCount)
        delta = 0
        handled += 1
      }
      delta += 1
      state.code += 1
    }
    return output
  }

  private static func appendNumber(_ number: Int, _ state: State, to output: inout [UInt8]) {
    var rest = number
    var k = base
    while true {
      let threshold = state.threshold(k)
      if rest < threshold { break }
      output.append(letter(of: threshold + (rest - threshold) % (base - threshold)))
      rest = (rest - threshold) / (base - threshold)
      k += base
    }
    output.append(letter(of: rest))
  }

  private static func letter(of digit: Int) -> UInt8 {
    UInt8(truncatingIfNeeded: digit < 26 ? digit + 0x61 : digit - 26 + 0x30)
  }

  private static func value(of byte: UInt8) -> Int? {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"): Int(byte) - 0x61
    case UInt8(ascii: "0")...UInt8(ascii: "9"): Int(byte) - 0x30 + 26
    default: nil
    }
  }

  /// The code point that comes next and the bias (3.4, 5).
  private struct State {
    var code = 0x80
    var bias = 72

    func threshold(_ k: Int) -> Int {
      min(max(k - bias, tMin), tMax)
    }

    mutating func adapt(_ delta: Int, count: Int, isFirst: Bool) {
      var delta = isFirst ? delta / 700 : delta / 2
      delta += delta / count
      var k = 0
      while delta > (base - tMin) * tMax / 2 {
        delta /= base - tMin
        k += base
      }
      bias = k + (base - tMin + 1) * delta / (delta + 38)
    }
  }
}
