import Arguments
import Files
import PostingLint
import SourceText

/// What the options of a command line mean together; made once.
struct LintRequest: Sendable {
  /// A form of the findings and where it goes: to standard output where there is no file.
  struct Output: Sendable {
    let format: ReportFormat
    let file: SourcePath?
  }

  /// The files and folders, `-` for standard input.
  let paths: [SourcePath]
  /// The name of the text on standard input.
  let standardInputName: SourcePath?
  /// The git reference since which a file must have changed.
  let since: SourcePath?
  /// Whether only findings on lines that changed since then count.
  let countsChangedLines: Bool
  /// The git reference whose settings hold.
  let settingsReference: SourcePath?
  /// How many files are linted at once.
  let jobs: Int
  /// What is done with fixes.
  let fixes: FixMode
  /// What goes before the configuration.
  private(set) var overrides: LintOverrides
  /// The human form on standard output where nothing else is asked for.
  let outputs: [Output]
  /// The languages of messages; empty where the surroundings decide.
  let languages: [Language]
  /// The severity from which a finding is a failure.
  let failLevel: Severity
  /// Whether the form for people shows advice.
  let showsAdvice: Bool
  /// Whether what goes to standard output is coloured.
  let usesColor: Bool
  /// The cells of the terminal that shows the findings as a page; `nil` where they are lines.
  let screenWidth: Int?
  /// Where the sources stand on the web, where that is said.
  let linkBase: String?
  /// How many findings of one file are shown, 0 for all.
  let maxFindings: Int
  /// Whether there is neither a summary nor a progress.
  let isQuiet: Bool
  /// Whether what is passed over is named.
  let isVerbose: Bool
  /// Whether the findings of each rule are counted.
  let countsRules: Bool
  /// Whether the numbers of the rules stand in the place of the findings: nothing else was asked for.
  let showsOnlyStatistics: Bool
  /// Whether findings are no failure.
  let exitsZero: Bool
  /// The file of accepted findings.
  let baseline: SourcePath?
  /// Whether that file is written.
  let writesBaseline: Bool

  /// Reads the options of any command; names of rules that do not exist are refused.
  init(_ arguments: ParsedArguments) throws(UsageError) {
    for name in arguments.words(.select) + arguments.words(.ignore) + arguments.pairs(.severity).map(\.name)
    where name != "all" && RuleRegistry.info(name) == nil {
      throw .unknownRule(SourcePath(name), suggestion: RuleRegistry.nearest(name))
    }
    paths = arguments.operands
    standardInputName = arguments.path(.stdinFilename)
    since = arguments.path(.since)
    countsChangedLines = arguments.has(.changedLines)
    settingsReference = arguments.path(.configFrom)
    jobs = arguments.number(.jobs) ?? SystemDay.processorCount
    let threshold: Applicability = arguments.has(.unsafeFixes) ? .unsafe : .safe
    let isFixing = arguments.has(.fix) || arguments.has(.unsafeFixes)
    fixes = arguments.has(.diff) ? .diff(threshold) : isFixing ? .write(threshold) : .none
    overrides = Self.overrides(arguments)
    let outputs = arguments.outputs.map { Output(format: ReportFormat(rawValue: $0.format) ?? .human, file: $0.file) }
    let changesText = isFixing || arguments.has(.diff)
    showsOnlyStatistics = arguments.has(.statistics) && outputs.isEmpty && !changesText
    self.outputs = outputs.isEmpty && !showsOnlyStatistics ? [Output(format: .human, file: nil)] : outputs
    languages = arguments.languages
    failLevel = arguments.word(.failOn).flatMap(Severity.init) ?? (arguments.has(.strict) ? .warning : .error)
    showsAdvice = arguments.has(.advice) || failLevel == .info
    usesColor = Surroundings.ofProcess.colors(option: arguments.word(.color), isTerminal: Terminal.isStandardOutput)
    isQuiet = arguments.has(.quiet)
    isVerbose = arguments.has(.verbose)
    let surroundings = Surroundings.ofProcess
    // Who parses lines gets lines, and all of them.
    screenWidth =
      surroundings.showsPages(isTerminal: Terminal.isStandardOutput)
      ? surroundings.columns ?? Terminal.width ?? Self.usualWidth : nil
    linkBase = arguments.path(.linkBase).map(Self.withoutSlash)
    maxFindings = arguments.number(.maxFindings) ?? Self.usualMaxFindings
    countsRules = arguments.has(.statistics)
    exitsZero = arguments.has(.exitZero)
    baseline = arguments.path(.baseline)
    writesBaseline = arguments.has(.writeBaseline)
    overrides.ignoresBaseline = baseline != nil || arguments.has(.noBaseline)
    overrides.baselineMayBeMissing = writesBaseline
    if arguments.command == .validate {
      overrides.findingLimit = maxFindings
      overrides.validation = Self.validation(arguments)
    }
    // Fixes and baselines are made of all findings, and the lines that changed are looked for in all.
    if arguments.command == .lint, fixes == .none, baseline == nil, !countsChangedLines {
      overrides.findingLimit = maxFindings
      overrides.hidesAdvice =
        !showsAdvice && !countsRules && isForPeople && self.outputs.allSatisfy { $0.format == .human }
    }
  }

