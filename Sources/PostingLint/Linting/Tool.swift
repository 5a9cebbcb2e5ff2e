/// The program's name and version, for `--version` and every output format.
public enum Tool {
  /// The name of the program.
  public static let name = "posting-lint"
  /// The version of the program (semantic versioning).
  public static let version = "0.1.0"
}
