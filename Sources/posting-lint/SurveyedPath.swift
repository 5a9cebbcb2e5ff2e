import Files
import SourceText

/// A path as settings hold it.
struct SurveyedPath {
  private let path: SourcePath

  init(_ path: SourcePath) {
    self.path = path
  }

  /// The path in double quotes.
  var quoted: String { Self.quoted(path.display) }

  /// A glob for the path in double quotes; for all that is in a folder. What means something in a glob becomes `?`.
  func glob(isFolder: Bool) -> String {
    if path == SourcePath(".") { return "\"**\"" }
    var text = ""
    for scalar in path.display.unicodeScalars {
      text.unicodeScalars.append("*?[]{}!\\".unicodeScalars.contains(scalar) || scalar == "\u{FFFD}" ? "?" : scalar)
    }
    return Self.quoted(text + (isFolder ? "/**" : ""))
  }

  /// A regular expression for the path, as Python reads it.
  var pattern: String {
    var text = ""
    for scalar in path.display.unicodeScalars {
      if "\\.^$*+?()[]{}|".unicodeScalars.contains(scalar) { text += "\\" }
      text.unicodeScalars.append(scalar)
    }
    return text
  }

  private static func quoted(_ text: String) -> String {
    var bytes: [UInt8] = []
    JSONText.append(text, to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }
}
