import Files
import PostingLint
import SourceText

/// The files of accepted findings of one run: that of the command line for every file, or those that the configurations
/// of the files name.
struct Baselines {
  private let request: LintRequest
  private var given: BaselineFile?
  private var configured: [(path: SourcePath, file: BaselineFile)] = []

  /// Reads the file of the command line, if one is given; one that is only read is part of the settings, which `files`
  /// holds.
  init(_ request: LintRequest, _ files: SettingsFiles) throws(ConfigurationError) {
    self.request = request
    guard let path = request.baseline else { return }
    let files = request.writesBaseline ? SettingsFiles() : files
    given = BaselineFile(try AcceptedFindings(path, files, mayBeMissing: request.writesBaseline), request)
  }

  /// The report without what is accepted; `accepted` is what the configuration of the file names.
  mutating func filtered(_ report: FileReport, _ accepted: AcceptedFindings?) -> FileReport {
    if let filtered = given?.filtered(report) { return filtered }
    guard let accepted else { return report }
    let place = configured.firstIndex { $0.path == accepted.path } ?? configured.count
    if place == configured.count { configured.append((accepted.path, BaselineFile(accepted, request))) }
    return configured[place].file.filtered(report)
  }

  /// Leaves the file as it is that is the same as this one.
  mutating func giveUp(_ identity: FileIdentity) {
    given?.giveUp(identity)
    for index in configured.indices { configured[index].file.giveUp(identity) }
  }

  /// Writes the files, or says what of them is gone; what failed.
  mutating func finish(_ console: inout Console) -> [FileError] {
    var errors = [given?.finish(&console)].compactMap { $0 }
    for index in configured.indices {
      if let error = configured[index].file.finish(&console) { errors.append(error) }
    }
    return errors
  }
}
