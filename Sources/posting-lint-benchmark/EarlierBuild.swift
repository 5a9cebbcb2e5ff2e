import DataTree
import Files
import PostingLint
import SourceText

/// What an earlier build printed with `--json`, for ratios to it.
struct EarlierBuild {
  /// The instructions and the milliseconds of each measurement, by its group and name.
  private var known: [String: (instructions: Double?, milliseconds: Double?)] = [:]

  /// Reads the file; what is no result of this program gives no ratios.
  init(_ path: SourcePath) throws(FileError) {
    let document = Document(Source(path: path, bytes: try FileReader.read(path)), as: .data(.json))
    guard let list = document.value("measurements") else { return }
    let tree = document.tree
    for item in tree.children(of: list) {
      func text(_ key: String) -> String? { tree.value(of: key, in: item).map { tree.text(of: $0) } }
      guard let group = text("group"), let name = text("name") else { continue }
      known[group + "/" + name] = (text("instructions").flatMap(Double.init), text("milliseconds").flatMap(Double.init))
    }
  }

  /// The same measurement with its ratio to the earlier one: of instructions where both have them, else of time.
  func compared(_ item: Measurement) -> Measurement {
    guard let old = known[item.group + "/" + item.name] else { return item }
    var result = item
    if let new = item.instructions, let old = old.instructions, old > 0 {
      result.change = Double(new) / old
    } else if item.instructions == nil, let old = old.milliseconds, old > 0 {
      result.change = item.seconds * 1000 / old
    }
    return result
  }
}
