import Arguments
import Files
import PostingLint
import SourceText

/// Standard output and standard error, and the language in which the command speaks.
struct Console: Sendable {
  /// The language of messages.
  let language: Language
  private var output = OutputWriter.standardOutput()
  private var errors = OutputWriter.standardError()
  private var sent = ContinuousClock.now

  /// How long something that was printed may wait, in a run of many files, for more that is sent together with it.
  private static let patience = Duration.milliseconds(50)

  init(language: Language) {
    self.language = language
  }

  /// Whether standard output goes nowhere any more.
  var isClosed: Bool { output.isClosed }

  /// Writes to standard output.
  mutating func print(_ text: String) { output.write(text) }

  /// Writes to standard output.
  mutating func print(_ bytes: [UInt8]) { output.write(bytes) }

  /// Writes a whole text to a file, to standard output where there is none.
  mutating func print(_ bytes: [UInt8], to file: SourcePath?) throws(FileError) {
    guard let file else { return print(bytes) }
    var output = try OutputWriter.report(file)
    output.write(bytes)
    try output.finish()
  }

  /// Writes lines that hold the text of a file as it is, such as a diff, to standard output. What could command the
  /// terminal or build server that shows them is escaped, and then the whole painted by `paint`; a program that reads a
  /// pipe or file gets every byte, and no colour.
  mutating func print(lines: [UInt8], paint: ([UInt8]) -> [UInt8] = { $0 }) {
    let isShown =
      Terminal.isStandardOutput || (Surroundings.ofProcess.readsLog && !Terminal.isStandardOutputFile)
    output.write(isShown ? paint(SafeText.lines(lines)) : lines)
  }

  /// Writes a line to standard error.
  mutating func note(_ line: String) { errors.write(line + "\n") }

  /// Writes to standard error.
  mutating func note(_ bytes: [UInt8]) { errors.write(bytes) }

  /// Writes why a configuration cannot be used to standard error.
  mutating func note(_ error: ConfigurationError) {
    for line in error.lines(in: language) { note(line) }
  }

  /// Writes a message to standard error, behind the name of the program.
  mutating func complain(_ message: Message) { note("posting-lint: " + message[language]) }

  /// Sends what was written so far; says whether that went well.
  mutating func flush() -> Bool {
    do {
      try output.flush()
      try errors.flush()
      return true
    } catch {
      return false
    }
  }

  /// Sends what was written, if that was some time ago: whoever reads a long run sees the first findings at once.
  mutating func keepUp() {
    let now = ContinuousClock.now
    guard now - sent > Self.patience else { return }
    sent = now
    _ = flush()
  }

  /// Sends everything; an output that cannot be written is a failure of the command.
  mutating func finish(_ status: ExitStatus) -> ExitStatus {
    var status = status
    do {
      try output.finish()
    } catch {
      complain(error.message)
      status = .failure
    }
    // Nobody is left to tell where standard error fails.
    try? errors.finish()
    return status
  }
}

extension Surroundings {
  /// The environment of this process.
  static let ofProcess = Surroundings { ProcessSetup.environment($0) }
}
