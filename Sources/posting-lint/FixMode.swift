import SourceText

/// What is done with fixes.
enum FixMode: Hashable, Sendable {
  /// Nothing.
  case none
  /// Those that are free enough are written.
  case write(Applicability)
  /// Those that are free enough are shown as a diff.
  case diff(Applicability)

  /// How free a fix must be to be applied; `nil` where none is.
  var threshold: Applicability? {
    switch self {
    case .none: nil
    case .write(let threshold), .diff(let threshold): threshold
    }
  }

  /// Whether fixed text is written.
  var isFixing: Bool { if case .write = self { true } else { false } }

  /// Whether a diff is shown.
  var isDiff: Bool { if case .diff = self { true } else { false } }
}
