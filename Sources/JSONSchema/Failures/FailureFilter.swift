import DataTree
import SourceText

/// Leaves out what has been said already, so that one mistake is one failure.
enum FailureFilter {
  static func tidied(_ failures: [SchemaFailure]) -> [SchemaFailure] {
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
    var seen: Set<Said> = []
    var typed: Set<NodeID> = []
    let kept = failures.filter { failure in
      switch failure.kind {
      case .wrongType: if !failure.isAboutKey, !typed.insert(failure.instance).inserted { return false }
      // A key that is there under a slip is reported once, as the slip.
      case .missingKey(let name, _, _): if renamed.contains(Name(failure.container, name)) { return false }
      case .unknownKey: break
      default: if wrongTypes.contains(failure.instance), !failure.isAboutKey { return false }
      }
      return seen.insert(Said(failure)).inserted
    }
    return kept.enumerated().sorted { ($0.element.range, $0.offset) < ($1.element.range, $1.offset) }.map(\.element)
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
    /// What a keyword of the client measured, and where.
    let measured: AnyHashable?
    let range: ByteRange?

    init(_ failure: SchemaFailure) {
      kind = failure.kind
      instance = failure.instance
      measured = failure.payload.map { AnyHashable($0) }
      range = failure.payload == nil ? nil : failure.range
    }
  }
}
