import DataTree
import JSONSchema
import SourceText

extension PostingVocabulary.Keyword {
  /// `webAddress: true`: a text that is a whole http or https address.
  static let webAddress = Self("webAddress", metaschema: #"{"type": "boolean"}"#) { value, schema, _ in
    guard schema.text(of: value) == "true" else { return nil }
    return { node, tree in
      guard tree[node].kind == .scalar, !tree.isEmptyValue(node) else { return [] }
      if tree[node].isVerbatim {
        return WebAddress(tree.bytes, tree.content(of: node), isWeb: true).map { [CustomFailure($0, at: node)] } ?? []
      }
      // The line end of a block scalar is no part of an address.
      var text = tree.utf8(of: node)
      while text.last == 0x0A { text.removeLast() }
      guard !text.isEmpty, let address = WebAddress(text, ByteRange(0, text.count), isWeb: true) else { return [] }
      let mended = address.edits.isEmpty ? nil : text.applying(address.edits)
      return [CustomFailure(DecodedWebAddress(problem: address.problem, mended: mended), at: node)]
    }
  }
}

/// An address that cannot work, in a text that is written otherwise than it reads.
struct DecodedWebAddress: Hashable, Sendable {
  /// What is wrong.
  let problem: WebAddress.Problem
  /// The text without the mistake, where it is clear what was meant.
  let mended: [UInt8]?
}
