import DataTree
import SourceText

/// Leaves out what has been said already, so that one mistake is one failure.
enum FailureFilter {
  static func tidied(_ found: consuming [SchemaFailure]) -> [SchemaFailure] {
    var failures = consume found
    // One mistake has been said once.
    guard failures.count > 1 else { return failures }
    var wrongTypes: Set<NodeID> = []
    var renamed: Set<Name> = []
    for failure in failures {
      switch failure.kind {
      case .wrongType where !failure.isAboutKey: wrongTypes.insert(failure.instance)
      case .unknownKey(_, let nearest?): renamed.insert(Name(failure.container, nearest))
      default: break
      }
    }
    var typed: Set<NodeID> = []
    // What is missing may have a place by each schema that asks for it.
    var missing: Set<Said> = []
    // A file may have as many failures as it has bytes: they are not copied.
    failures.removeAll { failure in
      switch failure.kind {
      case .wrongType: !failure.isAboutKey && !typed.insert(failure.instance).inserted
      // A key that is there under a slip is reported once, as the slip.
      case .missingKey(let name, _, _):
        renamed.contains(Name(failure.container, name)) || !missing.insert(Said(failure)).inserted
      case .missingOneOf:
        wrongTypes.contains(failure.instance) && !failure.isAboutKey || !missing.insert(Said(failure)).inserted
      case .unknownKey: false
      default: wrongTypes.contains(failure.instance) && !failure.isAboutKey
      }
    }
    if zip(failures, failures.dropFirst()).contains(where: { $1.range < $0.range }) {
      failures = failures.enumerated().sorted {
        ($0.element.range, $0.offset) < ($1.element.range, $1.offset)
      }.map(\.element)
    }
    removeRepeated(from: &failures)
    return failures
  }

  /// The failures, the last of each keyword with the number of those that were not noted.
  static func counted(
    _ found: consuming [SchemaFailure], _ tally: [SchemaSite: (noted: Int, others: Int)]
  ) -> [SchemaFailure] {
    var failures = consume found
    if tally.isEmpty { return failures }
    let cut = tally.filter { $0.value.others > 0 }
    guard !cut.isEmpty else { return failures }
    var left = cut
    for index in failures.indices.reversed() where cut[failures[index].keyword] != nil {
      failures[index].isOneOfMany = true
      if let count = left.removeValue(forKey: failures[index].keyword) { failures[index].others = count.others }
    }
    return failures
  }

  /// Leaves one of each failure that says the same; these stand at one place.
  private static func removeRepeated(from failures: inout [SchemaFailure]) {
    guard zip(failures, failures.dropFirst()).contains(where: { $0.range == $1.range }) else { return }
    var place: ByteRange?
    var seen: Set<Said> = []
    failures.removeAll { failure in
      if failure.range != place {
        place = failure.range
        seen.removeAll(keepingCapacity: true)
      }
      return !seen.insert(Said(failure)).inserted
    }
  }

  private struct Name: Hashable {
    let mapping: NodeID
    let bytes: [UInt8]

    init(_ mapping: NodeID, _ name: String) {
      self.mapping = mapping
      bytes = Array(name.utf8)
    }
  }

  private struct Said: Hashable {
    let kind: SchemaFailureKind
    let instance: NodeID
    /// What a keyword of the client measured.
    let measured: AnyHashable?

    init(_ failure: SchemaFailure) {
      kind = failure.kind
      instance = failure.instance
      measured = failure.payload.map { AnyHashable($0) }
    }
  }
}
