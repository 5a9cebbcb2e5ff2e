package import Files
package import SourceText

/// A file of accepted findings as it was read.
package struct AcceptedFindings: Sendable {
  /// Where it is.
  package let path: SourcePath
  /// Its bytes; `nil` where it is not there yet.
  package let bytes: [UInt8]?
  /// What it accepts; files that git finds under another name than the file has are known by both.
  package let baseline: Baseline

  private static let missing = Message(
    fr: "la liste des constats acceptés n’existe pas encore\u{A0}: créez-la avec --write-baseline",
    en: "the list of accepted findings does not exist yet: create it with --write-baseline")

  /// Reads the file as it is in `files`.
  package init(_ path: SourcePath, _ files: SettingsFiles, mayBeMissing: Bool) throws(ConfigurationError) {
    self.path = path
    let paths = ReportPaths.around(path)
    if mayBeMissing, !files.exists(path) {
      bytes = nil
      baseline = Baseline(paths: paths)
      return
    }
    let bytes: [UInt8]
    do {
      bytes = try files.read(path)
    } catch {
      guard case .missing = error else { throw .file(error) }
      throw .unusable(path, Self.missing)
    }
    var baseline = try Baseline(Source(path: path, bytes: bytes), paths: paths)
    // git is asked once, and only where files are gone.
    if baseline.namesMissingFiles { baseline.follow(Git.renames(sinceChangeOf: path)) }
    self.bytes = bytes
    self.baseline = baseline
  }
}
