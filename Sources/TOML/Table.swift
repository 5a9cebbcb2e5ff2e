import DataTree
import SourceText

/// A table, or a list of tables, while the text is read.
///
/// Its node names it by `Node.detail`, and is told from that of an array by `Node.hasProperties`, which TOML has none of. Its
/// pairs are a chain: `first` is the first key's node, the `detail` of a key's node is the next key's, 0 after the last; the
/// value stands right after its key. The tables of a list are chained by `next`.
struct Table {
  /// How a table came to be, which decides what may be added to it.
  enum Kind: UInt8 {
    /// The text itself.
    case root
    /// Named only on the way to another table by a header.
    case implicit
    /// Has a header of its own.
    case explicit
    /// Named on the way to a key by a dotted key.
    case dotted
    /// Stands in braces.
    case inline
    /// A list of tables.
    case list
    /// A table of such a list.
    case element
  }

  /// The place of its node.
  let node: Int32
  var kind: Kind
  /// Whether its keys are in `Reader.keyIndex`.
  var isIndexed = false
  /// The table around it by its place in `Reader.tables`, or -1.
  let parent: Int32
  /// How many tables are around it.
  let depth: Int32
  /// Its place in `Reader.open`, or -1.
  var openPlace: Int32 = -1
  var first: Int32 = 0
  var last: Int32 = 0
  var count: Int32 = 0
  /// The node of the next table of its list, 0 after the last.
  var next: Int32 = 0
  /// The place after the last node below it, once it was left.
  var subtreeEnd: Int32 = 0
  /// Where its first key starts and its last value ends; the end of its header while it has none.
  var start: Int32
  var end: Int32

  init(node: Int, kind: Kind, parent: Int, depth: Int, place: Int) {
    self.node = Int32(truncatingIfNeeded: node)
    self.kind = kind
    self.parent = Int32(truncatingIfNeeded: parent)
    self.depth = Int32(truncatingIfNeeded: depth)
    start = Int32(truncatingIfNeeded: place)
    end = start
  }

  /// Takes a range into the text of the table.
  mutating func extend(_ range: ByteRange) {
    let from = Int32(truncatingIfNeeded: range.start)
    start = count > 1 || start < end ? min(start, from) : from
    end = max(end, Int32(truncatingIfNeeded: range.end))
  }
}

/// A part of a key.
struct KeyPart {
  let range: ByteRange
  let style: NodeStyle
  let isVerbatim: Bool

  init(range: ByteRange, style: NodeStyle, isVerbatim: Bool) {
    self.range = range
    self.style = style
    self.isVerbatim = isVerbatim
  }

  /// What the node of a key was made of.
  init(_ key: Node) { self.init(range: key.range, style: key.style, isVerbatim: key.isVerbatim) }

  /// The bytes between its quotes, of which none is missing.
  var content: ByteRange { style == .plain ? range : ByteRange(range.start + 1, range.end - 1) }

  /// Its text without escapes.
  func text(in bytes: [UInt8]) -> [UInt8] { TOMLText.decode(range, style, isVerbatim: isVerbatim, in: bytes) }

  /// Whether it has the text of another part, which is `decoded` where that is not verbatim.
  @inline(__always)
  func isSame(_ part: KeyPart, _ decoded: [UInt8], _ input: Input, _ bytes: [UInt8]) -> Bool {
    guard isVerbatim, part.isVerbatim else {
      return text(in: bytes) == (part.isVerbatim ? part.text(in: bytes) : decoded)
    }
    let (own, its) = (content, part.content)
    return own.count == its.count && input.areSame(own.start, its.start, own.count)
  }
}

/// A further place of a key.
struct Repeat {
  let key: Int32
  let start: Int32
  let end: Int32
}

/// Where a value goes: its key's node, and the table of that key.
struct Slot {
  let key: Int
  let table: Int
}

extension Reader {
  /// A table with more keys has them looked up instead of compared one by one.
  private static let smallCount = 12

  // MARK: Looking up

