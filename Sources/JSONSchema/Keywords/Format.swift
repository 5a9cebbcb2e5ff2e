import DataTree
import SourceText

/// A format that is asserted.
struct FormatCheck: Sendable {
  let name: String
  let isValid: @Sendable (ArraySlice<UInt8>) -> Bool
}

extension Keyword {
  /// The format of a text (2020-12 validation, 7): an annotation, unless the options or the metaschema want it checked.
  static let format = Keyword("format", .format, .all, .text) { builder, site in
    guard let name = builder.text(site.value) else { return }
    guard let check = builder.formatCheck(name) else { return }
    builder.compiler.parts.formats.append(check)
    builder.add(.format(Int32(clamping: builder.compiler.parts.formats.count - 1)), site)
  }
}

extension SchemaBuilder {
  /// The check of a format, where formats are asserted; one that nobody knows fits
  /// every text.
  fileprivate func formatCheck(_ name: [UInt8]) -> FormatCheck? {
    let text = String(decoding: name, as: UTF8.self)
    guard keywords.assertsFormat || compiler.options.assertsFormat, let standard = StandardFormats.named(text),
      standard.isInDraft07 || keywords.dialect != .draft07
    else { return nil }
    return FormatCheck(name: text, isValid: standard.isValid)
  }
}

extension Evaluator {
  mutating func checkFormat(_ index: Int32, _ node: Int, _ keyword: Int32) -> Bool {
    guard type(node) == .string else { return true }
    let format = program.formats[Int(index)]
    let isValid =
      dispatch.verbatim(node) == nil
      ? format.isValid(tree.utf8(of: NodeID(node))[...])
      : format.isValid(tree.bytes[tree.content(of: NodeID(node)).indices])
    if isValid { return true }
    return fail(keyword) { _ in .formatMismatch(format.name) }
  }
}
