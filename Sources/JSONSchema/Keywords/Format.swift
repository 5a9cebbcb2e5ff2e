import SourceText
import YAML

/// A format that is asserted.
struct FormatCheck: Sendable {
  let name: String
  /// The client's own check; `nil` for a format of the standard.
  let extra: (@Sendable (ArraySlice<UInt8>) -> Bool)?

  /// Whether `range` of `bytes` has the format; a format that nobody knows fits every text.
  func isValid(_ bytes: [UInt8], _ range: ByteRange) -> Bool {
    if let extra { return extra(bytes[range.indices]) }
    return FormatSeam.isValid(name: name, bytes[range.indices]) ?? true
  }
}

extension Keyword {
  /// The format of a text (2020-12 validation, 7): an annotation, unless the options or the metaschema want it checked.
  static let format = Keyword("format", .format, .all, .text) { builder, site in
    guard let name = builder.text(site.value) else { return }
    let extra = builder.compiler.options.extraFormats.first { name.elementsEqual($0.name.utf8) }
    guard extra != nil || builder.rulebook.assertsFormat || builder.compiler.options.assertsFormat else { return }
    let check = FormatCheck(name: String(decoding: name, as: UTF8.self), extra: extra?.isValid)
    builder.compiler.parts.formats.append(check)
    builder.add(.format(Int32(clamping: builder.compiler.parts.formats.count - 1)), site)
  }
}

extension Evaluator {
  mutating func checkFormat(_ index: Int32, _ node: Int, _ keyword: Int32) -> Bool {
    guard tree.nodes[node].type == .string else { return true }
    let text = scalar(node)
    let format = program.formats[Int(index)]
    if format.isValid(text.bytes, text.range) { return true }
    return fail(keyword) { _ in .formatMismatch(format.name) }
  }
}
