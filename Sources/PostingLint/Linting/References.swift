import SourceText

/// The lists of ids that values may name.
public struct References: Sendable {
  private var lists: [String: ReferenceList] = [:]

  /// No list: nothing is checked against one.
  public init() {}

  /// The list with a name, or `nil` where it is not known, and then nothing is checked.
  public subscript(name: String) -> ReferenceList? {
    get { lists[name] }
    set { lists[name] = newValue }
  }

  /// Every list that is known, by name.
  package var all: [(name: String, list: ReferenceList)] {
    lists.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }.map { ($0.key, $0.value) }
  }
}

/// The ids that one kind of value may name.
public struct ReferenceList: Sendable {
  /// The ids in UTF-8, sorted by their bytes.
  public let ids: [[UInt8]]
  /// Where they come from, for messages: a folder or a file.
  public let origin: String

  /// A list of ids; the order and repetitions do not matter.
  public init(ids: some Sequence<[UInt8]>, origin: String) {
    var sorted = ids.sorted { $0.lexicographicallyPrecedes($1) }
    sorted.removeAll(where: \.isEmpty)
    self.ids = sorted
    self.origin = origin
  }

  /// The ids of a text with one id a line; blanks around an id, empty lines and lines after `#` do not count.
  public init(text: [UInt8], origin: String) {
    let lines = text.split(whereSeparator: { $0 == 0x0A || $0 == 0x0D }).map { line in
      var line = line
      while let last = line.last, last == 0x20 || last == 0x09 { line.removeLast() }
      while let first = line.first, first == 0x20 || first == 0x09 { line.removeFirst() }
      return line.first == UInt8(ascii: "#") ? [] : Array(line)
    }
    self.init(ids: lines, origin: origin)
  }

  /// Whether the list has an id, byte for byte.
  public func contains(_ id: [UInt8]) -> Bool {
    var low = 0
    var high = ids.count
    while low < high {
      let middle = (low + high) / 2
      if ids[middle] == id { return true }
      if ids[middle].lexicographicallyPrecedes(id) { low = middle + 1 } else { high = middle }
    }
    return false
  }
}
