/// Writes a JSON text (RFC 8259) value by value; commas come by themselves.
///
/// A text may be written piece by piece: what is open stays open when ``take()`` hands over what was written.
package struct JSONWriter: Sendable {
  /// What stands between brackets.
  package enum Collection: Sendable {
    case object, array
  }

  /// The text since the last ``take()``.
  package private(set) var bytes: [UInt8] = []
  private var needsComma = false
  private var breaksLine = false
  private let isSpaced: Bool

  /// Writes no blanks, or one after each comma and colon.
  package init(isSpaced: Bool = false) {
    self.isSpaced = isSpaced
  }

  /// The text since the last call, which the caller keeps.
  package mutating func take() -> [UInt8] {
    defer { bytes = [] }
    return bytes
  }

  // MARK: Collections

  /// Writes `{`, the members and `}`.
  package mutating func object(_ members: (inout JSONWriter) -> Void) {
    open(.object)
    members(&self)
    close(.object)
  }

  /// Writes `[`, the items and `]`.
  package mutating func array(_ items: (inout JSONWriter) -> Void) {
    open(.array)
    items(&self)
    close(.array)
  }

  /// Opens an object or array that ``close(_:)`` ends.
  package mutating func open(_ collection: Collection) {
    separate()
    bytes.append(collection == .object ? Byte.openBrace : Byte.openBracket)
    needsComma = false
  }

  /// Closes what was opened last.
  package mutating func close(_ collection: Collection) {
    endLine()
    bytes.append(collection == .object ? Byte.closeBrace : Byte.closeBracket)
    needsComma = true
  }

  /// Lets what comes next, an item, a member or a closing bracket, begin a line.
  package mutating func breakLine() { breaksLine = true }

  /// Items, each on a line of its own, as ``lines(_:)`` takes them.
  package static func lines<Item>(_ items: some Sequence<Item>, _ write: (Item, inout JSONWriter) -> Void) -> [UInt8] {
    var json = JSONWriter()
    for item in items {
      write(item, &json)
      json.breakLine()
    }
    return json.bytes
  }

  /// Writes items or members that were made by another writer, on lines of their own.
  package mutating func lines(_ made: [UInt8]) {
    if made.isEmpty { return }
    breaksLine = true
    separate()
    bytes += made
    needsComma = true
    breaksLine = true
  }

  // MARK: Values

  /// Writes the key of the member that is written next.
  package mutating func key(_ name: StaticString) {
    separate()
    bytes.append(Byte.doubleQuote)
    name.withUTF8Buffer { unsafe bytes.append(contentsOf: $0) }
    bytes.append(Byte.doubleQuote)
    endKey()
  }

  /// Writes the key of the member that is written next.
  package mutating func key(text: String) {
    separate()
    JSONText.append(text, to: &bytes)
    endKey()
  }

  /// Writes a string.
  package mutating func string(_ text: String) {
    separate()
    JSONText.append(text, to: &bytes)
    needsComma = true
  }

  /// Writes strings as an array.
  package mutating func strings(_ texts: [String]) {
    array { for text in texts { $0.string(text) } }
  }

  /// Writes a number.
  package mutating func number(_ number: Int) { literal(String(number)) }

  /// Writes a truth value.
  package mutating func boolean(_ value: Bool) { literal(value ? "true" : "false") }

  /// Writes `null`.
  package mutating func null() { literal("null") }

  /// Writes a number or word as it is spelled.
  package mutating func literal(_ text: String) {
    separate()
    bytes += text.utf8
    needsComma = true
  }

  private mutating func separate() {
    if needsComma {
      bytes.append(Byte.comma)
      if isSpaced { bytes.append(Byte.space) }
    }
    endLine()
  }

  private mutating func endLine() {
    if breaksLine { bytes.append(Byte.lineFeed) }
    breaksLine = false
  }

  private mutating func endKey() {
    bytes.append(Byte.colon)
    if isSpaced { bytes.append(Byte.space) }
    needsComma = false
  }

  // MARK: Members

  /// Writes a member whose value is a string.
  package mutating func member(_ key: StaticString, _ text: String) {
    self.key(key)
    string(text)
  }

  /// Writes a member whose value is a number.
  package mutating func member(_ key: StaticString, _ number: Int) {
    self.key(key)
    self.number(number)
  }

  /// Writes a member whose value is a truth value.
  package mutating func member(_ key: StaticString, _ value: Bool) {
    self.key(key)
    boolean(value)
  }

  /// Writes a member whose value is an array of strings.
  package mutating func member(_ key: StaticString, _ texts: [String]) {
    self.key(key)
    strings(texts)
  }

  /// Writes a member whose value is an object.
  package mutating func object(_ key: StaticString, _ members: (inout JSONWriter) -> Void) {
    self.key(key)
    object(members)
  }

  /// Writes a member whose value is an array.
  package mutating func array(_ key: StaticString, _ items: (inout JSONWriter) -> Void) {
    self.key(key)
    array(items)
  }
}
