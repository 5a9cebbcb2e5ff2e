import Files
import PostingLint
import SourceText

/// The pages of the rules as files, for editors that open the page of a finding: in a folder that only this user can
/// enter and that goes with the server.
package struct RulePages: Sendable {
  private var folder: PrivateFolder

  /// Writes the pages; `nil` where there is no place for them.
  package init?() {
    guard let folder = PrivateFolder(name: "posting-lint-rules") else { return nil }
    self.folder = folder
    for rule in RuleRegistry.all {
      for language in Language.allCases {
        self.folder.write(Self.name(rule.info.id, language), Self.page(rule.info, language))
      }
    }
  }

  /// The address of a page.
  func address(_ rule: String, _ language: Language) -> String {
    DocumentURI(path: folder.path.appending(Self.name(rule, language))).text
  }

  /// Removes the pages.
  package func remove() { folder.remove() }

  private static func name(_ rule: String, _ language: Language) -> String { "\(rule).\(language.rawValue).html" }

  private static func page(_ info: RuleInfo, _ language: Language) -> [UInt8] {
    var text: [UInt8] = []
    for byte in RuleManual.page(info, language).utf8 {
      switch byte {
      case UInt8(ascii: "&"): text += "&amp;".utf8
      case UInt8(ascii: "<"): text += "&lt;".utf8
      default: text.append(byte)
      }
    }
    let head =
      "<!doctype html><html lang=\"\(language.rawValue)\"><meta charset=\"utf-8\"><title>\(info.id)</title><pre>\n"
    return Array(head.utf8) + text + Array("</pre>\n".utf8)
  }
}

/// Where an editor finds the page of a rule.
struct RuleLinks {
  /// The address that the user gave.
  let base: String?
  /// The pages that the server wrote.
  let pages: RulePages?

  /// The address of a rule's page; `nil` where there is none.
  func address(_ rule: String, _ language: Language) -> String? {
    base.map { $0 + rule } ?? pages?.address(rule, language)
  }
}
