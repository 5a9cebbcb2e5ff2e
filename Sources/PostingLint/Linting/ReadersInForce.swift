package import Readers

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
}
