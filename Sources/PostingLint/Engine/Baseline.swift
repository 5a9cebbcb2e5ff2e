import DataTree
import Files
import JSON
package import SourceText

/// The findings that a project has accepted for now: they are left out until they are mended.
///
/// A finding is known by its ``Fingerprint``, never by its line or by a count, so a new finding does not hide behind a
/// mended one. The file is JSON, sorted, one finding a line, and says nothing of when and by which version it was
/// written: it changes only with the findings.
package struct Baseline: Sendable {
  /// The version of the file's form.
  private static let version = 1

  /// A finding that was accepted.
  package struct Entry: Hashable, Sendable {
    /// The file, relative to the root of the repository.
    package var path: String
    /// The id of the rule.
    package var rule: String
    /// The value or text that the finding is about, for people.
    package var subject: String
    /// How grave it was; `nil` in files that do not say.
    package var severity: Severity?
    /// What the finding is known by.
    package var fingerprint: Fingerprint
  }

  private let paths: ReportPaths
  private var entries: [Fingerprint: Entry] = [:]
  private var met: [Fingerprint: Entry] = [:]
  private var files: Set<[UInt8]> = []
  /// The names that files had when their findings were accepted, by the names that they have now.
  private var earlierNames: [[UInt8]: SourcePath] = [:]
  /// The entries that were met under another name of their file.
  private var moved: Set<Fingerprint> = []

  /// A baseline in which nothing is accepted yet.
  package init(paths: ReportPaths) {
    self.paths = paths
  }

  // MARK: Use

  /// The report without the findings that were accepted.
  package mutating func filtered(_ report: FileReport) -> FileReport {
    let path = paths.reported(report.source.path)
    files.insert(Array(path.display.utf8))
    guard !report.diagnostics.isEmpty else { return report }
    var isLeft: [Bool] = []
    isLeft.reserveCapacity(report.diagnostics.count)
    let earlier = earlierNames[path.bytes].map { Fingerprint.all(of: report, path: $0) }
    for (place, fingerprint) in Fingerprint.all(of: report, path: path).enumerated() {
      let diagnostic = report.diagnostics[place]
      met[fingerprint] = Entry(
        path: path.display, rule: diagnostic.rule, subject: Self.subject(of: diagnostic, in: report.source),
        severity: diagnostic.severity, fingerprint: fingerprint)
      // What was accepted as a warning is not accepted as an error: it may stand for a new one.
      var accepted = accepts(fingerprint, diagnostic)
      if let earlier, entries[earlier[place]] != nil {
        moved.insert(earlier[place])
        accepted = accepted || accepts(earlier[place], diagnostic)
      }
      isLeft.append(!accepted)
    }
    // In most files nothing is accepted, and then the findings are not copied.
    if isLeft.allSatisfy({ $0 }) { return report }
    var result = report
    result.diagnostics = zip(report.diagnostics, isLeft).compactMap { $1 ? $0 : nil }
    result.silenced.byBaseline += report.diagnostics.count - result.diagnostics.count
    return result
  }

  private func accepts(_ fingerprint: Fingerprint, _ diagnostic: Diagnostic) -> Bool {
    entries[fingerprint].map { $0.severity ?? .error >= diagnostic.severity } ?? false
  }

  /// Whether some of the files that it names are not there.
  var namesMissingFiles: Bool {
    var known: Set<[UInt8]> = []
    return entries.values.contains { known.insert(Array($0.path.utf8)).inserted && !isThere($0.path) }
  }

  /// Takes the findings of files for accepted that were so under an earlier name, as far as nothing has that name now.
  mutating func follow(_ renames: [(from: SourcePath, to: SourcePath)]) {
    for (from, to) in renames where !FolderListing.exists(from) {
      earlierNames[paths.reported(to).bytes] = paths.reported(from)
    }
  }

  /// What was accepted and is there no more: in a file that was linted, or in one that is gone. Rules that are off in
  /// this run say nothing of theirs.
  package func stale(isOn: (_ rule: String) -> Bool) -> [Entry] {
    Self.sorted(
      entries.values.filter {
        met[$0.fingerprint] == nil && !moved.contains($0.fingerprint) && isOn($0.rule) && !isElsewhere($0)
      })
  }

  /// Accepts what was met, and nothing else in the files that were linted; what rules that were off and other files had
  /// is kept.
  package mutating func accept(isOn: (_ rule: String) -> Bool) {
    entries = entries.filter { !isOn($0.value.rule) || isElsewhere($0.value) }
    if entries.isEmpty { entries = met } else { entries.merge(met) { $1 } }
    met = [:]
  }

  /// The number of accepted findings.
  package var count: Int { entries.count }

  /// Whether an entry's file was not part of the run, but is still there.
  private func isElsewhere(_ entry: Entry) -> Bool {
    if files.contains(Array(entry.path.utf8)) { return false }
    // What a file accepts that was renamed and not looked at is kept too.
    let isRenamed = earlierNames.contains { now, earlier in
      earlier.bytes.elementsEqual(entry.path.utf8) && !files.contains(now)
    }
    return isRenamed || isThere(entry.path)
  }

  /// Whether a file is there; a name that is not UTF-8 cannot be looked up by its text.
  package func isThere(_ path: String) -> Bool {
    path.unicodeScalars.contains("\u{FFFD}") || FolderListing.exists(paths.located(SourcePath(path)))
  }

  private static func subject(of diagnostic: Diagnostic, in source: Source) -> String {
    if let pointer = diagnostic.pointer, !pointer.isEmpty { return pointer }
    let text = String(decoding: Fingerprint.subject(of: diagnostic, in: source), as: UTF8.self).unicodeScalars
    return String(String.UnicodeScalarView(text.prefix(60)))
  }

  private static func sorted(_ entries: some Sequence<Entry>) -> [Entry] {
    entries.sorted { left, right in
      for (one, other) in [(left.path, right.path), (left.rule, right.rule), (left.subject, right.subject)]
      where !one.utf8.elementsEqual(other.utf8) {
        return one.utf8.lexicographicallyPrecedes(other.utf8)
      }
      // As many digits each, so that they are in the order of the numbers.
      return left.fingerprint.value < right.fingerprint.value
    }
  }

  // MARK: The file

  /// How long a piece of the file's text is that is written at once, about, in bytes.
  private static let pieceSize = 1 << 16

  /// The baseline as the text of its file.
  package var text: [UInt8] {
    var text: [UInt8] = []
    write { text += $0 }
    return text
  }

  /// Writes the text of the file piece by piece, as it is several times as large as what it names.
  package func write(_ take: ([UInt8]) -> Void) {
    var json = JSONWriter()
    json.object {
      $0.member("version", Self.version)
      $0.array("findings") { list in
        for entry in Self.sorted(entries.values) {
          list.breakLine()
          list.object {
            $0.member("path", entry.path)
            $0.member("rule", entry.rule)
            $0.member("subject", entry.subject)
            if let severity = entry.severity { $0.member("severity", severity.name) }
            $0.member("fingerprint", entry.fingerprint.text)
          }
          if list.bytes.count >= Self.pieceSize { take(list.take()) }
        }
        list.breakLine()
      }
    }
    take(json.bytes + [Byte.lineFeed])
  }

  /// Reads a baseline from its file's text; a mistake is thrown with its place.
  package init(_ source: Source, paths: ReportPaths) throws(ConfigurationError) {
    self.paths = paths
    let tree: DataTree
    do {
      tree = try JSONParser.parse(source.bytes)
    } catch {
      throw Self.mistake(
        source, error.range,
        Message(
          fr: "ce n’est pas du JSON à cet endroit\u{A0}; un conflit de fusion est-il resté\u{A0}?",
          en: "this is not JSON here; was a merge conflict left?"))
    }
    guard let root = tree.root, tree.type(of: root) == .mapping,
      let version = tree.value(of: "version", in: root), tree.scalar(version, equals: Array("\(Self.version)".utf8)),
      let findings = tree.value(of: "findings", in: root), tree.type(of: findings) == .sequence
    else {
      throw Self.mistake(
        source, ByteRange(at: 0),
        Message(
          fr:
            "ce fichier n’est pas une liste de constats acceptés lisible par cette version\u{A0}: recréez-le avec --write-baseline",
          en:
            "this file is not a list of accepted findings that this version can read: create it again with --write-baseline"
        ))
    }
    for node in tree.children(of: findings) {
      guard let entry = Self.entry(node, tree) else {
        throw Self.mistake(
          source, tree.range(of: node),
          Message(
            fr: "un constat de ce fichier est abîmé\u{A0}: recréez le fichier avec --write-baseline",
            en: "an entry of this file is damaged: create the file again with --write-baseline"))
      }
      entries[entry.fingerprint] = entry
    }
  }

  private static func entry(_ node: NodeID, _ tree: DataTree) -> Entry? {
    guard tree.type(of: node) == .mapping else { return nil }
    func text(_ key: String) -> String? {
      guard let value = tree.value(of: key, in: node), tree.type(of: value) == .string else { return nil }
      return tree.text(of: value)
    }
    guard let path = text("path"), let rule = text("rule"), let digits = text("fingerprint"),
      digits.utf8.count == 16, let value = UInt64(digits, radix: 16)
    else { return nil }
    return Entry(
      path: path, rule: rule, subject: text("subject") ?? "", severity: text("severity").flatMap { Severity(name: $0) },
      fingerprint: Fingerprint(value: value))
  }

  private static func mistake(_ source: Source, _ range: ByteRange, _ message: Message) -> ConfigurationError {
    .mistakes(source, [(range, message)])
  }
}
