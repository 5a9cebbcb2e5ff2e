public import SourceText

/// Where a link or an image of the body leads, as CommonMark 0.31 resolves it.
public struct MarkdownTarget: Hashable, Sendable {
  /// What leads there.
  public enum Kind: Hashable, Sendable {
    /// `[text](target)`, or a reference whose definition holds the target.
    case link
    /// `![text](target)`, or a reference whose definition holds the target.
    case image
    /// `<target>`; of an e-mail address without `mailto:` before it.
    case autolink
    /// The `href` of an `<a>`.
    case htmlLink
    /// The `src` of an `<img>`.
    case htmlImage
  }

  /// What leads there.
  public let kind: Kind
  /// The link or image as a whole.
  public let range: ByteRange
  /// Where the target is written: for a reference, in its definition.
  public let targetRange: ByteRange
  /// The target, escapes and character references decoded, but not percent-encoded; template tags stand as they are.
  public let bytes: [UInt8]
}

extension MarkdownBody {
  /// The targets of all links and images that a reader of CommonMark 0.31 makes of the body, in order; `bytes` are those
  /// that were scanned.
  ///
  /// Left out are links that are broken, links in the description of an image, and addresses that stand in the text
  /// without brackets. So the law of fixes can be checked: a link that worked leads where it led.
  public func resolvedTargets(in bytes: [UInt8]) -> [MarkdownTarget] {
    var result: [MarkdownTarget] = []
    var imageEnd = 0
    for link in links where link.range.start >= imageEnd && !link.flags.contains(.unrecognised) {
      if link.isImage { imageEnd = link.range.end }
      let target = link.definition.map { definitions[$0].targetRange } ?? link.targetRange
      let kind: MarkdownTarget.Kind =
        switch link.kind {
        case .inline, .reference: link.isImage ? .image : .link
        case .html: link.isImage ? .htmlImage : .htmlLink
        case .autolink: .autolink
        }
      let text = DecodedText(bytes, target, link.kind.escapes)
      result.append(MarkdownTarget(kind: kind, range: link.range, targetRange: target, bytes: text.bytes))
    }
    return result
  }
}

extension MarkdownLink.Kind {
  /// How the target of such a link is written.
  public var escapes: DecodedText.Escapes {
    switch self {
    case .inline, .reference: .markdown
    case .html: .references
    case .autolink: .none
    }
  }
}
