import DataTree
import PostingLint
import Readers
import SourceText

/// What the profiles of other programs' readers promise of any bytes.
enum ReaderLaw {
  static func check(_ bytes: [UInt8]) throws(BrokenLaw) {
    for reader in Reader.allCases {
      for isBare in [false, true] {
        let reading = Readers.read(bytes, as: reader, isBare: isBare)
        // Of bytes that are no UTF-8 some readers make others, which move the places of what follows.
        let isExact = RangeLaw.isUTF8(bytes)
        if isExact, let block = reading.block { try RangeLaw.checkInside(block, bytes, "\(reader.name): block") }
        if let refusal = reading.refusal {
          if isExact { try RangeLaw.checkInside(refusal.range, bytes, "\(reader.name): refusal") }
          try RangeLaw.checkMessage(refusal.message(reader), reader.name)
        }
        let lines = reading.lines
        try require(!lines.isEmpty, "\(reader.name): nothing to show")
        try require(
          lines.allSatisfy { !$0.utf8.contains(0x0A) }, "\(reader.name): a line end within what is shown of a value")
        try require(
          Readers.read(bytes, as: reader, isBare: isBare).lines == lines, "\(reader.name): a second reading differs")
      }
    }
    try checkComparison(Document(Source(path: SourcePath("a.md"), bytes: bytes)))
  }

  /// Where readers differ, they do so at a value of the text.
  private static func checkComparison(_ document: Document) throws(BrokenLaw) {
    guard document.frontMatter.isPresent, document.syntax == .yaml, RangeLaw.isUTF8(document.bytes) else { return }
    let comparison = Readers.compare(
      document.tree, in: document.frontMatter.content, hasErrors: !document.isParsable, readers: Reader.allCases)
    for found in comparison.disagreements {
      let node = found.node.map(\.index) ?? 0
      try require(node == 0 || document.tree.nodes.indices.contains(node), "a difference at no value")
      try require(
        found.pointer.isEmpty || found.pointer.utf8.first == UInt8(ascii: "/"), "a difference at |\(found.pointer)")
    }
    for (reader, refusal) in comparison.refusals {
      try RangeLaw.checkInside(refusal.range, document.bytes, "\(reader.name): compared refusal")
    }
  }

  /// Only reads, for measuring.
  @Sendable static func read(_ bytes: [UInt8]) {
    for reader in Reader.defaults { _ = Readers.read(bytes, as: reader) }
  }
}
