import Addresses
import Arguments
import DataTree
import Files
import PostingLint
import Roles
import SourceText
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
    case let form: return inspect(operand, form, isYAML: arguments.has(.yaml), &console)
    }
  }

  private static func inspect(
    _ path: SourcePath, _ form: String, isYAML: Bool, _ console: inout Console
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
    let result: YAMLResult
    if isYAML {
      // A bare file may be in any encoding of Unicode.
      result = YAMLParser.parseFile(source.bytes)
    } else {
      let block = FrontMatter(source.bytes)
      result = YAMLParser.parse(source.bytes, in: block.content, options: .frontMatter)
    }
    do throws(AliasError) {
      switch form {
      case "events": console.print(lines: EventPrinter.print(result.tree))
      case "json": console.print(try JSONPrinter.print(result.tree))
      default: console.print(lines: TreePrinter.print(result.tree))
      }
    } catch {
      complain(YAMLError(error), source, &console)
      return .findings
    }
    for error in result.errors { complain(error, source, &console) }
    return result.errors.isEmpty ? .clean : .findings
  }

  private static func complain(_ error: YAMLError, _ source: Source, _ console: inout Console) {
    let position = LineIndex(source.bytes).position(at: error.range.start, in: source.bytes, unit: .codePoints)
    let place = "\(source.path.printable):\(position.line + 1):\(position.column + 1)"
    console.note("\(place): error: \(SafeText.make(error.message[console.language]))")
  }
}