  /// The last key of a table with the text of a part.
  private mutating func find(_ part: KeyPart, in table: Int) -> Int? {
    if tables[table].isIndexed { return indexed(part, in: table) }
    var found: Int?
    var key = Int(tables[table].first)
    let decoded = part.isVerbatim ? [] : part.text(in: bytes)
    while key > 0 {
      if KeyPart(nodes[key]).isSame(part, decoded, input, bytes) { found = key }
      key = Int(nodes[key].detail)
    }
    return found
  }

  /// The table that is the value of a key, or -1 where the value is none that could be added to.
  private func table(of key: Int) -> Int {
    key + 1 < nodes.count ? nodes[key + 1].table : -1
  }

  // MARK: Adding

  /// Makes a table the innermost one that the text is inside of.
  private mutating func enter(_ table: Int) {
    let place = Int(tables[table].openPlace)
    guard place >= 0 else {
      isOutOfOrder = true
      return
    }
    while open.count > place + 1 { leave() }
  }

  /// Leaves the innermost table.
  mutating func leave() {
    guard let table = open.popLast() else { return }
    tables[table].openPlace = -1
    tables[table].subtreeEnd = Int32(truncatingIfNeeded: nodes.count)
  }

  /// Appends a key to a table.
  private mutating func append(_ part: KeyPart, to table: Int) -> Int {
    enter(table)
    let key = nodes.count
    nodes.makeRoom(at: pos, of: end)
    nodes.append(.scalar(.string, part.style, part.range, isVerbatim: part.isVerbatim))
    if tables[table].first == 0 {
      tables[table].first = Int32(truncatingIfNeeded: key)
    } else {
      nodes[Int(tables[table].last)].detail = Int32(truncatingIfNeeded: key)
    }
    count(key, in: table)
    tables[table].extend(part.range)
    if tables[table].isIndexed {
      index(key, of: table)
    } else if tables[table].count > Self.smallCount {
      tables[table].isIndexed = true
      var next = Int(tables[table].first)
      while next > 0 {
        index(next, of: table)
        next = Int(nodes[next].detail)
      }
    }
    return key
  }

  /// Counts a key or a table at the end of the chain of a table or a list.
  private mutating func count(_ node: Int, in table: Int) {
    tables[table].last = Int32(truncatingIfNeeded: node)
    tables[table].count += 1
  }

  /// Appends the node of a table and goes into it; `place` is where its header or its opening brace ends.
  mutating func beginTable(_ kind: Table.Kind, in parent: Int, depth: Int, place: Int) -> Int {
    let table = tables.count
    let isList = kind == .list
    let style: NodeStyle = kind == .inline ? .flow : kind == .dotted ? .dotted : .block
    tables.makeRoom(at: pos, of: end)
    tables.append(Table(node: nodes.count, kind: kind, parent: parent, depth: depth, place: place))
    nodes.makeRoom(at: pos, of: end)
    nodes.append(.table(table, isList: isList, style, ByteRange(at: place)))
    tables[table].openPlace = Int32(truncatingIfNeeded: open.count)
    open.append(table)
    return table
  }

  private mutating func addElement(to list: Int, place: Int) -> Int {
    enter(list)
    let node = nodes.count
    let table = beginTable(.element, in: list, depth: Int(tables[list].depth) + 1, place: place)
    if tables[list].first == 0 {
      tables[list].first = Int32(truncatingIfNeeded: node)
    } else {
      tables[lastElement(of: list)].next = Int32(truncatingIfNeeded: node)
    }
    count(node, in: list)
    return table
  }

  /// Takes the value of a key, which was read, into the text of its table.
  mutating func close(_ slot: Slot) {
    guard slot.key + 1 < nodes.count else { return }
    tables[slot.table].extend(nodes[slot.key + 1].range)
  }

  // MARK: Keys

