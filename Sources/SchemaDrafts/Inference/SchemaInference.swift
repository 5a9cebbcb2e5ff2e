package import DataTree
package import SourceText

/// Reads the values of many files and says which schema they meet.
///
/// The memory grows with the keys and never with the files.
package struct SchemaInference: Sendable {
  /// From which share on something holds for all.
  package let threshold: Threshold
  /// The lists of ids that texts may be of.
  package let lists: [IDList]
  private var objects = ObjectStatistics()
  private var differences: [[UInt8]: Difference] = [:]

  /// How often readers make different values of a key, and the first place.
  private struct Difference {
    var count = 0
    let first: Message
  }

  /// Begins without a file.
  package init(_ threshold: Threshold, lists: [IDList]) {
    self.threshold = threshold
    self.lists = lists
  }

  /// How many files were read.
  package var count: Int { objects.count }

  /// Reads the values of one more file, a group of keys; `booleans` are scalars that are true or false to the readers.
  package mutating func add(_ tree: DataTree, _ root: NodeID, booleans: Set<NodeID> = []) {
    var walk = StatisticsWalk(tree, lists, booleans)
    objects.add(root, &walk, depth: 0)
  }

  /// Notes that two readers make different values of what stands below a key at the top.
  package mutating func note(_ key: [UInt8], readDifferently message: Message) {
    differences[key, default: Difference(first: message)].count += 1
  }

  /// The schema, with `comments` at its top.
  package func draft(_ comments: [Message]) -> SchemaDraft {
    var members = [
      SchemaDraft.Member("$schema", .word(SchemaDraft.dialect)),
      SchemaDraft.Member("assertFormat", .bool(true)),
    ]
    var body = SchemaComposer(threshold: threshold, lists: lists).object(objects)
    for (place, member) in body.enumerated() where member.key == Array("properties".utf8) {
      guard case .object(var keys) = member.value else { continue }
      for index in keys.indices {
        guard let found = differences[keys[index].key] else { continue }
        keys[index].comments.append(
          Message(
            fr:
              "lu différemment dans \(found.count) \(found.count < 2 ? "fichier" : "fichiers")\u{A0}: \(found.first.fr)",
            en:
              "read differently in \(found.count) \(found.count == 1 ? "file" : "files"): \(found.first.en)"))
      }
      body[place].value = .object(keys)
    }
    members.append(SchemaDraft.Member("type", .word("object")))
    members += body
    return SchemaDraft(comments: comments, members)
  }
}
