import Addresses
import DataTree
import JSONSchema
import SourceText

extension PostingVocabulary.Keyword {
  /// `addressList: {accepts: [email, member], members: {list: NAME, folder: PATH}}`: one or several e-mail addresses, or
  /// ids of members, in a text or a list of texts.
  static let addressList = Self(
    "addressList",
    metaschema: """
      {"type": "object", "required": ["accepts"], "additionalProperties": false,
       "properties": {
         "accepts": {"type": "array", "items": {"enum": ["email", "member"]}, "minItems": 1},
         "members": {"type": "object", "required": ["list"], "additionalProperties": false,
                     "properties": {"list": {"type": "string"}, "folder": {"type": "string"}}}}}
      """,
    compileWalk: { value, schema, options in
      let accepts =
        schema.value(of: "accepts", in: value).map { schema.children(of: $0).map { schema.text(of: $0) } } ?? []
      let list = schema.value(of: "members", in: value).flatMap { schema.value(of: "list", in: $0) }
      let reader = AddressEntryReader(
        acceptsEmail: accepts.contains("email"), acceptsMember: accepts.contains("member"),
        members: list.flatMap { options.references[schema.text(of: $0)] })
      return { node, tree, take in
        switch tree[node].kind {
        case .scalar: _ = reader.takesAll(of: node, in: tree, take)
        case .sequence:
          for item in tree.children(of: node) where !reader.takesAll(of: tree.resolved(item), in: tree, take) { return }
        default: break
        }
      }
    })
}

/// What is wrong with an entry of a list of addresses.
enum AddressFailure: Hashable, Sendable {
  /// An e-mail address with a mistake.
  case malformed(EmailError, sign: [UInt8])
  /// A text that was meant to be an address: something stands round it, or in place of its signs.
  case meant([UInt8])
  /// A comma in place of the last dot of an address.
  case commaForDot
  /// An e-mail address whose domain has no dot.
  case incompleteDomain
  /// No e-mail address, where nothing else may be.
  case noAddress
  /// Neither the id of a member nor an e-mail address.
  case noMember
  /// The id of a member between the quotes of a word processor.
  case quotedMember([UInt8])
  /// A member that does not exist.
  case unknownMember(ReferenceFailure)
}

/// Reads the entries of a list of addresses.
private struct AddressEntryReader: Sendable {
  let acceptsEmail: Bool
  let acceptsMember: Bool
  /// The members that exist, where that is known.
  let members: ReferenceList?

  /// Hands over the failures of a value, and says whether all were taken.
  func takesAll(of id: NodeID, in tree: DataTree, _ take: (CustomFailure) -> Bool) -> Bool {
    let node = tree[id]
    guard node.kind == .scalar, tree.type(of: id) == .string, !tree.isEmptyValue(id) else { return true }
    // Without a one-to-one map between value and file, the whole value is the place.
    let bytes = node.isVerbatim ? tree.bytes : tree.utf8(of: id)
    let whole = node.isVerbatim ? tree.content(of: id) : ByteRange(0, bytes.count)
    let entries = AddressList.ranges(bytes, in: whole)
    if let comma = commaForDot(entries, bytes) {
      return take(CustomFailure(AddressFailure.commaForDot, at: id, range: node.isVerbatim ? comma : node.range))
    }
    for entry in entries {
      guard let found = failure(bytes, entry) else { continue }
      if !take(CustomFailure(found.failure, at: id, range: node.isVerbatim ? found.range : node.range)) { return false }
    }
    return true
  }

  /// The comma of `nom@exemple,fr`.
  private func commaForDot(_ entries: [ByteRange], _ bytes: [UInt8]) -> ByteRange? {
    guard acceptsEmail, entries.count == 2 else { return nil }
    let separator = ByteRange(entries[0].end, entries[1].start)
    guard bytes[separator.indices].elementsEqual(",".utf8),
      AddressList.isEnd(bytes[entries[1].indices], of: bytes[entries[0].indices])
    else { return nil }
    return separator
  }

  private func failure(_ bytes: [UInt8], _ range: ByteRange) -> (failure: AddressFailure, range: ByteRange)? {
    let text = Array(bytes[range.indices])
    let hasAt = text.contains(UInt8(ascii: "@"))
    if !hasAt, acceptsEmail, let address = EmailAddress.mended(text) { return (.meant(address), range) }
    if hasAt, acceptsEmail {
      switch EmailAddress.parse(bytes, in: range) {
      case .failure(let error):
        if let address = EmailAddress.mended(text) { return (.meant(address), range) }
        let place = error.range.isEmpty ? range : error.range
        return (.malformed(error, sign: Array(bytes[place.indices])), place)
      case .success(let address):
        guard !address.isLiteral, !bytes[address.domainRange.indices].contains(UInt8(ascii: ".")) else { return nil }
        return (.incompleteDomain, address.domainRange)
      }
    }
    guard acceptsMember else { return (.noAddress, range) }
    if let id = TypographicMarks.unwrapped(text)?.inner, members?.contains(id) ?? Self.isMemberID(id) {
      return (.quotedMember(id), range)
    }
    if let members { return ReferenceFailure(of: text, in: members).map { (.unknownMember($0), range) } }
    return Self.isMemberID(text) ? nil : (.noMember, range)
  }

  /// `first.last`: small letters, digits and hyphens, with a dot between.
  private static func isMemberID(_ text: [UInt8]) -> Bool {
    let parts = text.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    return parts.count >= 2
      && parts.allSatisfy { part in
        !part.isEmpty
          && part.allSatisfy { ($0 >= 0x61 && $0 <= 0x7A) || $0.isDigit || $0 == UInt8(ascii: "-") }
      }
  }
}