  /// Adds the key that was read to a table, through the tables that its dots name; `nil` where it is too deep.
  mutating func addKey(to table: Int) -> Slot? {
    guard let last = parts.last else { return nil }
    var table = table
    for part in parts.dropLast() {
      if let key = find(part, in: table) {
        let inner = self.table(of: key)
        if inner >= 0, tables[inner].kind == .dotted {
          keep(key, part.range)
          table = inner
          continue
        }
        report(problem(key, inner), part.range.start, part.range.end, related: nodes[key].range)
        if inner >= 0, tables[inner].kind != .inline, tables[inner].kind != .list {
          table = inner
          continue
        }
      }
      guard let next = addTable(.dotted, part, to: table, place: part.range.end) else { return nil }
      table = next
    }
    if let key = find(last, in: table) {
      report(.duplicateKey, last.range.start, last.range.end, related: nodes[key].range)
    }
    return Slot(key: append(last, to: table), table: table)
  }

  /// What is wrong with a dotted key that goes through a key of this value.
  private func problem(_ key: Int, _ table: Int) -> TOMLErrorCode {
    guard table >= 0 else { return nodes[key + 1].kind == .scalar ? .notATable : .closedTable }
    switch tables[table].kind {
    case .inline: return .closedTable
    case .list: return .tableAndList
    default: return .dottedIntoTable
    }
  }

  private mutating func addTable(_ kind: Table.Kind, _ part: KeyPart, to table: Int, place: Int) -> Int? {
    let depth = Int(tables[table].depth) + 1
    guard depth + self.depth <= options.depthLimit else {
      report(.tooDeep, part.range.start, part.range.end)
      return nil
    }
    _ = append(part, to: table)
    return beginTable(kind, in: table, depth: depth, place: place)
  }

  /// Notes a further place of a key.
  private mutating func keep(_ key: Int, _ range: ByteRange) {
    repeats.append(
      Repeat(
        key: Int32(truncatingIfNeeded: key), start: Int32(truncatingIfNeeded: range.start),
        end: Int32(truncatingIfNeeded: range.end)))
  }

  // MARK: Headers

  /// Goes to the table that a header names; `place` is the end of the header.
  mutating func addHeader(isList: Bool, place: Int) {
    guard let last = parts.last else { return }
    var table = 0
    for part in parts.dropLast() {
      if let key = find(part, in: table) {
        let inner = self.table(of: key)
        if inner >= 0, tables[inner].kind != .inline {
          keep(key, part.range)
          table = tables[inner].kind == .list ? lastElement(of: inner) : inner
          continue
        }
        let isScalar = key + 1 < nodes.count && nodes[key + 1].kind == .scalar
        report(isScalar ? .notATable : .closedTable, part.range.start, part.range.end, related: nodes[key].range)
      }
      guard let next = addTable(.implicit, part, to: table, place: part.range.end) else { return }
      table = next
    }
    if let key = find(last, in: table) {
      let inner = self.table(of: key)
      let kind = inner >= 0 ? tables[inner].kind : nil
      if isList ? kind == .list : kind == .implicit {
        keep(key, last.range)
        if isList {
          current = addElement(to: inner, place: place)
        } else {
          tables[inner].kind = .explicit
          current = inner
        }
        return
      }
      let code: TOMLErrorCode
      switch kind {
      case nil: code = .duplicateKey
      case .list: code = .tableAndList
      default: code = isList ? .tableAndList : .duplicateTable
      }
      report(code, last.range.start, last.range.end, related: nodes[key].range)
    }
    guard let next = addTable(isList ? .list : .explicit, last, to: table, place: place) else { return }
    current = isList ? addElement(to: next, place: place) : next
  }

  /// The table that was added last to a list.
  private func lastElement(of list: Int) -> Int {
    let node = Int(tables[list].last)
    return node > 0 ? nodes[node].table : list
  }
}

extension Node {
  /// The node of a table or a list of tables while the text is read.
  static func table(_ table: Int, isList: Bool, _ style: NodeStyle, _ range: ByteRange) -> Node {
    var node = Node.collection(isMapping: !isList, style, range)
    node.hasProperties = true
    node.detail = Int32(truncatingIfNeeded: table)
    return node
  }

  /// The table of a node while the text is read, or -1 for a node of none.
  var table: Int { hasProperties ? Int(detail) : -1 }
}
