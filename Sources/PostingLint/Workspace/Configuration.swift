public import Files
public import SourceText

/// The settings of one `.posting-lint.yml`.
public struct Configuration: Sendable {
  /// The file that it was read from; `nil` for the defaults.
  public var path: SourcePath?
  /// The language of messages.
  public var language: Language?
  /// The day that counts as today.
  public var today: CalendarDate?
  /// What is never linted, relative to the file's folder.
  public var excludes: [Glob] = []
  /// What every rule is set to: a severity, or `nil` for off.
  public var rules: [(id: String, severity: Severity?)] = []
  /// Where lists of ids come from, by the name of the list.
  public var references: [String: ReferenceOrigin] = [:]
  /// The schema of the files: `posting`, `none` or a path.
  public var schema: String?
  /// A vocabulary of roles that is added to the program's own.
  public var roles: String?
  /// Settings for some files; the last that fits wins.
  public var overrides: [Override] = []
  /// The line of each setting, from 1, by its JSON Pointer: `/rules/unknown-key`.
  public var lines: [String: Int] = [:]

  /// Where a list of ids comes from.
  public enum ReferenceOrigin: Hashable, Sendable {
    /// A file with one id a line.
    case file(String)
    /// A folder whose Markdown files are named by the ids.
    case folder(String)
    /// The ids themselves.
    case ids([String])
  }

  /// Settings for some files.
  public struct Override: Sendable {
    /// Which files.
    public var files: [Glob]
    /// The schema of these files.
    public var schema: String?
    /// What rules are set to in these files.
    public var rules: [(id: String, severity: Severity?)]
  }

  /// The defaults.
  public init() {}

  /// The folder that relative paths and globs start from.
  public var folder: SourcePath { path?.folder ?? SourcePath(".") }

  /// The places of the overrides that fit a file, in their order.
  func overrides(for path: SourcePath) -> [Int] {
    guard !overrides.isEmpty else { return [] }
    let relative = path.relative(to: folder)
    return overrides.indices.filter { overrides[$0].files.contains { $0.matches(relative) } }
  }

  /// The name of the file that is looked for.
  public static let fileName = ".posting-lint.yml"
}

/// Why a configuration cannot be used.
public enum ConfigurationError: Error, Sendable {
  /// The file cannot be read.
  case file(FileError)
  /// Something in the file is wrong.
  case content(Source, [Diagnostic])
  /// A schema that the configuration names is wrong.
  case schema(Source, [(range: ByteRange, message: Message)])
  /// A path leads outside the repository.
  case outside(SourcePath)

  /// The lines for people: `path:line:col: error: message`.
  public func lines(in language: Language) -> [String] {
    switch self {
    case .file(let error): return [error.message[language]]
    case .content(let source, let diagnostics):
      return diagnostics.map { Self.line(source, $0.range, $0.message[language]) }
    case .schema(let source, let mistakes):
      return mistakes.map { Self.line(source, $0.range, $0.message[language]) }
    case .outside(let path):
      let message = Message(
        fr: "\(path.printable)\u{A0}: ce chemin sort du dépôt, la configuration ne peut pas le lire",
        en: "\(path.printable): this path leads outside the repository, the configuration may not read it")
      return [message[language]]
    }
  }

  private static func line(_ source: Source, _ range: ByteRange, _ message: String) -> String {
    let position = LineIndex(source.bytes).position(at: range.start, in: source.bytes, unit: .codePoints)
    return "\(source.path.printable):\(position.line + 1):\(position.column + 1): error: \(SafeText.make(message))"
  }
}