  /// How many findings of one file are shown where nobody says it: more than anybody reads, and few enough that a file of
  /// nothing but mistakes does not fill the memory or the disk.
  private static let usualMaxFindings = 1000

  /// The width of a screen that does not tell it, in cells.
  private static let usualWidth = 80

  /// An address without the slashes at its end.
  private static func withoutSlash(_ address: SourcePath) -> String {
    var bytes = address.bytes
    while bytes.last == Byte.slash { bytes.removeLast() }
    return String(decoding: bytes, as: UTF8.self)
  }

  private static func overrides(_ arguments: ParsedArguments) -> LintOverrides {
    var result = LintOverrides()
    if arguments.has(.select) { result.select = arguments.words(.select) }
    result.ignore = arguments.words(.ignore)
    result.severities = arguments.pairs(.severity).map { ($0.name, Severity(name: $0.value.display)) }
    result.today = arguments.text(.today).flatMap { CalendarDate(iso: Array($0.utf8)) }
    result.configuration = arguments.path(.config)
    result.ignoresConfiguration = arguments.has(.noConfig)
    return result
  }

  /// What holds for files that are validated: a given schema goes before that of the settings.
  private static func validation(_ arguments: ParsedArguments) -> LintOverrides.Validation {
    var locations = SchemaLocations()
    locations.files = arguments.pairs(.map).map { ($0.name, $0.value) }
    if let folder = arguments.path(.schemaDir), let base = arguments.text(.baseURI) {
      locations.folder = (base, folder)
    }
    return LintOverrides.Validation(
      schema: arguments.path(.schema), locations: locations, assertsFormat: arguments.has(.assertFormat))
  }

  /// Whether standard input is linted.
  var isOfStandardInput: Bool { paths.contains(SourcePath("-")) }

  /// Whether the form for people goes to the console.
  var isForPeople: Bool { outputs.contains { $0.file == nil && $0.format == .human } }

  /// The least severity of the findings whose fixes are made on request: the same for every form, so that a form never
  /// changes what becomes of a file.
  var leastMended: Severity { showsAdvice ? .info : .warning }

  /// The least severity of the findings that are shown.
  var leastShown: Severity { isForPeople && !showsAdvice ? .warning : .info }

  /// Whether a file is one that the run reads its settings or its accepted findings from.
  private func isKept(_ file: SourcePath) -> Bool {
    if Configuration.fileNames.contains(where: { file.fileName.elementsEqual($0.utf8) }) { return true }
    guard let identity = FileIdentity(file) else { return false }
    return [baseline, overrides.configuration].contains { $0.flatMap { FileIdentity($0) } == identity }
  }

  /// Whether the findings in a form leave standard output to a text that is mended or to a diff, which lines for people
  /// do not spoil: programs that apply it pass over them.
  func leavesOutput(_ format: ReportFormat) -> Bool {
    (fixes.isFixing && isOfStandardInput) || (fixes.isDiff && format != .human)
  }

  /// Opens the outputs; `language` is that of messages where none is asked for.
  func open(_ language: Language) throws(FileError) -> [ReportOutput] {
    var (outputs, error) = opened(language)
    guard let error else { return outputs }
    for index in outputs.indices { outputs[index].giveUp() }
    throw error
  }

  /// Tells of an output that cannot be opened. That it would take the place of what is read is a mistake of the command line.
  func refuse(_ error: FileError, _ console: inout Console) {
    console.complain(error.message)
    if case .isReport = error { return }
    report(error.path, error.message, &console)
  }

  /// Tells of what the whole run needs and that cannot be used.
  func refuse(_ error: ConfigurationError, _ console: inout Console) {
    console.note(error)
    report(error.path, error.message, &console)
  }

  /// Writes reports that say only why nothing could be checked, as far as they can be written: one that stays empty, or as
  /// it was, would say that all is well.
  func report(_ path: SourcePath?, _ message: Message, _ console: inout Console) {
    var summary = Summary()
    summary.fail(path, message)
    var outputs = opened(console.language).outputs
    for index in outputs.indices {
      outputs[index].begin(&console, toStandardError: leavesOutput(outputs[index].format))
    }
    _ = outputs.end(&summary, &console)
  }

  /// The outputs that can be opened, and what keeps the first of the others from it.
  private func opened(_ language: Language) -> (outputs: [ReportOutput], error: FileError?) {
    var options = ReportOptions(languages: languages.isEmpty ? [language] : languages)
    options.showsAdvice = showsAdvice
    options.failLevel = failLevel
    options.paths = .repository()
    options.sourceAddress = linkBase ?? Surroundings.ofProcess.sourceAddress
    var result: [ReportOutput] = []
    var failure: FileError?
    for output in outputs {
      options.usesColor = output.file == nil && usesColor
      options.screenWidth = output.file == nil ? screenWidth : nil
      options.foldsFindings = !isVerbose
      options.standsAlone = output.file != nil
      do throws(FileError) {
        if let file = output.file {
          let identity = FileIdentity(file)
          let isTaken = identity != nil && result.contains { $0.identity == identity }
          if isTaken || isKept(file) { throw .isReport(file) }
        }
        result.append(try ReportOutput(output.format, options, file: output.file))
      } catch {
        failure = failure ?? error
      }
    }
    return (result, failure)
  }
}
