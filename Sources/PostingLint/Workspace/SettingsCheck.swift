import DataTree
import Files
import JSONSchema
import SourceText

/// Checks what settings are made of as documents of their own: a configuration, a schema.
package enum SettingsCheck {
  /// What is wrong with a configuration, and what lints it.
  package static func configuration(_ document: Document) -> (report: FileReport, linter: Linter) {
    (report(document, ConfigurationReader.mistakes(of: document)), ConfigurationReader.linter)
  }

  /// Whether a file of data says that it is a JSON Schema.
  package static func isSchema(_ document: Document) -> Bool {
    guard case .data = document.form, let name = document.text("$schema") else { return false }
    let known = ["https://json-schema.org/", "http://json-schema.org/", PostingVocabulary.metaschemaAddress]
    return known.contains { name.starts(with: $0.utf8) }
  }

  /// What is wrong with a schema; references are followed inside its repository.
  package static func schema(_ document: Document, today: CalendarDate) -> (report: FileReport, linter: Linter) {
    let options = LintOptions(today: today)
    let linter = Linter(settings: .validation, options: options, schema: nil)
    guard document.isParsable else { return (linter.lint(document), linter) }
    var locations = SchemaLocations()
    locations.root = Repository.root(of: document.source.path.folder)
    var foundation = Foundations()
    do throws(ConfigurationError) {
      _ = try SchemaLoader.compile(
        SchemaDocument(source: document.source, tree: document.tree), options, locations, noting: &foundation)
      return (report(document, []), linter)
    } catch {
      guard case .mistakes(let source, let mistakes) = error, source.path == document.source.path else {
        return (report(document, []), linter)
      }
      let diagnostics = mistakes.map { mistake in
        Diagnostic(rule: SchemaRule.info.id, severity: .error, range: mistake.range, message: mistake.message)
      }
      return (report(document, diagnostics), linter)
    }
  }

  private static func report(_ document: Document, _ diagnostics: [Diagnostic]) -> FileReport {
    FileReport(
      source: document.source, diagnostics: diagnostics.sorted { $0.range < $1.range },
      isParsable: document.isParsable)
  }
}
