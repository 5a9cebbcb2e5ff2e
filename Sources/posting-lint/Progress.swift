import Files

/// A line on standard error that says how many files a long run has behind it; it is rewritten in place and leaves
/// nothing behind.
///
/// It is shown to a person only: on a terminal, not under a hook or a build server, whose logs would keep every state.
struct Progress {
  private let start = ContinuousClock.now
  private var drawn: ContinuousClock.Instant?
  private var isShown = false
  private var done = 0

  /// How long a run may take before it is shown.
  private static let patience = Duration.seconds(1)
  /// How long a state stands at least.
  private static let interval = Duration.milliseconds(100)
  private static let erasure = "\r\u{1B}[K"

  /// The progress of a run; `nil` where nobody would see it.
  init?() {
    guard Terminal.isStandardError, ProcessSetup.environment("TERM") != "dumb",
      ProcessSetup.environment("PRE_COMMIT") == nil, ProcessSetup.environment("CI") == nil
    else { return nil }
  }

  /// Counts one more file, and shows the number when it is time to.
  mutating func advance(_ console: inout Console) {
    done += 1
    let now = ContinuousClock.now
    guard now - start > Self.patience, drawn.map({ now - $0 > Self.interval }) ?? true else { return }
    drawn = now
    isShown = true
    // What was printed so far is sent first, so that the line stands below it.
    let text = SummaryText.progress(done, language: console.language)
    console.note(Array((Self.erasure + text).utf8))
    _ = console.flush()
  }

  /// Takes the line away, before anything else is printed.
  mutating func clear(_ console: inout Console) {
    guard isShown else { return }
    isShown = false
    console.note(Array(Self.erasure.utf8))
    _ = console.flush()
  }
}
