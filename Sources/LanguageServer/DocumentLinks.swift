import DataTree
import Files
import Markdown
import PostingLint
import SourceText

extension PostingServer {
  /// Answers with the ids, addresses and links of a document and where they lead (LSP 3.17, `textDocument/documentLink`).
  mutating func answerDocumentLink(_ id: RequestID, _ uri: DocumentURI) {
    guard let check = check(uri), let document = documents[uri], check.linter != nil else {
      respond(id) { $0.array { _ in } }
      return
    }
    let links = LinkFinder(document: check.document, path: uri.path).all(check)
    let writer = DiagnosticWriter(document, capabilities)
    respond(id) { result in
      result.array { list in
        for link in links {
          list.object {
            writer.write(link.range, to: &$0)
            $0.member("target", link.target)
          }
        }
      }
    }
  }
}

/// Finds what leads somewhere.
private struct LinkFinder {
  struct Link {
    let range: ByteRange
    let target: String
  }

  let document: Document
  let path: SourcePath?

  func all(_ check: DocumentCheck) -> [Link] {
    var result: [Link] = []
    if let schema = check.linter?.schema, let path {
      for named in NamedID.all(in: document, schema) {
        guard let target = ReferencedThing(named, check.configuration, posting: path).target else { continue }
        result.append(Link(range: named.range, target: DocumentURI(path: target.path).text))
      }
    }
    let tree = document.tree
    for index in tree.nodes.indices where tree.nodes[index].kind == .scalar && tree.nodes[index].type == .string {
      let node = NodeID(index)
      guard tree[node].isVerbatim, let target = Self.address(tree.utf8(of: node)) else { continue }
      result.append(Link(range: tree.content(of: node), target: target))
    }
    if document.form == .frontMatter { result += body }
    return result.sorted { $0.range < $1.range }
  }

  private var body: [Link] {
    let bytes = document.bytes
    let body = MarkdownScan.scan(bytes, in: document.frontMatter.body)
    var result = body.resolvedTargets(in: bytes).compactMap { found -> Link? in
      guard !MarkdownScan.holdsTemplate(bytes, in: found.targetRange) else { return nil }
      return target(found.bytes).map { Link(range: found.targetRange, target: $0) }
    }
    for region in body.regions where region.kind == .bareURL {
      guard let target = Self.address(Array(bytes[region.range.indices])) else { continue }
      result.append(Link(range: region.range, target: target))
    }
    return result
  }

  /// Where a target of the body leads: an address of the web or of mail, or a file beside this one.
  private func target(_ text: [UInt8]) -> String? {
    if let address = Self.address(text) { return address }
    guard let path, let first = text.first, first != Byte.slash, first != Byte.hash,
      !text.prefix(while: { $0 != Byte.slash }).contains(Byte.colon)
    else { return nil }
    let name = PercentCoding.decoded(text.prefix { $0 != Byte.hash && $0 != Byte.question })
    let file = FolderListing.absolute(path.folder.appending(name))
    return FolderListing.exists(file) ? DocumentURI(path: file).text : nil
  }

  /// An absolute address as a URI of ASCII characters alone (RFC 3986); `nil` for any other text.
  private static func address(_ text: [UInt8]) -> String? {
    let schemes = ["https://", "http://", "mailto:"].map { Array($0.utf8) }
    let head = text.prefix(8).map(\.lowercased)
    guard let scheme = schemes.first(where: { head.starts(with: $0) }), text.count > scheme.count,
      !text.contains(where: { $0 <= 0x20 || $0 == 0x7F })
    else { return nil }
    var result: [UInt8] = []
    for byte in text {
      if byte >= 0x80 || Array("\"<>\\^`{|}".utf8).contains(byte) {
        result += PercentCoding.encode([byte])
      } else {
        result.append(byte)
      }
    }
    return String(decoding: result, as: UTF8.self)
  }
}
