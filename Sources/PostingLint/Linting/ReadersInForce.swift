package import Readers
import SourceText

/// The programs that read the front matter of a site, and how they are known.
package struct ReadersInForce: Sendable {
  /// How the readers are known.
  package enum Origin: Sendable {
    /// Nothing tells; they are those that many sites have.
    case defaults
    /// Files of the repository tell.
    case detected
    /// The configuration names them.
    case named
  }

  /// The readers, each once.
  package let readers: [Reader]
  /// How they are known.
  package let origin: Origin

  /// Whether the site has these readers, so that what one of them refuses is lost.
  package var areKnown: Bool { origin != .defaults }

  /// Readers that are known in some way.
  package init(_ readers: [Reader], _ origin: Origin) {
    self.readers = readers
    self.origin = origin
  }

  /// The readers where nothing tells which ones a site has.
  package static let defaults = ReadersInForce(Reader.defaults, .defaults)

  /// What each reader makes of a text as the value of a key of YAML; `nil` where it does not take it.
  package func readings(of text: [UInt8]) -> [(reader: Reader, value: ReaderValue?)] {
    readers.map { ($0, $0.reading(of: text)) }
  }
}

extension Reader {
  /// What the reader makes of a text as the value of a key of YAML; `nil` where it does not take it.
  package func reading(of text: [UInt8]) -> ReaderValue? {
    let bytes = Array("k: ".utf8) + text + [Byte.lineFeed]
    guard case .mapping(let pairs)? = Readers.read(bytes, in: ByteRange(0, bytes.count), as: self).value else {
      return nil
    }
    return pairs.first?.value
  }
}

extension RuleContext {
  /// How grave it is that some of the readers in force lose the front matter; `nil` where none does.
  ///
  /// What a reader loses that the site is known to have is an error, and so is what all readers lose where none is known.
  /// A posting is read by a Jekyll, the released one or Debian's, as far as nothing else is known.
  package func gravity(ofLossIn losing: [Reader]) -> Severity? {
    let readers = options.readers
    if losing.isEmpty { return nil }
    if readers.areKnown || readers.readers.allSatisfy(losing.contains) { return .error }
    return options.isPosting && losing.contains(.jekyll) && losing.contains(.jekyllPsych) ? .error : .warning
  }

  /// How grave it is that readers in force do not find the front matter where it is; `nil` where all find it.
  package func gravityOfFences() -> Severity? {
    gravity(
      ofLossIn: Readers.losing(bytes, around: document.frontMatter.content, readers: options.readers.readers))
  }

  /// Whether the file is what Hugo makes new pages of, and no page.
  package var isPageTemplate: Bool { liesBelow(Self.archetypes) }

  /// Whether the file is a part that templates put into pages: it has no front matter, whatever it begins with.
  package var isInclude: Bool { liesBelow(Self.includes) }

  private static let archetypes = [Array("archetypes/".utf8)]
  private static let includes = ["_includes", "_layouts", "_partials", "partials", "shortcodes"].map {
    Array("\($0)/".utf8)
  }

  /// Whether the file lies in one of these folders, whose names end with a slash, or below.
  private func liesBelow(_ folders: [[UInt8]]) -> Bool {
    let path = document.source.path.bytes
    guard let fileName = path.lastIndex(of: Byte.slash) else { return false }
    var start = 0
    while start < fileName {
      for folder in folders where path[start] == folder[0] && path[start...].starts(with: folder) { return true }
      start = (path[start..<fileName].firstIndex(of: Byte.slash) ?? fileName) + 1
    }
    return false
  }
}
