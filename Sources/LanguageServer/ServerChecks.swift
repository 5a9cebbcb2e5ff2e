import Files
import PostingLint
import SourceText

extension PostingServer {
  /// What was found in a document as it is now; `nil` for one that is not open.
  mutating func check(_ uri: DocumentURI) -> DocumentCheck? {
    guard let document = documents[uri] else { return nil }
    if let known = document.check { return known }
    let made = makeCheck(document)
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
    return (document, check, linter, document.text.offset(of: place.position, unit: capabilities.encoding.unit))
  }

  private mutating func makeCheck(_ document: OpenDocument) -> DocumentCheck {
    let path = document.uri.path
    let place = path ?? (root ?? SourcePath(".")).appending("untitled.md")
    let source = Source(path: path ?? SourcePath(document.uri.text), bytes: document.bytes)
    var settings: FileSettings?
    var isExcluded = false
    do throws(ConfigurationError) {
      settings = try workspace.settings(for: place, hasFileName: path != nil)
      isExcluded = try workspace.excludes(place, isFolder: false)
      toldMistakes = []
    } catch {
      tell(error)
      // Without a configuration there is nothing that could be broken.
      settings = try? defaults.settings(for: place, hasFileName: path != nil)
    }
    let configuration = settings?.configuration ?? Configuration()
    let language = language(configuration)
    guard let settings, !isExcluded, !document.isLost, Self.isPosting(document, path) else {
      return DocumentCheck(
        report: FileReport(source: source, diagnostics: []), linter: nil, configuration: configuration,
        language: language)
    }
    let read = Document(source)
    let linter = settings.linter(for: read)
    return DocumentCheck(
      report: linter.lint(read), linter: linter, configuration: configuration, language: language)
  }

  /// Whether a document is one that the command would lint in its folder.
  private static func isPosting(_ document: OpenDocument, _ path: SourcePath?) -> Bool {
    let name = path.map { Array($0.fileName) } ?? []
    let isMarkdown = ["markdown", "mdx", "gfm"].contains(document.languageID) || FileFinder.isMarkdown(name)
    if !isMarkdown { return false }
    if FileFinder.isConventional(name) { return FrontMatter(document.bytes).opening?.start == 0 }
    return true
  }

  private func language(_ configuration: Configuration) -> Language {
    options.requestedLanguage ?? configuration.language ?? clientLanguage ?? options.language
  }

  /// Tells the user what is wrong with a configuration, once.
  private mutating func tell(_ error: ConfigurationError) {
    let lines = error.lines(in: options.requestedLanguage ?? clientLanguage ?? options.language)
    guard lines != toldMistakes else { return }
    toldMistakes = lines
    notify("window/showMessage") { params in
      // 1: an error.
      params.member("type", 1)
      params.member("message", "\(Tool.name): \(lines.joined(separator: "\n"))")
    }
  }
}
