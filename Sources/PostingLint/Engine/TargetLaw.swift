import Markdown
import SourceText

/// That links which are not mended lead where they led, and that code keeps its bytes.
struct TargetLaw {
  private let old: [UInt8]
  private let oldBody: MarkdownBody
  private let new: [UInt8]
  private let newBody: MarkdownBody
  private let touched: CoveredBytes
  private let map: EditMap

  init(
    _ oldBody: MarkdownBody, _ old: [UInt8], _ newBody: MarkdownBody, _ new: [UInt8], _ edits: [Edit], _ map: EditMap
  ) {
    self.old = old
    self.oldBody = oldBody
    self.new = new
    self.newBody = newBody
    touched = CoveredBytes(edits.map(\.range))
    self.map = map
  }

  /// The targets that lead elsewhere, or nowhere.
  var breaches: [FixLaws.Breach] {
    var found: [FixLaws.Breach] = []
    let targets = newBody.resolvedTargets(in: new).sorted { $0.targetRange.start < $1.targetRange.start }
    let links = CoveredBytes(targets.map(\.range))
    for target in oldBody.resolvedTargets(in: old) where !map.isReplaced(target.range) {
      let text = String(decoding: target.bytes, as: UTF8.self)
      if isMended(target.targetRange) {
        if !links.touches(map.after(target.range)) {
          found.append(FixLaws.Breach(law: .target, description: "what led to \(text) is no link"))
        }
        continue
      }
      let there = Self.targets(at: map.after(target.targetRange).start, in: targets)
      if there.contains(where: { $0.kind == target.kind && $0.bytes == target.bytes }) { continue }
      let other = there.first.map { String(decoding: $0.bytes, as: UTF8.self) } ?? "nowhere"
      found.append(FixLaws.Breach(law: .target, description: "what led to \(text) leads to \(other)"))
    }
    return found
  }

  /// Those of the targets, sorted by their places, that start at `start`.
  private static func targets(at start: Int, in targets: [MarkdownTarget]) -> ArraySlice<MarkdownTarget> {
    var (low, high) = (0, targets.count)
    while low < high {
      let middle = (low + high) / 2
      if targets[middle].targetRange.start < start { low = middle + 1 } else { high = middle }
    }
    return targets[low...].prefix { $0.targetRange.start == start }
  }

  /// Whether an edit changes the range or writes at an end of it.
  private func isMended(_ range: ByteRange) -> Bool { touched.touches(ByteRange(range.start - 1, range.end + 1)) }

  /// The code that has other bytes.
  var codeBreaches: [FixLaws.Breach] {
    var found: [FixLaws.Breach] = []
    for region in oldBody.regions {
      switch region.kind {
      case .codeSpan, .fencedCode, .indentedCode: break
      default: continue
      }
      guard touched.touches(region.range) else { continue }
      let place = map.after(region.range)
      let before = old[region.range.indices].filter { !$0.isLineBreak }
      let after = new[place.indices].filter { !$0.isLineBreak }
      if before != after {
        let text = String(decoding: before.prefix(60), as: UTF8.self)
        found.append(FixLaws.Breach(law: .code, description: "the code at \(region.range) changes: \(text)"))
      }
    }
    return found
  }
}
