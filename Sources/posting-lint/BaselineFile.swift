import Files
import PostingLint
import SourceText

/// A file of accepted findings during one run: what it accepts is left out, or it is written.
struct BaselineFile {
  /// How many entries that are gone are named before the others are only counted.
  private static let goneLimit = 10

  private let path: SourcePath
  private let writes: Bool
  private let overrides: LintOverrides
  private let isQuiet: Bool
  private let original: [UInt8]?
  private var baseline: Baseline
  /// Whether the file is left as it is.
  private var isGivenUp = false

  /// What becomes of a file that was read.
  init(_ file: AcceptedFindings, _ request: LintRequest) {
    path = file.path
    original = file.bytes
    baseline = file.baseline
    overrides = request.overrides
    isQuiet = request.isQuiet
    writes = request.writesBaseline
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

  /// Writes the file, or says what of it is gone; `nil` unless that failed.
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
        baseline.write { file.write($0) }
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

  private func report(_ gone: [Baseline.Entry], _ console: inout Console) {
    guard !gone.isEmpty else { return }
    for entry in gone.prefix(Self.goneLimit) { console.note(sentence(entry)[console.language]) }
    if gone.count > Self.goneLimit {
      let rest = gone.count - Self.goneLimit
      console.note(Message(fr: "… et \(rest) de plus", en: "… and \(rest) more")[console.language])
    }
    console.note(
      Message(
        fr: gone.count == 1
          ? "1 constat accepté a disparu\u{A0}: mettez \(path.printable) à jour avec --write-baseline"
          : "\(gone.count) constats acceptés ont disparu\u{A0}: mettez \(path.printable) à jour avec --write-baseline",
        en: gone.count == 1
          ? "1 accepted finding is gone: update \(path.printable) with --write-baseline"
          : "\(gone.count) accepted findings are gone: update \(path.printable) with --write-baseline")[
          console.language])
  }

  /// What became of a finding that was accepted and is there no more.
  private func sentence(_ entry: Baseline.Entry) -> Message {
    let (file, rule) = (SafeText.make(entry.path), SafeText.make(entry.rule))
    guard baseline.isThere(entry.path) else {
      return Message(
        fr: "le fichier \(file) n’existe plus\u{A0}; son constat «\u{A0}\(rule)\u{A0}» était accepté",
        en: "the file \(file) does not exist any more; its finding “\(rule)” was accepted")
    }
    // A subject that is a pointer names a key, any other is a piece of the text.
    let subject = SafeText.make(entry.subject)
    if subject.isEmpty {
      return Message(
        fr: "le fichier \(file) n’a plus le constat accepté «\u{A0}\(rule)\u{A0}»",
        en: "the file \(file) no longer has the accepted finding “\(rule)”")
    }
    if subject.utf8.first == Byte.slash {
      let key = subject.dropFirst().split(separator: "/", omittingEmptySubsequences: false).joined(separator: " > ")
      return Message(
        fr: "la clé \(fr: key) du fichier \(file) n’a plus le constat accepté «\u{A0}\(rule)\u{A0}»",
        en: "the key \(en: key) of the file \(file) no longer has the accepted finding “\(rule)”")
    }
    return Message(
      fr: "le texte \(fr: subject) du fichier \(file) n’a plus le constat accepté «\u{A0}\(rule)\u{A0}»",
      en: "the text \(en: subject) of the file \(file) no longer has the accepted finding “\(rule)”")
  }
}
