import Arguments
import Files
import PostingLint
import SourceText

/// Lints files, and fixes them when asked.
struct LintCommand: Sendable {
  private let arguments: ParsedArguments
  private var console: Console
  private var workspace: Workspace
  private var outputs: [ReportOutput] = []
  private var summary = Summary()
  private var tally: [String: Int] = [:]
  private var status = ExitStatus.clean
  private var fixed = 0
  private var changed = 0
  private var baseline: BaselineFile?
  /// What to tell of the files that were left out.
  private var passedOver: Message?

  init(_ arguments: ParsedArguments, _ console: Console) {
    self.arguments = arguments
    self.console = console
    workspace = Workspace(LintRequest.overrides(arguments), systemDay: SystemDay.today)
  }

  /// The work of a run.
  fileprivate struct Work: Sendable {
    var feed: LintFeed
    /// What the feed gave already.
    var first: [LintFeed.Item] = []
    let mode: FixMode
    let writer: AtomicWriter
    let workers: OrderedWork

    mutating func next() -> LintFeed.Item? { first.isEmpty ? feed.next() : first.removeFirst() }
  }

  /// What one item of the feed gave.
  private enum Outcome: Sendable {
    case report(FileReport, applied: Int, original: [UInt8])
    case failure(FileError)
    case unusable(ConfigurationError)
  }

  /// How far a run comes on one thread.
  enum Course {
    /// To its end.
    case ended(ExitStatus)
    /// To the work that is worth sharing between threads.
    case shared(SharedLint)
  }

  /// The work of a run that is to be shared between threads, with what the run knows so far.
  struct SharedLint: Sendable {
    fileprivate var command: LintCommand
    fileprivate let work: Work

    /// Does the work, and ends the run.
    consuming func run() async -> ExitStatus {
      var shared = self
      return await shared.command.share(shared.work)
    }
  }

  /// Runs as far as one thread goes: a few files are not worth waking others for, as an editor's one.
  consuming func run() -> Course {
    var command = self
    return command.start()
  }

  private mutating func start() -> Course {
    do {
      baseline = try BaselineFile(arguments)
    } catch {
      fail(error)
      return .ended(console.finish(.failure))
    }
    guard openOutputs() else { return .ended(console.finish(.failure)) }
    let mode = LintRequest.fixMode(arguments)
    let isStandardInput = arguments.operands.contains(SourcePath("-"))
    if isStandardInput {
      if arguments.operands.count > 1 {
        console.complain(
          Message(
            fr: "«\u{A0}-\u{A0}» (l’entrée standard) ne va pas avec d’autres chemins",
            en: "“-” (standard input) does not go with other paths"))
        return .ended(console.finish(.failure))
      }
      lintStandardInput(mode)
    } else if let work = findWork(mode) {
      if work.workers.isWorthSharing(work.first.count) { return .shared(SharedLint(command: self, work: work)) }
      lint(work)
    }
    return .ended(finish())
  }

  // MARK: Files

  /// What there is to do; `nil` after a failure that was told.
  private mutating func findWork(_ mode: FixMode) -> Work? {
    var only: Set<SourcePath>?
    if let reference = arguments.path(.since) {
      do {
        only = try Git.changedFiles(since: reference.bytes)
      } catch {
        fail(error.message)
        return nil
      }
    }
    var work = Work(
      feed: LintFeed(arguments.operands, only: only, workspace), mode: mode,
      writer: AtomicWriter(linksMayLeadInto: arguments.operands),
      workers: OrderedWork(jobs: arguments.number(.jobs) ?? SystemDay.processorCount))
    // As much as it takes to know whether threads are worth waking.
    while work.workers.jobs > 1, !work.workers.isWorthSharing(work.first.count), let item = work.feed.next() {
      work.first.append(item)
    }
    return work
  }

  /// Lints the files on this thread.
  private mutating func lint(_ work: consuming Work) {
    var progress = Progress(arguments)
    while let item = work.next() {
      guard take(Self.lint(item, work.mode, work.writer), work.mode, &progress) else { break }
    }
    progress?.clear(&console)
    noteFolders(work.feed)
  }

  /// Lints the files on several threads, and ends the run.
  private mutating func share(_ work: Work) async -> ExitStatus {
    var command = self
    var feeding = work
    var progress = Progress(arguments)
    let (mode, writer) = (work.mode, work.writer)
    await work.workers.run(
      next: { feeding.next() }, work: { Self.lint($0, mode, writer) },
      consume: { command.take($0, mode, &progress) })
    progress?.clear(&command.console)
    self = command
    noteFolders(feeding.feed)
    return finish()
  }

  /// Takes the outcome of one file; says whether the rest is still wanted.
  private mutating func take(_ outcome: Outcome, _ mode: FixMode, _ progress: inout Progress?) -> Bool {
    progress?.clear(&console)
    take(outcome, mode)
    progress?.advance(&console)
    console.keepUp()
    return isWanted(mode)
  }

  /// Whether the rest of the work is still worth doing: somebody reads it, or files are written.
  private func isWanted(_ mode: FixMode) -> Bool {
    !console.isClosed || mode.isFixing || outputs.contains(where: \.goesToFile)
  }

