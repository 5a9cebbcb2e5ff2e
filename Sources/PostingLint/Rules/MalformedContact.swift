import Addresses
import DataTree
import JSONSchema
import SourceText

/// A contact that is neither an e-mail address nor, where that is allowed, the id of a member.
enum MalformedContact: FailureRule {
  static let info = RuleInfo(
    id: "malformed-contact", group: .links, severity: .error, yieldsTo: ["invisible-character", "placeholder-left"],
    fixability: .unsafe,
    summary: Message(fr: "un contact est mal écrit", en: "a contact is written wrongly"),
    rationale: Message(
      fr: """
        «\u{A0}contact\u{A0}» attend une adresse électronique, «\u{A0}contacts\u{A0}» l’identifiant d’un membre (prenom.nom) ou une \
        adresse électronique. Avec un nom en toutes lettres ou une adresse incomplète, personne ne peut répondre.
        """,
      en: """
        “contact” expects an e-mail address, “contacts” the id of a member (first.last) or an e-mail address. With a name \
        in words or an incomplete address, nobody can answer.
        """),
    examples: [
      .bad(.frontMatter, "contact: contact(at)exemple.fr\n", fixed: "contact: contact@exemple.fr\n"),
      .bad(.frontMatter, "contact: contact@exemple,fr\n", fixed: "contact: contact@exemple.fr\n"),
      .bad(.frontMatter, "contacts: Camille-Durand\n"),
      .good(.frontMatter, "contacts: [camille.durand, noor@exemple.fr]\n"),
    ])

  static func finding(_ failure: SchemaFailure, _ context: RuleContext) -> Finding? {
    guard let found = failure.payload as? AddressFailure else { return nil }
    switch found {
    case .malformed(let error, let sign): return Finding(failure.range, error.message(showing: Quoted.text(sign)))
    case .meant(let address): return meant(address, failure, context)
    case .commaForDot:
      let edit = context.tree[failure.instance].isVerbatim ? Edit(failure.range, ".") : nil
      return Finding(failure.range, commaMessage, fix: edit.map { Fix(commaTitle, .unsafe, $0) })
    case .incompleteDomain: return Finding(failure.range, domainMessage)
    case .noAddress: return Finding(failure.range, noAddressMessage(context.entry(failure)))
    case .quotedMember(let id): return meant(id, failure, context)
    case .noMember: return Finding(failure.range, noMemberMessage(context.entry(failure)))
    case .unknownMember: return nil
    }
  }

  private static func meant(_ address: [UInt8], _ failure: SchemaFailure, _ context: RuleContext) -> Finding {
    let shown = context.entry(failure)
    let written = Quoted.text(address)
    let hasQuotes = ["«", "“", "„", "‘", "\""].contains { shown.hasPrefix($0) }
    let edit = context.tree[failure.instance].isVerbatim ? Edit(failure.range, address) : nil
    return Finding(
      failure.range, hasQuotes ? quotesMessage(written) : meantMessage(shown, written),
      fix: edit.map { Fix(.write(written), .unsafe, $0) })
  }

  private static let commaMessage = Message(
    fr: "une virgule tient lieu de point dans cette adresse électronique\u{A0}: écrivez un point",
    en: "a comma is in place of the dot in this e-mail address: write a dot")
  private static let commaTitle = Message(fr: "Écrire un point", en: "Write a dot")
  private static func quotesMessage(_ address: String) -> Message {
    Message(
      fr:
        "les guillemets autour de ce contact sont en trop\u{A0}: écrivez \(address)",
      en: "the quotes round this contact are extra: write \(address)")
  }
  private static func meantMessage(_ text: String, _ address: String) -> Message {
    Message(
      fr: "\(fr: text) n’est pas une adresse électronique\u{A0}: écrivez \(address)",
      en: "\(en: text) is not an e-mail address: write \(address)")
  }
  static let domainMessage = Message(
    fr: "l’adresse électronique est incomplète\u{A0}: ajoutez la fin, par exemple «\u{A0}.fr\u{A0}»",
    en: "the e-mail address is incomplete: add the end, for example “.fr”")
  private static func noAddressMessage(_ shown: String) -> Message {
    Message(
      fr: "«\u{A0}\(shown)\u{A0}» n’est pas une adresse électronique\u{A0}: écrivez nom@domaine.fr",
      en: "“\(shown)” is not an e-mail address: write name@domain.fr")
  }
  private static func noMemberMessage(_ shown: String) -> Message {
    Message(
      fr:
        "\(fr: shown)\u{A0}: écrivez l’identifiant (prenom.nom, en minuscules et sans accent) ou une adresse électronique",
      en: "\(en: shown): write the member id (first.last, lower case, no accents) or an e-mail address")
  }
}
