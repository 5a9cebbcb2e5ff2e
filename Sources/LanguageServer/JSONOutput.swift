import PostingLint
import SourceText

/// Writes a JSON text value by value; commas come by themselves.
struct JSONOutput {
  /// The text so far.
  private(set) var bytes: [UInt8] = []
  private var needsComma = false

  /// Writes `{`, the members and `}`.
  mutating func object(_ members: (inout JSONOutput) -> Void) { collection("{", "}", members) }

  /// Writes `[`, the items and `]`.
  mutating func array(_ items: (inout JSONOutput) -> Void) { collection("[", "]", items) }

  private mutating func collection(_ open: Unicode.Scalar, _ close: Unicode.Scalar, _ content: (inout Self) -> Void) {
    separate()
    bytes.append(UInt8(ascii: open))
    needsComma = false
    content(&self)
    bytes.append(UInt8(ascii: close))
    needsComma = true
  }

  /// Writes the key of the member that is written next.
  mutating func key(_ name: String) {
    separate()
    JSONText.append(name, to: &bytes)
    bytes.append(UInt8(ascii: ":"))
    needsComma = false
  }

  mutating func string(_ text: String) {
    separate()
    JSONText.append(text, to: &bytes)
    needsComma = true
  }

  mutating func number(_ number: Int) { raw(String(number)) }

  mutating func boolean(_ value: Bool) { raw(value ? "true" : "false") }

  mutating func null() { raw("null") }

  private mutating func raw(_ text: String) {
    separate()
    bytes += Array(text.utf8)
    needsComma = true
  }

  private mutating func separate() {
    if needsComma { bytes.append(UInt8(ascii: ",")) }
  }

  // MARK: Members

  mutating func member(_ key: String, _ text: String) {
    self.key(key)
    string(text)
  }

  mutating func member(_ key: String, _ number: Int) {
    self.key(key)
    self.number(number)
  }

  mutating func member(_ key: String, _ value: Bool) {
    self.key(key)
    boolean(value)
  }

  mutating func member(_ key: String, object members: (inout JSONOutput) -> Void) {
    self.key(key)
    object(members)
  }

  mutating func member(_ key: String, array items: (inout JSONOutput) -> Void) {
    self.key(key)
    array(items)
  }
}
