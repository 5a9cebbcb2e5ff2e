import DataTree
import SourceText

extension Evaluator {
  /// The place of a scalar's value in a table.
  @inline(__always)
  mutating func place(of node: Int, in table: NameTable) -> Int? {
    let entry = dispatch.node(node)
    let isQuoted = entry.isQuoted
    guard entry.isVerbatimScalar, isQuoted || entry.isPlain else {
      return decodedPlace(of: node, in: table)
    }
    let count = Int(entry.end) - Int(entry.start) - (isQuoted ? 2 : 0)
    // Most keys are passed over by their length; one whose closing quote is missing is a byte longer.
    guard table.mayHold(count: count) || (isQuoted && table.mayHold(count: count + 1)),
      let text = dispatch.verbatim(node)
    else { return nil }
    return search(text, table)
  }

  /// The place of a text in a table.
  mutating func place(of name: [UInt8], in table: NameTable) -> Int? {
    guard table.mayHold(count: name.count) else { return nil }
    return unsafe name.withUnsafeBufferPointer { unsafe search(TextView($0), table) }
  }

  /// Whether a mapping has a key.
  mutating func has(_ name: [UInt8], in mapping: Int) -> Bool {
    if dispatch.node(mapping).count <= 16 { return value(of: name, in: mapping) != nil }
    if let known = lastKeys, known.mapping == mapping { return known.names.number(of: name) != nil }
    var names = NameIndex()
    for pair in tree.pairs(of: NodeID(mapping)) where tree[tree.resolved(pair.key)].kind == .scalar {
      names.insert(tree.utf8(of: pair.key))
    }
    lastKeys = (mapping, names)
    return names.number(of: name) != nil
  }

  @inline(never)
  private mutating func decodedPlace(of node: Int, in table: NameTable) -> Int? {
    let text = tree.utf8(of: NodeID(node))
    return place(of: text, in: table)
  }

  /// The place of a name whose length may be right.
  private mutating func search(_ name: TextView, _ table: NameTable) -> Int? {
    if table.mask < 0 {
      for index in 0..<Int(table.count) where dispatch.equals(dispatch.slot(Int(table.slotStart) + index), name) {
        return index
      }
      return nil
    }
    let mask = Int(table.mask)
    var place = name.nameHash(seed: table.seed) & mask
    while true {
      let slot = dispatch.slot(Int(table.slotStart) + place)
      if slot.index < 0 { return nil }
      if dispatch.equals(slot, name) { return Int(slot.index) }
      place = (place + 1) & mask
    }
  }
}