  /// Lints one file, and writes it where that is wanted; to be done on any thread.
  private static func lint(_ item: LintFeed.Item, _ mode: FixMode, _ writer: AtomicWriter) -> Outcome {
    switch item {
    case .unreadable(let error): return .failure(error)
    case .unusable(let error): return .unusable(error)
    case .file(let path, let linter):
      do throws(FileError) {
        let original = try FileReader.read(path)
        let result = outcome(Source(path: path, bytes: original), linter, mode)
        if mode.isFixing, case .report(let report, _, _) = result {
          // Where this fails, the file is as it was, and nothing is told of it but that.
          try writer.write(report.source.bytes, to: path, replacing: original)
        }
        return result
      } catch {
        return .failure(error)
      }
    }
  }

  private static func outcome(_ source: Source, _ linter: Linter, _ mode: FixMode) -> Outcome {
    guard let threshold = mode.threshold else {
      return .report(linter.lint(source), applied: 0, original: source.bytes)
    }
    let result = Fixer(linter, threshold: threshold).fix(source)
    return .report(result.report, applied: result.applied, original: source.bytes)
  }

  private mutating func take(_ outcome: Outcome, _ mode: FixMode) {
    switch outcome {
    case .failure(let error): fail(error.message)
    case .unusable(let error): fail(error)
    case .report(let report, let applied, let original):
      let bytes = report.source.bytes
      if bytes != original {
        changed += 1
        if mode == .diff(mode.threshold ?? .safe) {
          console.print(lines: UnifiedDiff.make(old: original, new: bytes, path: report.source.path))
        }
      }
      fixed += applied
      add(report)
    }
  }

  /// Says in which folders there was nothing to lint.
  private mutating func noteFolders(_ found: LintFeed) {
    for folder in found.emptyFolders {
      console.complain(
        Message(
          fr: "\(folder.printable)\u{A0}: aucun fichier Markdown ici",
          en: "\(folder.printable): no Markdown file here"))
    }
    passedOver = found.passedOver.message
  }

  // MARK: Standard input

  private mutating func lintStandardInput(_ mode: FixMode) {
    let name = arguments.path(.stdinFilename)
    let path = name ?? SourcePath("<stdin>")
    do {
      let excluded = try name.map { try workspace.excludes($0, isFolder: false) } ?? false
      let bytes = try FileReader.readStandardInput()
      if excluded {
        if mode.isFixing { console.print(bytes) }
        return
      }
      let settings = try workspace.settings(for: path, hasFileName: name != nil)
      guard
        case .report(let report, let applied, _) = Self.outcome(
          Source(path: path, bytes: bytes), settings.linter, mode)
      else { return }
      fixed += applied
      switch mode {
      case .none: break
      case .write: console.print(report.source.bytes)
      case .diff:
        if report.source.bytes != bytes {
          changed += 1
          console.print(lines: UnifiedDiff.make(old: bytes, new: report.source.bytes, path: path))
        }
      }
      add(report)
    } catch let error as ConfigurationError {
      fail(error)
    } catch let error as FileError {
      fail(error.message)
    } catch {
      status = .failure
    }
  }

  // MARK: Reports

  private mutating func openOutputs() -> Bool {
    do {
      outputs = try LintRequest.outputs(arguments, console.language)
    } catch {
      console.complain(error.message)
      return false
    }
    // With fixed text or a diff on standard output, findings go to standard error.
    let mode = LintRequest.fixMode(arguments)
    let takesOutput = mode.isDiff || (mode.isFixing && arguments.operands.contains(SourcePath("-")))
    for index in outputs.indices { outputs[index].begin(&console, toStandardError: takesOutput) }
    return true
  }

  private mutating func add(_ whole: FileReport) {
    let report = baseline?.filtered(whole) ?? whole
    summary.add(report)
    if arguments.has(.statistics) {
      for diagnostic in report.diagnostics { tally[diagnostic.rule, default: 0] += 1 }
    }
    for index in outputs.indices { outputs[index].add(report, &console) }
  }

  private mutating func fail(_ message: Message) {
    console.complain(message)
    status = .failure
  }

  private mutating func fail(_ error: ConfigurationError) {
    for line in error.lines(in: console.language) { console.note(line) }
    status = .failure
  }

  private mutating func finish() -> ExitStatus {
    for index in outputs.indices {
      if let error = outputs[index].end(summary, &console) { fail(error.message) }
    }
    if let error = baseline?.finish(&console) { fail(error.message) }
    // Where the reader has gone away, the numbers are those of a part, and nobody waits for them.
    _ = console.flush()
    if !arguments.has(.quiet), !console.isClosed {
      if arguments.has(.statistics) {
        for line in SummaryText.statistics(tally) { console.note(line) }
      }
      if let passedOver { console.note(passedOver[console.language]) }
      let hidesAdvice = !LintRequest.showsAdvice(arguments) && LintRequest.isForPeople(arguments)
      let line = SummaryText.line(
        summary, fixed: fixed, areShown: LintRequest.fixMode(arguments).isDiff, hidesAdvice: hidesAdvice,
        language: console.language)
      console.note(line)
    }
    return console.finish(exitStatus)
  }

  private var exitStatus: ExitStatus {
    if status == .failure { return .failure }
    let level = LintRequest.failLevel(arguments)
    let hasFindings = summary.count(atLeast: level) > 0
    let wouldChange = LintRequest.fixMode(arguments).isDiff && changed > 0
    return (hasFindings || wouldChange) && !arguments.has(.exitZero) ? .findings : .clean
  }
}
