import Markdown
import SourceText

/// What was read of the bytes of a file, whatever was asked of it: a later text of the file is read faster after them, as
/// what rests on bytes that did not change is taken over.
package struct TextReadings: Sendable {
  let bytes: [UInt8]
  let encoding: EncodingScan
  let markdown: MarkdownReading

  /// The readings of a text without a byte: after them everything is read.
  package init() {
    bytes = []
    encoding = EncodingScan([])
    markdown = MarkdownReading()
  }

  /// The readings that were made of a text.
  init(_ context: RuleContext) {
    bytes = context.bytes
    encoding = context.encoding
    // Nobody reads the body of what is no text.
    markdown = encoding.form.isText ? context.markdown : MarkdownReading()
  }
}
