import DataTree
import SourceText

/// A keyword of the client, compiled.
struct CompiledCustom: Sendable {
  let name: String
  let check: any CustomCheck
}

extension Evaluator {
  /// How many results are kept: they are looked through.
  private static let soundLimit = 16

  mutating func checkCustom(_ index: Int32, _ node: Int, _ keyword: Int32) -> Bool {
    let asked = UInt64(UInt32(bitPattern: index)) << 32 | UInt64(UInt32(truncatingIfNeeded: node))
    if isCollecting, soundCustoms.contains(asked) { return true }
    let custom = program.customs[Int(index)]
    var isSound = true
    guard isCollecting else {
      custom.check.forEachFailure(of: NodeID(node), in: tree) { _ in
        isSound = false
        return false
      }
      // What was right when nothing was noted is right still.
      if isSound, soundCustoms.count < Self.soundLimit { soundCustoms.append(asked) }
      return isSound
    }
    custom.check.forEachFailure(of: NodeID(node), in: tree) { failure in
      isSound = false
      if hasRoom(keyword) { note(keyword, .custom(keyword: custom.name), failure, in: node) }
      return true
    }
    return isSound
  }

  private mutating func note(_ keyword: Int32, _ kind: SchemaFailureKind, _ found: CustomFailure, in node: Int) {
    guard let here = path.last?.node, let schema = chain.last else { return }
    var pointer: [UInt8] = []
    for step in path { step.append(to: &pointer, in: tree) }
    let target = found.node.index >= 0 && found.node.index < tree.nodes.count ? found.node : here
    if target.index > node, target.index < next(node) {
      pointer += tree.pointer(from: NodeID(node), to: target)
    }
    let site = program.schemas[Int(schema.index)].site
    var failure = SchemaFailure(
      kind: kind, instance: target, container: tree.resolved(here), range: found.range ?? tree.range(of: target),
      pointer: String(decoding: pointer, as: UTF8.self), level: path.count,
      keyword: SchemaSite(document: Int(site.document), node: Int(keyword)), chain: ownChain,
      schema: program)
    failure.payload = found.payload
    failures.append(failure)
  }
}
