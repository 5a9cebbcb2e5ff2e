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
  private var wouldChange = false
  private var baseline: BaselineFile?
  /// What to tell of the files that were left out.
  private var passedOver: Message?

  init(_ arguments: ParsedArguments, _ workspace: Workspace, _ console: Console) {
    self.arguments = arguments
    self.workspace = workspace
    self.console = console
  }

  /// The work of a run.
  fileprivate struct Work: Sendable {
    var feed: LintFeed
    /// What the feed gave already.
    var first: [LintFeed.Item] = []
    let files: FileWork
    let workers: OrderedWork

    mutating func next() -> LintFeed.Item? { first.isEmpty ? feed.next() : first.removeFirst() }
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
      // The runtime of tasks takes a thread for each processor, and a few of its own.
      if work.workers.isWorthSharing(work.first.count), ProcessSetup.mayRun(threads: SystemDay.processorCount + 2) {
        return .shared(SharedLint(command: self, work: work))
      }
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
      feed: LintFeed(arguments.operands, only: only, workspace), files: fileWork(mode),
      workers: OrderedWork(jobs: arguments.number(.jobs) ?? SystemDay.processorCount))
    // As much as it takes to know whether threads are worth waking.
    while work.workers.jobs > 1, !work.workers.isWorthSharing(work.first.count), let item = work.feed.next() {
      work.first.append(item)
    }
    return work
  }

  private func fileWork(_ mode: FixMode) -> FileWork {
    FileWork(
      mode, AtomicWriter(linksMayLeadInto: arguments.operands), outputs: outputs, keepsReports: baseline != nil,
      countsRules: arguments.has(.statistics))
  }

  /// Lints the files on this thread.
  private mutating func lint(_ work: consuming Work) {
    var progress = Progress(arguments)
    while let item = work.next() {
      guard take(work.files.outcome(of: item), work.files.mode, &progress) else { break }
    }
    progress?.clear(&console)
    noteFolders(work.feed)
  }

  /// Lints the files on several threads, and ends the run.
  private mutating func share(_ work: Work) async -> ExitStatus {
    var command = self
    var feeding = work
    var progress = Progress(arguments)
    let files = work.files
    await work.workers.run(
      next: { feeding.next() }, work: { files.outcome(of: $0) },
      consume: { command.take($0, files.mode, &progress) })
    progress?.clear(&command.console)
    self = command
    noteFolders(feeding.feed)
    return finish()
  }

  /// Takes the outcome of one file; says whether the rest is still wanted.
  private mutating func take(_ outcome: FileWork.Outcome, _ mode: FixMode, _ progress: inout Progress?) -> Bool {
    progress?.clear(&console)
    switch outcome {
    case .failure(let error): fail(error.message)
    case .unusable(let error): fail(error)
    case .linted(let file): add(file)
    }
    progress?.advance(&console)
    console.keepUp()
    return isWanted(mode)
  }

  /// Whether the rest of the work is still worth doing: somebody reads it, or files are written.
  private func isWanted(_ mode: FixMode) -> Bool {
    !console.isClosed || mode.isFixing || outputs.contains(where: \.goesToFile)
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
      let work = fileWork(mode)
      let (report, applied) = work.lint(Source(path: path, bytes: bytes), settings)
      if mode.isFixing { console.print(report.source.bytes) }
      add(work.linted(report, applied: applied, original: bytes))
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

  /// Adds what one file gave to the reports and the numbers.
  private mutating func add(_ file: LintedFile) {
    var file = file
    fixed += file.applied
    if let diff = file.diff {
      wouldChange = true
      console.print(lines: diff)
    }
    if let whole = file.report, let report = baseline?.filtered(whole) {
      file.report = report
      file.summary.add(report)
      if arguments.has(.statistics) { file.count(report) }
    }
    summary.add(file.summary)
    tally.merge(file.tally) { $0 + $1 }
    for index in outputs.indices {
      if file.texts.indices.contains(index), let text = file.texts[index] {
        outputs[index].add(text: text, &console)
      } else if let report = file.report {
        outputs[index].add(report, &console)
      }
    }
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
    return (hasFindings || wouldChange) && !arguments.has(.exitZero) ? .findings : .clean
  }
}
