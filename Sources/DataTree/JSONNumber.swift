import SourceText

/// Numbers of the core schema in the notation of JSON.
package enum JSONNumber {
  /// The number in JSON, or `nil` where JSON has none: infinities, not-a-number, octal and hexadecimal past 64 bits.
  package static func text(of yaml: [UInt8]) -> [UInt8]? {
    if yaml.count > 2, yaml[0] == Byte.zero, yaml[1] | 0x20 == 0x78 || yaml[1] == 0x6F {
      let digits = String(decoding: yaml[2...], as: UTF8.self)
      return UInt64(digits, radix: yaml[1] == 0x6F ? 8 : 16).map { Array(String($0).utf8) }
    }
    var index = 0
    var result: [UInt8] = []
    if yaml.first == Byte.dash { result.append(Byte.dash) }
    if yaml.first == Byte.dash || yaml.first == Byte.plus { index += 1 }
    let whole = index
    while index < yaml.count, yaml[index].isDigit { index += 1 }
    let digits = yaml[whole..<index].drop { $0 == Byte.zero }
    result += digits.isEmpty ? [Byte.zero] : Array(digits)
    if index < yaml.count, yaml[index] == Byte.dot {
      let start = index
      index += 1
      while index < yaml.count, yaml[index].isDigit { index += 1 }
      if index == start + 1, start == whole { return nil }
      result += index > start + 1 ? Array(yaml[start..<index]) : [Byte.dot, Byte.zero]
    } else if index == whole {
      return nil
    }
    if index < yaml.count { result += yaml[index...] }
    return result
  }
}
