import DataTree
import SourceText

/// A keyword of the client, compiled.
struct CompiledExtra: Sendable {
  let name: String
  let check: any ExtraCheck
}

extension Evaluator {
  mutating func checkExtra(_ index: Int32, _ node: Int, _ keyword: Int32) -> Bool {
    let extra = program.extras[Int(index)]
    var key: NodeID?
    if case .key(let own, _) = path.last { key = own }
    let value = ExtraInstance(
      tree: tree, node: NodeID(node), ancestors: path.dropLast().map { tree.resolved($0.node) }, key: key)
    let findings = extra.check.failures(of: value)
    guard isCollecting else { return findings.isEmpty }
    for finding in findings {
      let kind = SchemaFailureKind.extra(keyword: extra.name, kind: finding.kind, finding.message)
      note(keyword, kind, about: finding, in: node)
    }
    return findings.isEmpty
  }

  private mutating func note(_ keyword: Int32, _ kind: SchemaFailureKind, about finding: ExtraFailure, in node: Int) {
    guard let here = path.last?.node, let schema = chain.last else { return }
    var pointer: [UInt8] = []
    for step in path { step.append(to: &pointer, in: tree) }
    let target = finding.node.index >= 0 && finding.node.index < tree.nodes.count ? finding.node : here
    if target.index > node, target.index < next(node) {
      pointer += tree.pointer(from: NodeID(node), to: target)
    }
    let site = program.schemas[Int(schema.index)].site
    failures.append(
      SchemaFailure(
        kind: kind, instance: target, container: tree.resolved(here), range: finding.range ?? tree.range(of: target),
        pointer: String(decoding: pointer, as: UTF8.self), level: path.count, edits: finding.edits,
        keyword: SchemaSite(document: Int(site.document), node: Int(keyword)), chain: Array(chain[chainStart...]),
        schema: program))
  }
}
