import DataTree
import JSON
import JSONSchema
import PostingLint
import Readers
import SchemaDrafts
import SourceText
import YAML

/// What the schemas promise that are made of other things: of files, and of the configurations of content managers.
enum DraftLaw {
  /// The collections of a content manager's configuration give schemas, or there is a reason at its place.
  static func checkContentModel(_ bytes: [UInt8]) throws(BrokenLaw) {
    for isPage in [false, true] {
      let text = isPage ? HugoArchetype.withoutActions(bytes) : bytes
      try require(text.count == bytes.count, "other places without the actions of a template")
      let document = Document(Source(path: SourcePath("a"), bytes: text), as: isPage ? .frontMatter : .data(.yaml))
      guard document.isParsable else { continue }
      let made = drafts(document, isPage: isPage)
      for (draft, remarks) in made.drafts {
        try check(draft)
        for remark in remarks {
          try RangeLaw.checkWhole(remark.range, document.bytes, "remark")
          try RangeLaw.checkMessage(remark.message, "remark")
        }
      }
      for error in made.errors {
        if let range = error.range { try RangeLaw.checkWhole(range, document.bytes, "content model") }
        try RangeLaw.checkMessage(error.message, "content model")
      }
    }
  }

  private typealias Drafts = (drafts: [(draft: SchemaDraft, remarks: [ContentRemark])], errors: [ContentModelError])

  private static func drafts(_ document: Document, isPage: Bool) -> Drafts {
    var made: Drafts = ([], [])
    do throws(ContentModelError) {
      let model = try ContentModel(document.tree, isPage: isPage)
      for name in model.names.prefix(8) {
        do throws(ContentModelError) {
          made.drafts.append(try model.draft(of: model.names.count == 1 ? nil : name, comments: []))
        } catch {
          made.errors.append(error)
        }
      }
    } catch {
      made.errors.append(error)
    }
    return made
  }

  private static func hasCollectionAsKey(_ source: Source) -> Bool {
    let tree = Document(source).tree
    return tree.nodes.indices.map { NodeID($0) }.contains { id in
      tree[id].kind == .mapping
        && tree.pairs(of: id).contains { pair in
          let kind = tree[tree.resolved(pair.key)].kind
          return kind == .mapping || kind == .sequence
        }
    }
  }

  /// The schema that is made of files, with a line `%%` between two of them, holds for each of them where nothing is
  /// passed over as an exception.
  static func checkInference(_ bytes: [UInt8]) throws(BrokenLaw) {
    let parts = TwoParts(bytes, at: "\n%%\n")
    let sources = [parts.first, parts.second].map { Source(path: SourcePath("a.md"), bytes: $0) }
    var inference = SchemaInference(Threshold(percent: 100), lists: [])
    for source in sources { inference.add(source, Reader.defaults) }
    // A key that is no UTF-8, or no text at all, cannot be written in a schema.
    guard inference.count > 0, RangeLaw.isUTF8(bytes), !sources.contains(where: hasCollectionAsKey),
      let today = CalendarDate(iso: Array("2022-07-01".utf8))
    else {
      return
    }
    let text = try check(inference.draft([]))
    let linter: Linter
    do throws(ConfigurationError) {
      linter = try Linter.validating(schemaText: text, [], LintOptions(today: today))
    } catch {
      throw BrokenLaw(description: "the schema of files is none: \(error.lines(in: .en))")
    }
    for source in sources {
      let document = Document(source)
      guard document.isParsable, document.root != nil else { continue }
      let findings = linter.lint(document).diagnostics.filter { $0.keywordLocation != nil }
      try require(findings.isEmpty, "a file does not meet its own schema: |\(findings.map(\.message.en))")
    }
  }

  /// A draft is a schema, and the same one in JSON and in YAML; gives its text in JSON.
  @discardableResult
  private static func check(_ draft: SchemaDraft) throws(BrokenLaw) -> [UInt8] {
    let text = JSONDraftWriter.text(draft, in: .en)
    let json = JSONReader.read(text)
    try require(json.mistakes.isEmpty, "a draft is no JSON")
    let yaml = YAMLParser.parse(YAMLDraftWriter.text(draft, in: .en))
    try require(yaml.errors.isEmpty, "a draft is no YAML: |\(yaml.errors.map(\.message.en))")
    for tree in [json.tree, yaml.tree] {
      do throws(SchemaErrors) {
        _ = try SchemaValidator(schema: tree)
      } catch {
        throw BrokenLaw(description: "a draft is no schema: |\(error.errors.map(\.kind.message.en))")
      }
    }
    return text
  }
}
