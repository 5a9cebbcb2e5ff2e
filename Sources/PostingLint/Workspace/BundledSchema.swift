import DataTree
import Files
import Schemas
package import SourceText

/// The schemas of other programs' own keys that are part of the program; each holds only where the settings name it.
package enum BundledSchema: String, CaseIterable, Sendable {
  case jekyll
  case hugo
  case docusaurus
  case myst
  case skill
  case agentRules = "agent-rules"
  case agentPrompt = "agent-prompt"

  /// The name that stands for the schemas of agents' files, of which the path of each file chooses one.
  package static let agents = "agents"

  /// What a name of the settings means for a file.
  enum Choice {
    /// This schema, or none of them for `nil`.
    case bundled(BundledSchema?)
    /// The name is that of something else.
    case other
  }

  /// What `name` means for the file at `path`.
  static func choice(_ name: String, for path: SourcePath) -> Choice {
    if name == agents { return .bundled(ofAgents(path)) }
    return BundledSchema(rawValue: name).map { .bundled($0) } ?? .other
  }

  /// The schema of an agents' file: by its name, or by the folders that it lies in.
  package static func ofAgents(_ path: SourcePath) -> BundledSchema? {
    let name = path.fileName.map(\.lowercased)
    func ends(_ text: String) -> Bool { name.suffix(text.utf8.count).elementsEqual(text.utf8) }
    if name.elementsEqual("skill.md".utf8) { return .skill }
    if ends(".instructions.md") || ends(".mdc") { return .agentRules }
    if [".prompt.md", ".agent.md", ".chatmode.md"].contains(where: ends) { return .agentPrompt }
    guard ends(".md") else { return nil }
    let folders = FolderListing.absolute(path).folder.bytes.split(separator: Byte.slash)
    guard let place = folders.lastIndex(where: { $0.elementsEqual(".claude".utf8) }), place + 1 < folders.count else {
      return nil
    }
    switch String(decoding: folders[place + 1], as: UTF8.self) {
    case "rules": return .agentRules
    case "commands", "agents": return .agentPrompt
    default: return nil
    }
  }

  /// Whether a file must have front matter.
  var needsFrontMatter: Bool { self == .skill }

  /// Whether agents read the file, which pass over one whose front matter cannot be read.
  var isOfAgents: Bool {
    switch self {
    case .jekyll, .hugo, .docusaurus, .myst: false
    case .skill, .agentRules, .agentPrompt: true
    }
  }

  /// The text of the schema, in JSON.
  package var text: StaticString {
    switch self {
    case .jekyll: BundledSchemas.jekyll
    case .hugo: BundledSchemas.hugo
    case .docusaurus: BundledSchemas.docusaurus
    case .myst: BundledSchemas.myst
    case .skill: BundledSchemas.skill
    case .agentRules: BundledSchemas.agentRules
    case .agentPrompt: BundledSchemas.agentPrompt
    }
  }

  /// The schema, read.
  var document: SchemaDocument {
    let source = Source(path: SourcePath(rawValue), bytes: text.withUTF8Buffer { unsafe Array($0) })
    return SchemaDocument(source: source, tree: DocumentSchema.bundled(text), bundled: self)
  }
}
