import Addresses
import DataTree
import SourceText

/// A contact that is neither an e-mail address nor, where that is allowed, the id of a member.
enum MalformedContact: Rule {
  static let info = RuleInfo(
    id: "malformed-contact", group: .links, severity: .error, fixability: .unsafe,
    summary: Message(fr: "un contact est mal écrit", en: "a contact is written wrongly"),
    rationale: Message(
      fr: """
        «\u{A0}contact\u{A0}» attend une adresse électronique, «\u{A0}contacts\u{A0}» l’identifiant d’un membre (prenom.nom) ou une adresse. \
        Un nom en toutes lettres ou une adresse incomplète, et personne ne peut répondre à l’offre.
        """,
      en: """
        “contact” wants an e-mail address, “contacts” the id of a member (first.last) or an address. With a full name, or \
        an incomplete address, nobody can answer the posting.
        """),
    examples: [
      .bad(.frontMatter, "contact: contact(at)exemple.fr\n"),
      .bad(.frontMatter, "contacts: Camille-Durand\n"),
      .good(.frontMatter, "contacts: [camille.durand, noor@exemple.fr]\n"),
    ])

  /// What an entry may be.
  struct Accepted: Sendable {
    /// E-mail addresses.
    var email: Bool
    /// Ids of members.
    var member: Bool
    /// The members that exist, where that is known.
    var members: ReferenceList?
  }

  /// What is wrong with the entries of one scalar.
  static func problems(of id: NodeID, in tree: DataTree, _ accepted: Accepted) -> [ValueProblem] {
    let node = tree[id]
    guard node.kind == .scalar, tree.type(of: id) == .string, !tree.isEmptyValue(id) else { return [] }
    // Without a one-to-one map between value and file, the whole value is the place.
    guard node.isVerbatim else {
      let text = tree.utf8(of: id)
      return AddressList.split(text, in: ByteRange(0, text.count)).compactMap { entry in
        problem(entry.range, text, id, tree, accepted).map { found in
          var found = found
          found.range = node.range
          found.fix = nil
          return found
        }
      }
    }
    return AddressList.split(tree.bytes, in: tree.content(of: id)).compactMap {
      problem($0.range, tree.bytes, id, tree, accepted)
    }
  }

  private static func problem(
    _ range: ByteRange, _ bytes: [UInt8], _ id: NodeID, _ tree: DataTree, _ accepted: Accepted
  ) -> ValueProblem? {
    let text = Array(bytes[range.indices])
    if text.contains(UInt8(ascii: "@")), accepted.email {
      switch EmailAddress.parse(bytes, in: range) {
      case .failure(let error):
        return ValueProblem(
          rule: Self.self, node: id, range: error.range.isEmpty ? range : error.range, message: error.message)
      case .success(let address):
        guard !address.isLiteral, !bytes[address.domainRange.indices].contains(UInt8(ascii: ".")) else { return nil }
        return ValueProblem(rule: Self.self, node: id, range: address.domainRange, message: domainMessage)
      }
    }
    let shown = Quoted.text(text)
    guard accepted.member else {
      return ValueProblem(
        rule: Self.self, node: id, range: range,
        message: Message(
          fr: "«\u{A0}\(shown)\u{A0}» n’est pas une adresse électronique\u{A0}: écrivez nom@domaine.fr",
          en: "“\(shown)” is no e-mail address: write name@domain.fr"))
    }
    if let members = accepted.members { return unknownMember(text, range, id, members) }
    guard !isMemberID(text) else { return nil }
    return ValueProblem(
      rule: Self.self, node: id, range: range,
      message: Message(
        fr: "«\u{A0}\(shown)\u{A0}» n’est ni un identifiant (prenom.nom, en minuscules) ni une adresse électronique",
        en: "“\(shown)” is neither a member id (first.last, in small letters) nor an e-mail address"))
  }

  private static let domainMessage = Message(
    fr: "le nom de domaine est incomplet\u{A0}: il finit par un point et quelques lettres, comme «\u{A0}.fr\u{A0}»",
    en: "the domain is incomplete: it ends with a dot and some letters, such as “.fr”")

  private static func unknownMember(
    _ text: [UInt8], _ range: ByteRange, _ id: NodeID, _ members: ReferenceList
  ) -> ValueProblem? {
    guard !members.contains(text) else { return nil }
    let shown = Quoted.text(text)
    guard let match = EditDistance.nearest(to: text, among: members.ids) else {
      return ValueProblem(
        rule: UnknownReference.self, node: id, range: range,
        message: Message(
          fr: "«\u{A0}\(shown)\u{A0}» n’existe pas dans \(members.origin)\u{A0}: écrivez l’identifiant exact du membre",
          en: "“\(shown)” is not in \(members.origin): write the exact id of the member"))
    }
    let name = Quoted.text(members.ids[match.index])
    return ValueProblem(
      rule: UnknownReference.self, node: id, range: range,
      message: Message(
        fr: "«\u{A0}\(shown)\u{A0}» n’existe pas dans \(members.origin)\u{A0}: est-ce «\u{A0}\(name)\u{A0}»\u{A0}?",
        en: "“\(shown)” is not in \(members.origin): is it “\(name)”?"),
      fix: Fix(
        Message(fr: "Écrire «\u{A0}\(name)\u{A0}»", en: "Write “\(name)”"), match.isUnique ? .unsafe : .displayOnly,
        Edit(range, members.ids[match.index])))
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
