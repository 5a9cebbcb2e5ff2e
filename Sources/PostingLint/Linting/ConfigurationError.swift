public import Files
public import SourceText

/// Why a configuration cannot be used.
public enum ConfigurationError: Error, Sendable {
  /// The file cannot be read.
  case file(FileError)
  /// Something in the file is wrong.
  case content(Source, [Diagnostic])
  /// A file that the settings name is wrong: a schema, a baseline.
  case mistakes(Source, [(range: ByteRange, message: Message)])
  /// One folder has several configurations.
  case several([SourcePath])
  /// A file that the settings name is no such file.
  case unusable(SourcePath, Message)
  /// A path leads outside the repository.
  case outside(SourcePath)

  /// The file that it is about, where it is one.
  public var path: SourcePath? {
    switch self {
    case .file(let error): error.path
    case .content(let source, _), .mistakes(let source, _): source.path
    case .several(let paths): paths.first
    case .unusable(let path, _): path
    case .outside: nil
    }
  }

  /// The lines for people as one text.
  public var message: Message {
    Message(fr: lines(in: .fr).joined(separator: "\n"), en: lines(in: .en).joined(separator: "\n"))
  }

  /// The lines for people: `path:line:col: error: message`.
  public func lines(in language: Language) -> [String] {
    switch self {
    case .file(let error): return [error.message[language]]
    case .content(let source, let diagnostics):
      return Self.lines(source, diagnostics.map { ($0.range, $0.message[language]) })
    case .mistakes(let source, let mistakes):
      return Self.lines(source, mistakes.map { ($0.range, $0.message[language]) })
    case .several(let paths):
      let names = paths.map(\.printable)
      let message = Message(
        fr:
          "\(names.joined(separator: " et "))\u{A0}: deux fichiers de réglages dans un dossier\u{A0}; gardez un seul des deux",
        en: "\(names.joined(separator: " and ")): two files of settings in one folder; keep one of them")
      return [message[language]]
    case .unusable(let path, let message): return ["\(path.printable): \(SafeText.make(message[language]))"]
    case .outside(let path):
      let message = Message(
        fr: "\(path.printable)\u{A0}: ce chemin sort du dépôt\u{A0}: donnez un chemin à l’intérieur",
        en: "\(path.printable): this path leads outside the repository: give one inside it")
      return [message[language]]
    }
  }

  private static func lines(_ source: Source, _ mistakes: [(range: ByteRange, message: String)]) -> [String] {
    let places = PlaceNames(source)
    return mistakes.map { range, message in "\(places.name(of: range.start)): error: \(SafeText.make(message))" }
  }
}
