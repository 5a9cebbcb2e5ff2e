public import SourceText

/// What a run says beside its findings: what could not be checked, and what it does not show.
///
/// Each format tells it in its own way. A format that knows only findings writes it as one without a place, whose rule is
/// the notice's kind: there is no rule of that name.
public struct RunNotice: Hashable, Sendable {
  /// What a notice is about.
  public enum Kind: String, Sendable, CaseIterable {
    /// Something could not be checked, and the run ends with status 2.
    case notChecked = "not-checked"
    /// Findings past a limit are counted and not shown.
    case leftOut = "left-out"
    /// Findings and files are kept out of the report by comments, settings, a baseline or git.
    case silenced
  }

  /// What it is about.
  public var kind: Kind
  /// The file that it is about; `nil` where it is about the run.
  public var path: SourcePath?
  /// What to tell.
  public var message: Message

  /// Makes a notice.
  public init(_ kind: Kind, _ path: SourcePath? = nil, _ message: Message) {
    self.kind = kind
    self.path = path
    self.message = message
  }

  /// How much it matters.
  public var severity: Severity { kind == .notChecked ? .error : .info }

  /// The notice as a finding about the whole file.
  package var diagnostic: Diagnostic {
    Diagnostic(rule: kind.rawValue, severity: severity, range: ByteRange(at: 0), message: message)
  }

  /// The notice as all that there is to say of its file, of the current folder where it has none.
  package var report: FileReport {
    FileReport(source: Source(path: path ?? SourcePath("."), bytes: []), diagnostics: [diagnostic])
  }
}

extension RunNotice {
  /// That `count` findings are not shown, of a file or of all.
  static func leftOut(_ count: Int, of path: SourcePath?) -> RunNotice {
    RunNotice(
      .leftOut, path,
      Message(
        fr: count == 1
          ? "1 constat de plus n’est pas montré (--max-findings 0\u{A0}: tous)"
          : "\(count) constats de plus ne sont pas montrés (--max-findings 0\u{A0}: tous)",
        en: count == 1
          ? "1 more finding is not shown (--max-findings 0 shows all)"
          : "\(count) more findings are not shown (--max-findings 0 shows all)"))
  }

  /// That `count` findings are more than the readers of a format take.
  static func tooMany(_ count: Int) -> RunNotice {
    RunNotice(
      .leftOut, nil,
      Message(
        fr: "constats qui n’entrent pas dans ce rapport, car il deviendrait trop grand pour être lu\u{A0}: \(count)",
        en: "findings that do not fit into this report, as it would grow too large to be taken: \(count)"))
  }
}
