import Arguments
import Files
import PostingLint
import SourceText

/// Lints files, and fixes them when asked.
struct LintCommand: Sendable {
  private let request: LintRequest
  private var console: Console
  private var workspace: Workspace
  private var progress: Progress?
  private var outputs: [ReportOutput] = []
  private var baselines: Baselines?
  private var changes: LineChanges?
  private var summary = Summary()
  private var tally: [String: RuleTally] = [:]
  private var status = ExitStatus.clean
  private var fixed = 0
  private var wouldChange = false
  /// The mended text of standard input: it is printed once all else went well, as status 2 comes with none.
  private var fixedText: [UInt8]?
  /// What to tell of the files that were left out.
  private var passedOver: Message?

  init(_ request: LintRequest, _ workspace: Workspace, _ console: Console) {
    self.request = request
    self.workspace = workspace
    self.console = console
  }

  /// Runs to the end, or as far as one thread goes: a few files are not worth waking others for, as an editor's one.
  consuming func run() -> PostingLintCommand.Outcome {
    var command = self
    guard command.begin() else { return .ended(command.console.finish(.failure)) }
    if command.request.isOfStandardInput {
      command.lintStandardInput()
    } else if var queue = command.queue() {
      // The runtime of tasks takes a thread for each processor, and a few of its own.
      if command.request.jobs > 1, queue.holds(OrderedWork.fewItems + 1),
        ProcessSetup.mayRun(threads: SystemDay.processorCount + 2)
      {
        return .unfinished(command, queue)
      }
      command.lint(&queue)
    }
    return .ended(command.finish())
  }

  /// Runs to the end on several threads.
  consuming func run(_ queue: consuming FileQueue) async -> ExitStatus {
    var command = self
    var queue = queue
    let task = FileTask(command.request, outputs: command.outputs, changes: command.changes)
    await OrderedWork(jobs: command.request.jobs).run(
      next: { queue.next() }, work: { task.result(of: $0) }, consume: { command.take($0) })
    command.end(queue)
    return command.finish()
  }

  /// Opens what is read beside the files and what is written; false after a failure that was told.
  private mutating func begin() -> Bool {
    if request.isOfStandardInput, request.paths.count > 1 {
      console.complain(
        Message(
          fr: "«\u{A0}-\u{A0}» (l’entrée standard) ne va pas avec d’autres chemins",
          en: "“-” (standard input) does not go with other paths"))
      return false
    }
    if request.writesBaseline, request.baseline == nil, !namesBaseline {
      console.complain(
        Message(
          fr:
            "--write-baseline n’a pas de fichier\u{A0}: donnez --baseline FICHIER, ou la clé «\u{A0}baseline\u{A0}» des réglages",
          en: "--write-baseline has no file: give --baseline FILE, or the key “baseline” of the settings"))
      return false
    }
    do {
      baselines = try Baselines(request, workspace.files)
      outputs = try request.open(console.language)
    } catch let error as ConfigurationError {
      request.refuse(error, &console)
      return false
    } catch {
      if let error = error as? FileError { request.refuse(error, &console) }
      return false
    }
    for index in outputs.indices {
      outputs[index].begin(&console, toStandardError: request.leavesOutput(outputs[index].format))
    }
    if !request.isQuiet { progress = Progress() }
    return true
  }

  /// Whether the configuration of something that is linted names a file of accepted findings; one that cannot be read is
  /// told of when its files come.
  private var namesBaseline: Bool {
    var workspace = workspace
    let paths = request.isOfStandardInput ? [request.standardInputName ?? SourcePath(".")] : request.paths
    return paths.contains { path in
      do throws(ConfigurationError) {
        let name = FolderListing.isFolder(path) ? path.appending("x") : path
        return try workspace.configuration(for: name).baseline != nil
      } catch {
        return true
      }
    }
  }

  // MARK: Files

  /// What there is to do; `nil` after a failure that was told.
  private mutating func queue() -> FileQueue? {
    var only: Set<SourcePath>?
    if let reference = request.since {
      do {
        if request.countsChangedLines {
          let lines = LineChanges(try Git.changedLines(since: reference.bytes))
          only = lines.paths
          changes = lines
        } else {
          only = try Git.changedFiles(since: reference.bytes)
        }
      } catch {
        console.complain(error.message)
        fail(nil, error.message)
        return nil
      }
    }
    return FileQueue(request.paths, only: only, workspace, namesPassedOver: request.isVerbose)
  }

  /// Lints the files on this thread.
  private mutating func lint(_ queue: inout FileQueue) {
    let task = FileTask(request, outputs: outputs, changes: changes)
    while let item = queue.next(), take(task.result(of: item)) {}
    end(queue)
  }

