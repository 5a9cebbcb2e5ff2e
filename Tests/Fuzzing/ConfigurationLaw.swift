import Files
import PostingLint
import SourceText

/// What the reader of configurations promises of any bytes.
enum ConfigurationLaw {
  static func check(_ bytes: [UInt8]) throws(BrokenLaw) {
    let configuration: Configuration
    do {
      configuration = try ConfigurationReader.read(Source(path: SourcePath("site/.posting-lint.yml"), bytes: bytes))
    } catch {
      return try check(error)
    }
    for glob in configuration.excludes + configuration.overrides.flatMap(\.files) {
      _ = glob.matches(SourcePath("content/_jobs/2022-05-30-exemple.md"))
      _ = glob.covers(SourcePath("content/_jobs"), isFolder: true)
    }
    for (id, _) in configuration.rules {
      try require(RuleRegistry.info(id) != nil, "a rule that is none: \(id)")
    }
    let lines = LineIndex(bytes).lineStarts.count
    try require(configuration.lines.values.allSatisfy { $0 >= 1 && $0 <= lines }, "a setting outside the file")
  }

  private static func check(_ error: ConfigurationError) throws(BrokenLaw) {
    for language in Language.allCases {
      try require(!error.lines(in: language).isEmpty, "an error without a text")
    }
    // A file in another encoding is spoken of as its text in UTF-8.
    guard case .content(let source, let diagnostics) = error else { throw BrokenLaw(description: "\(error)") }
    try require(!diagnostics.isEmpty, "an error without a place")
    for diagnostic in diagnostics {
      try RangeLaw.checkWhole(diagnostic.range, source.bytes, diagnostic.rule)
      try RangeLaw.checkMessage(diagnostic.message, diagnostic.rule)
    }
  }
}
