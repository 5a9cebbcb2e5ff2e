public import DataTree
public import Markdown
public import Roles
import SourceText

/// What a rule may look at: one file, read once for all rules.
///
/// A class, because every rule gets it: a copy would retain each of its parts.
public final class RuleContext: Sendable {
  /// The file, split and read.
  public let posting: Posting
  /// The links and the protected parts of the body.
  public let body: MarkdownBody
  /// What one pass over the bytes found.
  package let encoding: EncodingScan
  /// What the user asked for.
  public let options: LintOptions
  /// The titles of posts in the front matter, read once for all rules.
  let titles: [TitleReading]

  /// The bytes of the file.
  public var bytes: [UInt8] { posting.source.bytes }
  /// The values of the front matter.
  public var tree: DataTree { posting.tree }

  /// Reads the rest of a file for the rules; `readsBody` says whether any of them looks at the links or the
  /// protected parts, `readsTitles` whether any looks at the titles of roles.
  package init(_ posting: Posting, options: LintOptions, readsBody: Bool = true, readsTitles: Bool = true) {
    let bytes = posting.source.bytes
    self.posting = posting
    let encoding = EncodingScan(bytes)
    let isText = encoding.form.isText
    body = readsBody && isText ? MarkdownScan.scan(bytes, in: posting.frontMatter.body) : MarkdownBody()
    self.encoding = encoding
    self.options = options
    titles = readsTitles && isText ? options.titleKeys.compactMap { TitleReading($0, posting, options) } : []
  }

  /// The title under a key; `nil` where there is none, or no vocabulary.
  func title(_ key: String) -> TitleReading? { titles.first { $0.key == key } }
}

/// What the user asked for, beyond which rules are on.
public struct LintOptions: Sendable {
  /// The day that counts as today.
  public var today: CalendarDate
  /// The ids that values may name, by the name of the list.
  public var references: References
  /// Reads role titles; without it, nothing is said of them.
  public var roles: RoleReader? {
    get { usesBundledRoles ? .shared : ownRoles }
    set {
      ownRoles = newValue
      usesBundledRoles = false
    }
  }
  /// Whether role titles are read with the vocabulary of the program, which is made when the first title is met.
  package var usesBundledRoles = false
  private var ownRoles: RoleReader?
  /// The keys whose values mention a role, in the order in which they are checked.
  public var titleKeys = ["roles", "title"]
  /// Whether the file has a name of its own (false for standard input without one).
  public var hasFileName = true
  /// Options of single rules, by rule id and option name.
  public var ruleOptions: [String: [String: String]] = [:]

  /// Options for a day, without lists of ids.
  public init(today: CalendarDate, references: References = References()) {
    self.today = today
    self.references = references
  }
}

/// The lists of ids that values may name.
public struct References: Sendable {
  private var lists: [String: ReferenceList] = [:]

  /// No list: nothing is checked against one.
  public init() {}

  /// The list with a name, or `nil` where it is not known, and then nothing is checked.
  public subscript(name: String) -> ReferenceList? {
    get { lists[name] }
    set { lists[name] = newValue }
  }

  /// Every list that is known, by name.
  var all: [(name: String, list: ReferenceList)] {
    lists.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }.map { ($0.key, $0.value) }
  }
}

/// The ids that one kind of value may name.
public struct ReferenceList: Sendable {
  /// The ids in UTF-8, sorted by their bytes.
  public let ids: [[UInt8]]
  /// Where they come from, for messages: a folder or a file.
  public let origin: String

  /// A list of ids; the order and repetitions do not matter.
  public init(ids: some Sequence<[UInt8]>, origin: String) {
    var sorted = ids.sorted { $0.lexicographicallyPrecedes($1) }
    sorted.removeAll(where: \.isEmpty)
    self.ids = sorted
    self.origin = origin
  }

  /// The ids of a text with one id a line; blanks around an id, empty lines and lines after `#` do not count.
  public init(text: [UInt8], origin: String) {
    let lines = text.split(whereSeparator: { $0 == 0x0A || $0 == 0x0D }).map { line in
      var line = line
      while let last = line.last, last == 0x20 || last == 0x09 { line.removeLast() }
      while let first = line.first, first == 0x20 || first == 0x09 { line.removeFirst() }
      return line.first == UInt8(ascii: "#") ? [] : Array(line)
    }
    self.init(ids: lines, origin: origin)
  }

  /// Whether the list has an id, byte for byte.
  public func contains(_ id: [UInt8]) -> Bool {
    var low = 0
    var high = ids.count
    while low < high {
      let middle = (low + high) / 2
      if ids[middle] == id { return true }
      if ids[middle].lexicographicallyPrecedes(id) { low = middle + 1 } else { high = middle }
    }
    return false
  }
}
