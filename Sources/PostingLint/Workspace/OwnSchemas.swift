import Files
import SourceText
import Synchronization

/// The linters for files that name their own schema: each schema is compiled once a folder, whichever thread asks first.
final class OwnSchemas: Sendable {
  /// A class, because what a lock holds by value costs a start its whole layout.
  private final class State {
    var workspace: Workspace
    var linters = NameMap<Made>()

    init(_ workspace: Workspace) {
      self.workspace = workspace
    }
  }

  /// What became of a schema. No `Result`: where a list of those is first made, all types of the program are looked
  /// through for one that is an error.
  private enum Made {
    case linter(Linter)
    case unusable(ConfigurationError)

    init(_ result: Result<Linter, ConfigurationError>) {
      switch result {
      case .success(let linter): self = .linter(linter)
      case .failure(let error): self = .unusable(error)
      }
    }

    var result: Result<Linter, ConfigurationError> {
      switch self {
      case .linter(let linter): .success(linter)
      case .unusable(let error): .failure(error)
      }
    }
  }

  private let state: Mutex<State>
  private let holding: SettingsInForce
  /// Lints files whose own schema cannot be used.
  private let plain: Linter

  /// Reads schemas with `workspace`; all else is as for the files that `plain` lints.
  init(_ workspace: Workspace, _ holding: SettingsInForce, _ plain: Linter) {
    state = Mutex(State(workspace))
    self.holding = holding
    self.plain = plain
  }

  /// The files that the schemas rest on.
  var foundation: [SourcePath] { state.withLock { $0.workspace.foundation } }

  /// The linter for a file at a path that names a schema; `nil` where only an editor can know the schema.
  func linter(_ name: String, _ path: SourcePath) -> Result<Linter, ConfigurationError>? {
    guard let location = OwnSchema.location(of: name, in: path) else { return nil }
    let place: SourcePath? = if case .file(let file) = location { file } else { nil }
    let folder = path.folder
    let key = (place?.bytes ?? []) + [0] + folder.bytes
    return state.withLock { state in
      if let known = state.linters[key] { return known.result }
      let made = state.workspace.linter(holding, naming: name, place, in: folder)
      state.linters.set(key, to: Made(made))
      return made
    }
  }

  /// The linter for a file that was read; `nil` where it names no schema that could be known.
  func linter(for document: Document) -> Linter? {
    guard let own = document.ownSchema, let result = linter(own.name, document.source.path) else { return nil }
    switch result {
    case .success(let linter): return linter
    case .failure(let error):
      var options = plain.options
      options.schemaProblem = Self.message(own, error)
      return Linter(settings: plain.settings, options: options, schema: nil, conditions: plain.conditions)
    }
  }

  /// What to tell people of a schema that cannot be used.
  private static func message(_ own: OwnSchema, _ error: ConfigurationError) -> Message {
    let shown = Quoted.text(own.name)
    let (fr, en) = (error.lines(in: .fr).first ?? "", error.lines(in: .en).first ?? "")
    return Message(
      fr:
        "le fichier \(fr: shown) ne peut pas servir (\(fr))\u{A0}: corrigez son chemin, compté depuis le dossier de ce fichier",
      en:
        "the file \(en: shown) cannot be used (\(en)): correct its path, which starts from the folder of this file")
  }
}
