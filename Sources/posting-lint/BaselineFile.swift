import Files
import PostingLint
import SourceText

/// The options `--baseline` and `--write-baseline` of one run.
struct BaselineFile {
  /// How many stale entries are named before the others are only counted.
  private static let staleLimit = 10

  private let path: SourcePath
  private let writes: Bool
  private let overrides: LintOverrides
  private let isQuiet: Bool
  private let original: [UInt8]?
  private var baseline: Baseline
  /// Whether the file is left as it is.
  private var isGivenUp = false

  /// Reads the file; one that will be written need not be there. `nil` where no baseline is asked for.
  /// One that is only read is part of the settings, which `files` holds.
  init?(_ request: LintRequest, _ files: SettingsFiles) throws(ConfigurationError) {
    guard let path = request.baseline else { return nil }
    self.path = path
    overrides = request.overrides
    isQuiet = request.isQuiet
    writes = request.writesBaseline
    let paths = ReportPaths.around(path)
    if writes, !FolderListing.exists(path) {
      original = nil
      baseline = Baseline(paths: paths)
      return
    }
    let bytes: [UInt8]
    do {
      bytes = writes ? try FileReader.read(path) : try files.read(path)
    } catch {
      throw .file(error)
    }
    original = bytes
    baseline = try Baseline(Source(path: path, bytes: bytes), paths: paths)
  }

  /// The report without what is accepted: nothing is left of it where the findings are being written.
  mutating func filtered(_ report: FileReport) -> FileReport {
    var result = baseline.filtered(report)
    if writes { result.diagnostics.removeAll() }
    return result
  }

  /// Leaves the file as it is where it is this one.
  mutating func giveUp(_ identity: FileIdentity) {
    if FileIdentity(path) == identity { isGivenUp = true }
  }

  /// Writes the file, or says what of it is stale; `nil` unless that failed.
  mutating func finish(_ console: inout Console) -> FileError? {
    let isOn = overrides.leavesOn
    guard writes else {
      report(baseline.stale(isOn: isOn), &console)
      return nil
    }
    if isGivenUp { return nil }
    baseline.accept(isOn: isOn)
    do {
      try OutputWriter.check(path)
      if let original {
        try AtomicWriter(linksMayLeadInto: []).write(baseline.text, to: path, replacing: original)
      } else {
        var file = try OutputWriter.file(path)
        file.write(baseline.text)
        try file.finish()
      }
    } catch {
      return error
    }
    if !isQuiet {
      console.note(
        Message(
          fr: "\(path.printable)\u{A0}: constats acceptés\u{A0}: \(baseline.count)",
          en: "\(path.printable): accepted findings: \(baseline.count)")[console.language])
    }
    return nil
  }

  private func report(_ stale: [Baseline.Entry], _ console: inout Console) {
    guard !stale.isEmpty else { return }
    for entry in stale.prefix(Self.staleLimit) {
      let (file, subject, rule) = (SafeText.make(entry.path), SafeText.make(entry.subject), SafeText.make(entry.rule))
      console.note(
        Message(
          fr: "\(path.printable)\u{A0}: \(file) n’a plus le constat accepté \(fr: subject) (\(rule))",
          en: "\(path.printable): \(file) has the accepted finding \(en: subject) (\(rule)) no more")[console.language])
    }
    if stale.count > Self.staleLimit {
      let rest = stale.count - Self.staleLimit
      console.note(Message(fr: "… et \(rest) de plus", en: "… and \(rest) more")[console.language])
    }
    console.note(
      Message(
        fr: stale.count == 1
          ? "1 constat accepté a disparu\u{A0}: mettez \(path.printable) à jour avec --write-baseline"
          : "\(stale.count) constats acceptés ont disparu\u{A0}: mettez \(path.printable) à jour avec --write-baseline",
        en: stale.count == 1
          ? "1 accepted finding is gone: update \(path.printable) with --write-baseline"
          : "\(stale.count) accepted findings are gone: update \(path.printable) with --write-baseline")[
          console.language])
  }
}
