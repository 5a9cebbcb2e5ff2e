import Arguments
import Files
import PostingLint
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

/// What the options of `lint` mean together.
enum LintRequest {
  /// Refuses the names of rules that do not exist.
  static func checkRules(_ arguments: ParsedArguments) throws(UsageError) {
    let names =
      arguments.words(.select) + arguments.words(.ignore) + arguments.pairs(.severity).map(\.name)
    for name in names where name != "all" && RuleRegistry.info(name) == nil {
      throw .unknownRule(SourcePath(name), suggestion: RuleRegistry.nearest(name))
    }
  }

  static func fixMode(_ arguments: ParsedArguments) -> FixMode {
    let threshold: Applicability = arguments.has(.unsafeFixes) ? .unsafe : .safe
    if arguments.has(.diff) { return .diff(threshold) }
    return arguments.has(.fix) || arguments.has(.unsafeFixes) ? .write(threshold) : .none
  }

  static func failLevel(_ arguments: ParsedArguments) -> Severity {
    if let level = arguments.word(.failOn).flatMap(Severity.init) { return level }
    return arguments.has(.strict) ? .warning : .error
  }

  static func showsAdvice(_ arguments: ParsedArguments) -> Bool {
    arguments.has(.advice) || failLevel(arguments) == .info
  }

  /// Whether the form for people goes to the console.
  static func isForPeople(_ arguments: ParsedArguments) -> Bool {
    let console = arguments.outputs.filter { $0.file == nil }
    return arguments.outputs.isEmpty || console.contains { $0.format == ReportFormat.human.rawValue }
  }

  static func overrides(_ arguments: ParsedArguments) -> LintOverrides {
    var result = LintOverrides()
    if arguments.has(.select) { result.select = arguments.words(.select) }
    result.ignore = arguments.words(.ignore)
    result.severities = arguments.pairs(.severity).map { ($0.name, Severity(name: $0.value.display)) }
    result.today = arguments.text(.today).flatMap { CalendarDate(iso: Array($0.utf8)) }
    result.configuration = arguments.path(.config)
    result.ignoresConfiguration = arguments.has(.noConfig)
    return result
  }

  /// The outputs of a run; the human form on standard output where nothing else is asked for.
  static func outputs(_ arguments: ParsedArguments, _ language: Language) throws(FileError) -> [ReportOutput] {
    var wanted = arguments.outputs.map { (format: $0.format, file: $0.file) }
    if wanted.isEmpty { wanted = [(format: ReportFormat.human.rawValue, file: nil)] }
    var result: [ReportOutput] = []
    for (name, file) in wanted {
      let format = ReportFormat(rawValue: name) ?? .human
      var options = ReportOptions(languages: arguments.languages.isEmpty ? [language] : arguments.languages)
      options.showsAdvice = showsAdvice(arguments)
      options.usesColor = file == nil && usesColor(arguments)
      options.failLevel = failLevel(arguments)
      options.paths = .repository()
      options.sourceAddress = Surroundings.ofProcess.sourceAddress
      let reporter = format.reporter(options)
      result.append(try ReportOutput(reporter, file: file))
    }
    return result
  }

  /// Whether what goes to standard output is coloured.
  private static func usesColor(_ arguments: ParsedArguments) -> Bool {
    Surroundings.ofProcess.colors(option: arguments.word(.color), isTerminal: Terminal.isStandardOutput)
  }
}
