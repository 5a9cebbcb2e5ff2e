import DataTree
import Readers
package import SourceText

extension RuleContext {
  /// What two of the readers in force make of the value or key at an offset, where they differ, and its bytes.
  package func readings(at offset: Int) -> (what: Message, range: ByteRange)? {
    for disagreement in readings.disagreements {
      guard let node = disagreement.node, tree[node].kind != .mapping else { continue }
      let range = tree.range(of: node)
      guard range.start <= offset, offset <= range.end else { continue }
      let what = ReadAs.message(disagreement)
      return (Message(fr: what.fr + ".", en: what.en + "."), range)
    }
    return nil
  }
}
