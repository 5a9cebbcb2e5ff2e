import PostingLint
import SourceText

/// What was found in one text of a document.
struct DocumentCheck {
  /// The text, read.
  let document: Document
  /// The text with its findings; without findings for what is not linted.
  let report: FileReport
  /// What lints the text; `nil` for what is not linted.
  let linter: Linter?
  /// The configuration that holds for the document, or the defaults.
  let configuration: Configuration
  /// The language of messages.
  let language: Language
}
