/// Writes JSON text (RFC 8259).
package enum JSONText {
  /// Appends a string with its quotes. What is not printed as it is, and `##[`, is escaped, so that a log may show the
  /// output.
  package static func append(_ text: String, to output: inout [UInt8]) {
    output.append(UInt8(ascii: "\""))
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"", "\\":
        output.append(UInt8(ascii: "\\"))
        output.append(UInt8(truncatingIfNeeded: scalar.value))
      case "\n": output += [UInt8(ascii: "\\"), UInt8(ascii: "n")]
      case "\r": output += [UInt8(ascii: "\\"), UInt8(ascii: "r")]
      case "\t": output += [UInt8(ascii: "\\"), UInt8(ascii: "t")]
      case "[" where HostileText.opensCommand(after: output): appendEscape(scalar, to: &output)
      case _ where HostileText.isUnprintable(scalar): appendEscape(scalar, to: &output)
      case _ where scalar.isASCII: output.append(UInt8(truncatingIfNeeded: scalar.value))
      default: output += String(scalar).utf8
      }
    }
    output.append(UInt8(ascii: "\""))
  }

  /// `\u005B`; what is escaped lies in the Basic Multilingual Plane.
  private static func appendEscape(_ scalar: Unicode.Scalar, to output: inout [UInt8]) {
    output += [UInt8(ascii: "\\"), UInt8(ascii: "u")]
    for shift in [12, 8, 4, 0] as [UInt32] {
      let digit = UInt8(truncatingIfNeeded: scalar.value >> shift & 15)
      output.append(digit < 10 ? 0x30 + digit : 0x41 - 10 + digit)
    }
  }
}
