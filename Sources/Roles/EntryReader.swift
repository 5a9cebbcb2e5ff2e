import DataTree
import SourceText

/// Takes entries out of a tree, and says where one has another shape.
struct EntryReader {
  let tree: DataTree

  /// The text of a scalar.
  func text(of id: NodeID) -> [UInt8] { Array(tree.utf8(of: id)) }

  /// The text of a key; what is longer than any known one is none of them.
  func name(of key: NodeID) -> String {
    tree.range(of: key).count > 40 ? "" : tree.text(of: key)
  }

  func pairs(of id: NodeID) throws(RoleVocabularyError) -> DataTree.Pairs {
    guard id.index < tree.nodes.count else { throw .wrongShape(ByteRange(at: 0), expected: "mapping") }
    guard tree.type(of: id) == .mapping else { throw wrong(id, "mapping") }
    return tree.pairs(of: id)
  }

  func items(of id: NodeID) throws(RoleVocabularyError) -> DataTree.Children {
    guard tree.type(of: id) == .sequence else { throw wrong(id, "list") }
    return tree.children(of: id)
  }

  func word(_ id: NodeID) throws(RoleVocabularyError) -> [UInt8] {
    guard tree.type(of: id) == .string else { throw wrong(id, "string") }
    return text(of: id)
  }

  func words(_ id: NodeID) throws(RoleVocabularyError) -> [[UInt8]] {
    var result: [[UInt8]] = []
    for item in try items(of: id) { result.append(try word(item)) }
    return result
  }

  func lists(_ id: NodeID) throws(RoleVocabularyError) -> [[[UInt8]]] {
    var result: [[[UInt8]]] = []
    for item in try items(of: id) {
      let pair = try words(item)
      guard pair.count == 2 else { throw wrong(item, "pair") }
      result.append(pair)
    }
    return result
  }

  func words(byKey id: NodeID) throws(RoleVocabularyError) -> [([UInt8], [UInt8])] {
    var result: [([UInt8], [UInt8])] = []
    for pair in try pairs(of: id) { result.append((text(of: pair.key), try word(pair.value))) }
    return result
  }

  private func flag(_ id: NodeID) throws(RoleVocabularyError) -> Bool {
    guard tree.type(of: id) == .boolean else { throw wrong(id, "boolean") }
    return tree.utf8(of: id).first.map { $0 | 0x20 == UInt8(ascii: "t") } ?? false
  }

  func roles(_ id: NodeID) throws(RoleVocabularyError) -> [RoleEntry] {
    var result: [RoleEntry] = []
    for item in try items(of: id) {
      var role = RoleEntry(name: [])
      for pair in try pairs(of: item) {
        switch name(of: pair.key) {
        case "name": role.name = try word(pair.value)
        case "domains": role.domains = try words(pair.value)
        case "titles": role.titles = try words(pair.value)
        case "weakTitles": role.weakTitles = try words(pair.value)
        case "topics": role.topics = try words(pair.value)
        case "heads": role.heads = try words(pair.value)
        case "strict": role.strict = try flag(pair.value)
        case "adjacent": role.adjacent = try flag(pair.value)
        default: break
        }
      }
      guard !role.name.isEmpty else { throw wrong(item, "name") }
      result.append(role)
    }
    return result
  }

  func heads(_ id: NodeID) throws(RoleVocabularyError) -> [HeadEntry] {
    var result: [HeadEntry] = []
    for item in try items(of: id) {
      var head = HeadEntry(name: [])
      for pair in try pairs(of: item) {
        switch name(of: pair.key) {
        case "name": head.name = try word(pair.value)
        case "titles": head.titles = try words(pair.value)
        case "role": head.role = try word(pair.value)
        case "otherwise": head.otherwise = try word(pair.value)
        default: break
        }
      }
      guard !head.name.isEmpty else { throw wrong(item, "name") }
      result.append(head)
    }
    return result
  }

  func modifiers(_ id: NodeID) throws(RoleVocabularyError) -> [ModifierEntry] {
    var result: [ModifierEntry] = []
    for item in try items(of: id) {
      var modifier = ModifierEntry(name: [])
      for pair in try pairs(of: item) {
        switch name(of: pair.key) {
        case "name": modifier.name = try word(pair.value)
        case "titles": modifier.titles = try words(pair.value)
        case "role": modifier.role = try word(pair.value)
        default: break
        }
      }
      guard !modifier.name.isEmpty else { throw wrong(item, "name") }
      result.append(modifier)
    }
    return result
  }

  func qualifiers(_ id: NodeID) throws(RoleVocabularyError) -> [QualifierEntry] {
    var result: [QualifierEntry] = []
    for item in try items(of: id) {
      var qualifier = QualifierEntry()
      for pair in try pairs(of: item) {
        switch name(of: pair.key) {
        case "titles": qualifier.titles = try words(pair.value)
        case "with": qualifier.with = try words(pair.value)
        case "domain": qualifier.domain = try word(pair.value)
        default: break
        }
      }
      result.append(qualifier)
    }
    return result
  }

  func slips(_ id: NodeID) throws(RoleVocabularyError) -> [SlipEntry] {
    var result: [SlipEntry] = []
    for item in try items(of: id) {
      var slip = SlipEntry()
      for pair in try pairs(of: item) {
        switch name(of: pair.key) {
        case "word": slip.word = try word(pair.value)
        case "after": slip.after = try words(pair.value)
        case "correction": slip.correction = try word(pair.value)
        default: break
        }
      }
      result.append(slip)
    }
    return result
  }

  private func wrong(_ id: NodeID, _ expected: String) -> RoleVocabularyError {
    .wrongShape(tree.range(of: id), expected: expected)
  }
}
