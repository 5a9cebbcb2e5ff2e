public import SourceText

/// What becomes of a page whose front matter a reader does not take, by running the programs of the profiles.
public enum PageLoss: Int, Hashable, Sendable {
  /// The page is published without title, keys and tags.
  case pageWithoutKeys
  /// The front matter is printed as text of the page.
  case keysAsText
  /// No page of the site is made.
  case buildStops
  /// The library throws; what the program does then is its own matter.
  case callFails
  /// The page is left out.
  case pageLeftOut
  /// No page is made of it in a collection, a post is printed with its front matter as text.
  case noPageOrText
  /// Only what stands above a line is read; the rest is printed as text of the page.
  case restAsText

  /// What happens, of one or of several readers.
  public func message(_ readers: [Reader]) -> Message {
    let names = Reader.names(of: readers)
    let isOne = names.count == 1
    let fr = Self.joined(names, "et")
    let en = Self.joined(names, "and")
    return switch self {
    case .pageWithoutKeys:
      Message(
        fr: "\(fr) \(isOne ? "publie" : "publient") la page sans son en-tête",
        en: "\(en) \(isOne ? "publishes" : "publish") the page without its front matter")
    case .keysAsText:
      Message(
        fr: "\(fr) \(isOne ? "affiche" : "affichent") l’en-tête dans le texte de la page",
        en: "\(en) \(isOne ? "shows" : "show") the front matter as text of the page")
    case .buildStops:
      Message(
        fr: "\(fr) \(isOne ? "arrête" : "arrêtent") la construction du site",
        en: "\(en) \(isOne ? "stops" : "stop") the build of the site")
    case .callFails:
      Message(
        fr: "\(fr) \(isOne ? "refuse" : "refusent") l’en-tête entier",
        en: "\(en) \(isOne ? "refuses" : "refuse") the whole front matter")
    case .pageLeftOut:
      Message(
        fr: "\(fr) \(isOne ? "laisse" : "laissent") la page de côté",
        en: "\(en) \(isOne ? "leaves" : "leave") the page out")
    case .noPageOrText:
      Message(
        fr:
          "\(fr) n’en \(isOne ? "fait" : "font") pas une page, ou \(isOne ? "affiche" : "affichent") l’en-tête dans le texte",
        en: "\(en) \(isOne ? "makes" : "make") no page of it, or \(isOne ? "shows" : "show") the front matter as text")
    case .restAsText:
      Message(
        fr: "\(fr) \(isOne ? "affiche" : "affichent") la suite dans le texte de la page",
        en: "\(en) \(isOne ? "shows" : "show") what follows as text of the page")
    }
  }

  private static func joined(_ names: [String], _ word: String) -> String {
    guard names.count > 1, let last = names.last else { return names.first ?? "" }
    return names.dropLast().joined(separator: ", ") + " \(word) " + last
  }
}

extension Reader {
  /// How readers are called in a sentence: the two Jekylls by one name where both are meant.
  public static func names(of readers: [Reader]) -> [String] {
    readers.filter { $0 != .jekyllPsych || !readers.contains(.jekyll) }.map(\.profile.title)
  }

  /// What becomes of a page over which the reader stumbles for a reason.
  public func loss(_ reason: RefusalReason) -> PageLoss {
    switch reason {
    case .otherEnd, .blankLine: return .restAsText
    case .noMapping where self == .grayMatter || self == .jsYAML || self == .pyYAML: return .pageWithoutKeys
    case .noMapping where self == .pandoc: return .keysAsText
    case .noFrontMatter where self == .pelican: return .pageLeftOut
    case .noFrontMatter where self == .jekyll || self == .jekyllPsych: return .noPageOrText
    case .noFrontMatter where profile.fences.missing == .empty: return .keysAsText
    case .noClosingFence where profile.fences.unclosed == .none: return .keysAsText
    default: break
    }
    switch self {
    case .jekyll, .jekyllPsych, .mystParser: return .pageWithoutKeys
    case .mkdocs: return .keysAsText
    case .hugo, .hugo0111, .nikola, .zensical, .pandoc: return .buildStops
    case .markata, .pelican: return .pageLeftOut
    default: return .callFails
    }
  }
}
