public import Files
public import Readers
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
  /// The programs that read the pages of the site; `nil` where the files of the repository tell.
  public var readers: [Reader]?
  /// The file of accepted findings, seen from the folder of this file.
  public var baseline: String?
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
    /// Which files; all of them where none are named.
    public var files: [Glob]
    /// What the front matter of the files must say; `nil` where that does not matter.
    package var condition: ConditionText?
    /// The schema of these files.
    public var schema: String?
    /// What rules are set to in these files.
    public var rules: [(id: String, severity: Severity?)]
    /// The programs that read these files; `nil` for those of the rest.
    public var readers: [Reader]?
  }

  /// The defaults.
  public init() {}

  /// The folder that relative paths and globs start from.
  public var folder: SourcePath { path?.folder ?? SourcePath(".") }

  /// The places of the overrides that fit a file by its path, in their order; those with a condition are among them.
  func overrides(for path: SourcePath) -> [Int] {
    guard !overrides.isEmpty else { return [] }
    let relative = path.relative(to: folder)
    return overrides.indices.filter {
      overrides[$0].files.isEmpty || overrides[$0].files.contains { $0.matches(relative) }
    }
  }

  /// The name of the file that is looked for.
  public static let fileName = ".posting-lint.yml"
  /// Every name that the file may have, one of them in a folder.
  public static let fileNames = [fileName, ".posting-lint.toml", ".posting-lint.json"]
}
