import Addresses
import Arguments
import DataTree
import Files
import PostingLint
import Readers
import Roles
import SourceText
import TOML
import YAML

/// Shows what the program read of a file or of a text.
enum InspectCommand {
  static func run(_ arguments: ParsedArguments, _ console: inout Console) -> ExitStatus {
    guard let operand = arguments.operands.first else { return .failure }
    switch arguments.word(.as) ?? "tree" {
    case "email":
      console.print(InspectionPrinter.email(operand.bytes, language: console.language) + "\n")
      return .clean
    case "mailto":
      console.print(InspectionPrinter.mailto(operand.bytes, language: console.language) + "\n")
      return .clean
    case "role":
      console.print(RoleReader.bundled().read(operand.bytes).json + "\n")
      return .clean
    case let form where arguments.has(.reader):
      guard let reader = Reader(name: arguments.word(.reader) ?? "") else { return .failure }
      return read(operand, reader, form, isYAML: arguments.has(.yaml), &console)
    case let form:
      let version = arguments.has(.toml) ? TOMLVersion(rawValue: arguments.word(.tomlVersion) ?? "1.1") : nil
      return inspect(operand, form, isYAML: arguments.has(.yaml), toml: version, &console)
    }
  }

  private static func inspect(
    _ path: SourcePath, _ form: String, isYAML: Bool, toml version: TOMLVersion?, _ console: inout Console
  ) -> ExitStatus {
    let source: Source
    do {
      let isStandardInput = path == SourcePath("-")
      let bytes = isStandardInput ? try FileReader.readStandardInput() : try FileReader.read(path)
      source = Source(path: isStandardInput ? SourcePath("<stdin>") : path, bytes: bytes)
    } catch {
      console.complain(error.message)
      return .failure
    }
    if let version {
      let result = TOMLParser.parse(source.bytes, options: TOMLOptions(version: version))
      return show(result.tree, form, result.errors.map { ($0.range, $0.message) }, source, &console)
    }
    if isYAML {
      // A bare file may be in any encoding of Unicode.
      let result = YAMLParser.parseFile(source.bytes)
      return show(result.tree, form, result.errors.map { ($0.range, $0.message) }, source, &console)
    }
    let document = Document(source)
    return show(document.tree, form, document.errors.map { ($0.range, $0.message) }, source, &console)
  }

  /// Shows the front matter as a site's reader sees it; a file of YAML is read whole.
  private static func read(
    _ path: SourcePath, _ reader: Reader, _ form: String, isYAML: Bool, _ console: inout Console
  ) -> ExitStatus {
    let isStandardInput = path == SourcePath("-")
    let source: Source
    do {
      let bytes = isStandardInput ? try FileReader.readStandardInput() : try FileReader.read(path)
      source = Source(path: isStandardInput ? SourcePath("<stdin>") : path, bytes: bytes)
    } catch {
      console.complain(error.message)
      return .failure
    }
    let isBare =
      isYAML || path.bytes.suffix(4).elementsEqual(".yml".utf8) || path.bytes.suffix(5).elementsEqual(".yaml".utf8)
    let reading = Readers.read(source.bytes, as: reader, isBare: isBare)
    if form == "json" {
      if let json = reading.json { console.print(json + "\n") }
    } else {
      // The notation escapes control characters itself, and its tabs stand between fields.
      for line in reading.lines { console.print(line.contains("##[") ? SafeText.make(line) + "\n" : line + "\n") }
    }
    guard let refusal = reading.refusal else { return .clean }
    complain(refusal.range, refusal.message(reader), PlaceNames(source), &console)
    return .findings
  }

  private static func show(
    _ tree: DataTree, _ form: String, _ errors: [(range: ByteRange, message: Message)], _ source: Source,
    _ console: inout Console
  ) -> ExitStatus {
    do throws(AliasError) {
      switch form {
      case "events": console.print(lines: EventPrinter.print(tree))
      case "json": console.print(try JSONPrinter.print(tree))
      case "tagged": console.print(TaggedPrinter.print(tree))
      default: console.print(lines: TreePrinter.print(tree))
      }
    } catch {
      let error = YAMLError(error)
      complain(error.range, error.message, PlaceNames(source), &console)
      return .findings
    }
    let places = PlaceNames(source)
    for error in errors { complain(error.range, error.message, places, &console) }
    return errors.isEmpty ? .clean : .findings
  }

  private static func complain(_ range: ByteRange, _ message: Message, _ places: PlaceNames, _ console: inout Console) {
    console.note("\(places.name(of: range.start)): error: \(SafeText.make(message[console.language]))")
  }
}
