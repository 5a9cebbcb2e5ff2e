import Arguments
import DataTree
import Files
import PostingLint
import Readers
import SchemaDrafts
import SourceText

/// Writes the schema that the front matter of a folder's files meets, and names the files that do not meet it.
///
/// The files are read twice, one after the other: what is kept grows with the keys and not with the files.
struct InferCommand {
  private let request: LintRequest
  private let workspace: Workspace
  private var console: Console
  private let threshold: Threshold
  private let isJSON: Bool
  private var status = ExitStatus.clean

  private init(_ arguments: ParsedArguments, _ request: LintRequest, _ workspace: Workspace, _ console: Console) {
    self.request = request
    self.workspace = workspace
    self.console = console
    threshold = Threshold(percent: arguments.number(.threshold) ?? 95)
    isJSON = arguments.outputs.last?.format == "json"
  }

  static func run(
    _ arguments: ParsedArguments, _ request: LintRequest, _ workspace: Workspace, _ console: consuming Console
  ) -> ExitStatus {
    var command = InferCommand(arguments, request, workspace, console)
    let status = command.infer(arguments.outputs.last?.file)
    return command.console.finish(status)
  }

  private mutating func infer(_ file: SourcePath?) -> ExitStatus {
    var inference: SchemaInference?
    var options: LintOptions?
    let replaced = file.flatMap { FileIdentity($0) }
    var isSource = false
    read(tellsFailures: true) { command, source, settings in
      if let replaced, FileIdentity(source.path) == replaced { isSource = true }
      let held = settings.linter.options
      if options == nil { options = held }
      var made = inference ?? SchemaInference(command.threshold, lists: command.lists(held, settings.configuration))
      made.add(source, held.readers.readers)
      inference = made
    }
    if let file, isSource {
      fail(.isReport(file))
      return status
    }
    guard let inference, let options, inference.count > 0 else {
      if status == .clean {
        console.complain(
          Message(
            fr: "aucun fichier avec un en-tête\u{A0}: choisissez un autre dossier",
            en: "no file with front matter: choose another folder"))
      }
      return .failure
    }
    let draft = inference.draft(comments(inference, options.readers.readers))
    let json = JSONDraftWriter.text(draft, in: .en)
    do {
      try console.print(
        isJSON ? JSONDraftWriter.text(draft, in: console.language) : YAMLDraftWriter.text(draft, in: console.language),
        to: file)
      let linter = try Linter.validating(schemaText: json, inference.lists, options)
      listOutliers(linter)
    } catch let error as ConfigurationError {
      console.note(error)
      status = .failure
    } catch {
      if let error = error as? FileError { console.complain(error.message) }
      status = .failure
    }
    return status
  }

  // MARK: Files

  /// Hands over each file of the folders, in the order of their paths; a file that cannot be read is told of where
  /// `tellsFailures` is set.
  private mutating func read(tellsFailures: Bool, _ use: (inout InferCommand, Source, FileSettings) -> Void) {
    var queue = FileQueue(request.paths, only: nil, workspace, namesPassedOver: false)
    while let item = queue.next(), !console.isClosed {
      switch item {
      case .file(let path, let settings):
        do throws(FileError) {
          use(&self, Source(path: path, bytes: try FileReader.read(path)), settings)
        } catch {
          if tellsFailures { fail(error) }
        }
      case .note(.failure(let error)): if tellsFailures { fail(error) }
      case .note(.unusable(let error)):
        guard tellsFailures else { continue }
        console.note(error)
        status = .failure
      case .note(.passedOver): continue
      }
    }
  }

  private mutating func fail(_ error: FileError) {
    console.complain(error.message)
    status = .failure
  }

  /// The lists of ids that texts may be of: those that the settings know, then the folders beside the given ones.
  private func lists(_ options: LintOptions, _ configuration: Configuration) -> [IDList] {
    var result = options.references.all.map { known in
      IDList(name: known.name, folder: known.list.origin, ids: known.list.ids)
    }
    for path in request.paths where FolderListing.isFolder(path) {
      let folder = FolderListing.absolute(path)
      let root = Repository.root(around: folder) ?? folder.folder
      for name in FolderListing.folders(in: folder.folder).prefix(Self.folderLimit) {
        let beside = folder.folder.appending(name)
        guard let ids = FolderListing.markdownNames(in: beside), !ids.isEmpty, beside.isText else { continue }
        let list = IDList(name: SourcePath(bytes: name).display, folder: beside.relative(to: root).display, ids: ids)
        if !result.contains(where: { $0.name == list.name }) { result.append(list) }
      }
    }
    return result
  }

  /// How many folders beside the given one are looked at.
  private static let folderLimit = 100

  // MARK: Texts

  private func comments(_ inference: SchemaInference, _ readers: [Reader]) -> [Message] {
    let (files, percent) = (inference.count, threshold.percent)
    let folders = request.paths.isEmpty ? "." : request.paths.map(\.printable).joined(separator: " ")
    let names = readers.map(\.name).joined(separator: ", ")
    return [
      Message(
        fr: "Déduit par posting-lint de l’en-tête de \(files) fichiers\u{A0}: \(folders)",
        en: "Inferred by posting-lint from the front matter of \(files) files: \(folders)"),
      Message(
        fr:
          "Une clé est obligatoire si au moins \(percent)\u{A0}% des fichiers l’ont\u{A0}; un type, une forme ou une liste",
        en:
          "A key is required where at least \(percent)% of the files have it; a type, a form or a list of values holds"),
      Message(
        fr: "de valeurs valent pour toutes les valeurs si au moins \(percent)\u{A0}% les respectent (--threshold).",
        en: "for all values where at least \(percent)% of them meet it (--threshold)."),
      Message(fr: "Lecteurs comparés\u{A0}: \(names)", en: "Readers that were compared: \(names)"),
    ]
  }

  // MARK: Outliers

  /// Names what does not meet the schema, with its place, on standard error.
  private mutating func listOutliers(_ linter: Linter) {
    var (files, count) = (0, 0)
    read(tellsFailures: false) { command, source, _ in
      let report = linter.lint(source)
      if report.diagnostics.isEmpty { return }
      files += 1
      count += report.diagnostics.count
      let places = PlaceNames(source)
      for diagnostic in report.diagnostics {
        let message = SafeText.make(diagnostic.message[command.console.language])
        command.console.note("\(places.name(of: diagnostic.range.start)): \(message) [\(diagnostic.rule)]")
      }
      command.console.keepUp()
    }
    if request.isQuiet { return }
    console.note(Self.summary(count, files)[console.language])
  }

  private static func summary(_ count: Int, _ files: Int) -> Message {
    if count == 0 { return Message(fr: "aucun écart", en: "no outliers") }
    return Message(
      fr: "\(count) \(count < 2 ? "écart" : "écarts") dans \(files) \(files < 2 ? "fichier" : "fichiers")",
      en: "\(count) \(count == 1 ? "outlier" : "outliers") in \(files) \(files == 1 ? "file" : "files")")
  }
}

extension SourcePath {
  /// Whether the bytes are a text.
  fileprivate var isText: Bool { Array(display.utf8) == bytes }
}
