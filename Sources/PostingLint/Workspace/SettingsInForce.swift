import Readers
import SourceText

/// What the configuration says of one file.
struct SettingsInForce {
  let configuration: Configuration
  /// The places in the configuration's list of the overrides that fit the file.
  let overrides: [Int]
  let hasFileName: Bool

  /// What the folder of the file is.
  let folderKind: FolderKind
  /// The readers that the files of the repository tell.
  let foundReaders: ReadersInForce

  /// The readers in force: those that the configuration names, else those that were found.
  var readers: ReadersInForce {
    let named =
      overrides.last { configuration.overrides[$0].readers != nil }
      .flatMap { configuration.overrides[$0].readers } ?? configuration.readers
    return named.map { ReadersInForce($0, .named) } ?? foundReaders
  }

  /// The schema that is named for the file, if one is.
  var schemaName: String? {
    overrides.last { configuration.overrides[$0].schema != nil }.flatMap { configuration.overrides[$0].schema }
      ?? configuration.schema
  }

  /// Whether the file lies in a folder of postings.
  var liesAmongPostings: Bool { if case .postings = folderKind { true } else { false } }

  /// Equal for files that one linter does for; `root` is the folder that the lists of ids were found in.
  func key(_ root: SourcePath?) -> [UInt8] {
    var key = (configuration.path?.bytes ?? []) + [0] + Array((schemaName ?? "").utf8) + [0] + (root?.bytes ?? [])
    key += [hasFileName ? 0 : 1, schemaName == nil ? 0 : 1]
    switch folderKind {
    case .any: key.append(0)
    case .postings: key.append(1)
    case .ids: key.append(2)
    }
    for number in overrides { key += Array("\(number),".utf8) }
    for reader in foundReaders.readers where foundReaders.areKnown { key += Array("\(reader.rawValue);".utf8) }
    return key
  }

  /// The places of those of the overrides that hold only where the front matter says something.
  var conditional: [Int] { overrides.filter { configuration.overrides[$0].condition != nil } }

  /// What rules are set to, where those of the conditional overrides hold that `met` says it of.
  func rules(_ met: [Bool] = []) -> [(id: String, severity: Severity?)] {
    var answers = met.makeIterator()
    return configuration.rules
      + overrides.flatMap { number in
        let override = configuration.overrides[number]
        return override.condition == nil || answers.next() ?? false ? override.rules : []
      }
  }
}