  /// Takes what one file gave; says whether the rest is still wanted: somebody reads it, or files are written.
  private mutating func take(_ result: FileResult) -> Bool {
    progress?.clear(&console)
    switch result.note {
    case .failure(let error):
      if case .isReport(let path) = error { keep(path) }
      fail(error)
    case .unusable(let error): fail(error)
    case .passedOver(let path, let reason): console.note(reason.note(on: path)[console.language])
    case nil: add(result)
    }
    progress?.advance(&console)
    console.keepUp()
    return !console.isClosed || request.fixes.isFixing || outputs.contains(where: \.goesToFile)
  }

  /// Says in which folders there was nothing to lint.
  private mutating func end(_ queue: FileQueue) {
    progress?.clear(&console)
    for folder in queue.emptyFolders { console.complain(FoundFiles.note(onEmpty: folder)) }
    passedOver = queue.passedOver.message
    summary.silenced.excludedFiles += queue.passedOver[.excluded]
    summary.silenced.excludedFolders += queue.passedOver[.excludedFolder]
    summary.silenced.ignoredFiles += queue.passedOver[.ignored]
  }

  // MARK: Standard input

  private mutating func lintStandardInput() {
    let name = request.standardInputName
    let path = name ?? SourcePath("<stdin>")
    do {
      let excluded = try name.map { try workspace.excludes($0, isFolder: false) } ?? false
      let bytes = try FileReader.readStandardInput()
      if excluded {
        if request.fixes.isFixing { fixedText = bytes }
        return
      }
      let settings = try workspace.settings(for: path, hasFileName: name != nil)
      let task = FileTask(request, outputs: outputs)
      let fixed = task.lint(Source(path: path, bytes: bytes), settings)
      if request.fixes.isFixing { fixedText = fixed.bytes }
      add(task.result(fixed, settings))
    } catch let error as ConfigurationError {
      fail(error)
    } catch {
      if let error = error as? FileError { fail(error) }
    }
  }

  // MARK: Reports

  /// Adds what one file gave to the reports and the numbers.
  private mutating func add(_ result: FileResult) {
    var result = result
    fixed += result.applied
    if let diff = result.diff {
      wouldChange = true
      let usesColor = request.usesColor
      console.print(lines: diff) { usesColor ? DiffColors.painted($0) : $0 }
    }
    if let whole = result.report, result.texts.isEmpty, let accepted = baselines?.filtered(whole, result.accepted) {
      let report = changes?.counted(accepted) ?? accepted
      result.count(report, byRule: request.countsRules)
      result.report = report.limited(to: request.maxFindings)
      result.summary.leftOut += result.report?.leftOut ?? 0
    }
    summary.add(result.summary)
    tally.merge(result.tally) { $0.adding($1) }
    for index in outputs.indices {
      if result.texts.indices.contains(index), let text = result.texts[index] {
        outputs[index].add(text: text, &console)
      } else if let report = result.report {
        outputs[index].add(report, &console)
      }
    }
  }

  /// Keeps a file that is linted from being replaced by a report or a baseline.
  private mutating func keep(_ path: SourcePath) {
    guard let identity = FileIdentity(path) else { return }
    for index in outputs.indices where outputs[index].identity == identity { outputs[index].giveUp() }
    baselines?.giveUp(identity)
  }

  private mutating func fail(_ error: FileError) {
    console.complain(error.message)
    fail(error.path, error.message)
  }

  private mutating func fail(_ error: ConfigurationError) {
    console.note(error)
    fail(error.path, error.message)
  }

  /// Notes for the reports what was told.
  private mutating func fail(_ path: SourcePath?, _ message: Message) {
    summary.fail(path, message)
    status = .failure
  }

  private mutating func finish() -> ExitStatus {
    for error in baselines?.finish(&console) ?? [] { fail(error) }
    if !outputs.end(&summary, &console) { status = .failure }
    if let fixedText, status != .failure { console.print(fixedText) }
    if request.showsOnlyStatistics { console.print(SummaryText.statistics(tally, language: console.language)) }
    // Where the reader has gone away, the numbers are those of a part, and nobody waits for them.
    _ = console.flush()
    if !request.isQuiet, !console.isClosed {
      if request.countsRules, !request.showsOnlyStatistics {
        console.note(Array(SummaryText.statistics(tally, language: console.language).utf8))
      }
      if let silenced = summary.silenced.ofFindings { console.note(silenced[console.language]) }
      if let text = SummaryText.changes(summary, request) { console.note(text[console.language]) }
      if let passedOver { console.note(passedOver[console.language]) }
      console.note(
        SummaryText.line(
          summary, fixed: fixed, areShown: request.fixes.isDiff,
          hidesAdvice: !request.showsAdvice && request.isForPeople, language: console.language))
    }
    return console.finish(exitStatus)
  }

  private var exitStatus: ExitStatus {
    if status == .failure { return .failure }
    let hasFindings = summary.count(atLeast: request.failLevel) > 0
    return (hasFindings || wouldChange) && !request.exitsZero ? .findings : .clean
  }
}
