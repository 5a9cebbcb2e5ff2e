import DataTree
import SourceText

extension Keyword {
  /// A pattern that a text must contain a match of (2020-12 validation, 6.3.3).
  static let pattern = Keyword("pattern", .validation, .all, .pattern) { builder, site in
    guard let pattern = builder.pattern(site.value) else { return }
    builder.compiler.parts.patterns.append(pattern)
    builder.add(.pattern(Int32(clamping: builder.compiler.parts.patterns.count - 1)), site)
  }
}

extension Evaluator {
  mutating func checkPattern(_ index: Int32, _ node: Int, _ keyword: Int32) -> Bool {
    guard type(node) == .string else { return true }
    let pattern = program.patterns[Int(index)]
    switch withText(node, pattern.matches) {
    case .match: return true
    case .noMatch: return fail(keyword) { .patternMismatch($0.keywordText(keyword)) }
    case .tooCostly: return fail(keyword) { .patternTooCostly($0.keywordText(keyword)) }
    }
  }
}
