import Files
import PostingLint
import SourceText

extension PostingServer {
  /// What was found in a document as it is now; `nil` for one that is not open.
  mutating func check(_ uri: DocumentURI) -> DocumentCheck? {
    guard let document = documents[uri] else { return nil }
    if let known = document.check { return known }
    var readings: TextReadings? = lastReadings?.uri == uri ? lastReadings?.readings : TextReadings()
    lastReadings = nil
    let made = makeCheck(document, &readings)
    lastReadings = readings.map { (uri, $0) }
    checkCount += 1
    documents[uri]?.check = made
    return made
  }

  /// A document that is linted, with what was found in it, what lints it, and the offset of a place in it.
  typealias CheckedPlace = (document: OpenDocument, check: DocumentCheck, linter: Linter, offset: Int)

  /// What stands at a place; `nil` where the document is not linted.
  mutating func checkedPlace(_ place: TextPlace) -> CheckedPlace? {
    guard let check = check(place.uri), let document = documents[place.uri], let linter = check.linter else {
      return nil
    }
    return (document, check, linter, document.text.offset(of: place.position, unit: capabilities.unit))
  }

  /// Lints a document that is not open.
  mutating func makeCheck(_ document: OpenDocument) -> DocumentCheck {
    var readings: TextReadings?
    return makeCheck(document, &readings)
  }

  /// Lints a document, with what was read of an earlier text of it, where that is known; gives what is read of this one.
  private mutating func makeCheck(_ document: OpenDocument, _ readings: inout TextReadings?) -> DocumentCheck {
    let path = document.uri.path
    let number = folderNumber(of: path)
    let place = path ?? (folders[number].path ?? SourcePath(".")).appending("untitled.md")
    let source = Source(path: path ?? SourcePath(document.uri.text), bytes: document.bytes)
    if let check = settingsCheck(document, source, number) { return check }
    let read = Document(source)
    let (found, isExcluded, problem) = folders[number].settings(for: place, hasFileName: path != nil)
    if let problem { tell(problem, number) }
    let settings = found ?? (try? defaults.settings(for: place, hasFileName: path != nil))
    let configuration = settings?.configuration ?? Configuration()
    let language = language(configuration, number)
    guard let settings, !isExcluded, !document.isLost, Self.isPosting(document, path) else {
      return DocumentCheck(
        document: read, report: FileReport(source: read.source, diagnostics: []), linter: nil,
        configuration: configuration, language: language)
    }
    let linter = settings.linter(for: read)
    folders[number].note(settings)
    return DocumentCheck(
      document: read, report: report(read, linter, settings, number, &readings), linter: linter,
      configuration: configuration, language: language)
  }

  /// How many findings of a document are shown: no editor has a use for more, and a damaged file has one a word.
  private static let findingLimit = 1000
  /// From how many bytes on a text may have so many findings that it counts how many of them are made.
  private static let largeSize = 1 << 16

  /// What is found in a document and not accepted by a baseline.
  private mutating func report(
    _ document: Document, _ linter: Linter, _ settings: FileSettings, _ folder: Int, _ readings: inout TextReadings?
  ) -> FileReport {
    var shown = linter
    if document.source.bytes.count >= Self.largeSize, folders[folder].accepted(settings) == nil {
      let linter = linter.variant(for: document)
      var options = linter.options
      options.findingLimit = Self.findingLimit
      shown = Linter(settings: linter.settings, options: options, schema: linter.schema)
    }
    let report: FileReport
    if let earlier = readings {
      let linted = shown.lint(document, after: earlier)
      report = linted.report
      readings = linted.readings
    } else {
      report = shown.lint(document)
    }
    return accepted(report, settings, folder).limited(to: Self.findingLimit)
  }

  /// What is wrong with a document that is a configuration or a schema; `nil` for any other.
  private func settingsCheck(_ document: OpenDocument, _ source: Source, _ folder: Int) -> DocumentCheck? {
    let form = Document.Form(source.path)
    guard form != .frontMatter, !document.isLost else { return nil }
    let name = Array(source.path.fileName)
    let isConfiguration = Configuration.fileNames.contains { name.elementsEqual($0.utf8) }
    let read = Document(source, as: form)
    guard isConfiguration || SettingsCheck.isSchema(read) else { return nil }
    let (report, linter) =
      isConfiguration ? SettingsCheck.configuration(read) : SettingsCheck.schema(read, today: options.today())
    return DocumentCheck(
      document: read, report: report, linter: linter, configuration: Configuration(),
      language: language(Configuration(), folder))
  }

  /// The report without the findings that a baseline accepts.
  private mutating func accepted(_ report: FileReport, _ settings: FileSettings, _ folder: Int) -> FileReport {
    guard !report.diagnostics.isEmpty, var baseline = folders[folder].accepted(settings) else { return report }
    return baseline.filtered(report)
  }

  /// Whether a document is one that the command would lint in its folder.
  private static func isPosting(_ document: OpenDocument, _ path: SourcePath?) -> Bool {
    let name = path.map { Array($0.fileName) } ?? []
    let isMarkdown = ["markdown", "mdx", "gfm"].contains(document.languageID) || FileFinder.isMarkdown(name)
    if !isMarkdown { return false }
    if FileFinder.isConventional(name) { return FrontMatter(document.bytes).opening?.start == 0 }
    return true
  }

  /// What the user asked for goes before the project, and that before the editor's own language.
  private func language(_ configuration: Configuration, _ folder: Int) -> Language {
    options.requestedLanguage ?? folders[folder].settings.language ?? configuration.language ?? clientLanguage
      ?? options.language
  }

  /// Tells the user what is wrong with a configuration, once for as long as it is wrong.
  private mutating func tell(_ error: ConfigurationError, _ folder: Int) {
    let text = error.lines(in: language(Configuration(), folder)).joined(separator: "\n")
    let last = toldMistakes.updateValue(generation, forKey: text)
    if let last, last >= generation - 1 { return }
    show("\(Tool.name): \(text)", isError: true)
  }

  /// The addresses of the pages of rules for a document.
  func links(_ uri: DocumentURI) -> RuleLinks {
    guard capabilities.opensRulePages else { return RuleLinks(base: nil, pages: nil) }
    return RuleLinks(base: folders[folderNumber(of: uri.path)].settings.rulePages, pages: pages)
  }
}
