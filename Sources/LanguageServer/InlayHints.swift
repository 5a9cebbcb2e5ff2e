import DataTree
import PostingLint
import Readers
import SourceText

extension PostingServer {
  /// Answers with what the readers in force make of values that they take differently; with nothing unless the user
  /// asked for it.
  mutating func answerInlayHint(_ id: RequestID, _ uri: DocumentURI, _ range: PositionRange) {
    let isAsked = folders[folderNumber(of: uri.path)].settings.showsReadings
    guard isAsked, let check = check(uri), let document = documents[uri], let linter = check.linter else {
      respond(id) { $0.array { _ in } }
      return
    }
    let unit = capabilities.unit
    let (start, end) = (
      document.text.offset(of: range.start, unit: unit), document.text.offset(of: range.end, unit: unit)
    )
    let context = linter.schema?.context(of: check.document) ?? RuleContext(check.document, options: linter.options)
    let writer = DiagnosticWriter(document, capabilities)
    let tree = check.document.tree
    respond(id) { result in
      result.array { list in
        for found in context.readings.disagreements {
          guard let node = found.node, tree[node].kind == .scalar else { continue }
          let place = tree.range(of: node).end
          guard start <= place, place <= end else { continue }
          list.object { hint in
            writer.write(place: place, to: &hint)
            hint.member("label", Self.label(found, check.language))
            hint.member("paddingLeft", true)
          }
        }
      }
    }
  }

  private static func label(_ found: Disagreement, _ language: Language) -> String {
    let parts = [found.first, found.second].map { reader, value in
      let text = value.map { Self.text($0, reader, language) } ?? Message(fr: "rien", en: "nothing")[language]
      let name = reader.profile.title
      return Message(fr: "\(name)\u{A0}: \(text)", en: "\(name): \(text)")[language]
    }
    return parts.joined(separator: Message(fr: "\u{A0}; ", en: "; ")[language])
  }

  private static func text(_ value: ReaderValue, _ reader: Reader, _ language: Language) -> String {
    switch value {
    case .null, .undefined: return Message(fr: "rien", en: "nothing")[language]
    case .string(let text):
      let shown = Quoted.text(text)
      return Message(fr: "\(fr: shown)", en: "\(en: shown)")[language]
    default:
      let text = reader.notation.parts(of: value).text
      let cut = String(String.UnicodeScalarView(text.unicodeScalars.prefix(40)))
      return cut.utf8.count < text.utf8.count ? cut + "…" : cut
    }
  }
}
