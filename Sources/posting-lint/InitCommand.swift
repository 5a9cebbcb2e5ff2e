import Arguments
import Files
import PostingLint
import SourceText

/// Writes a configuration to start with, and shows what pre-commit and CI need.
enum InitCommand {
  static func run(_ arguments: ParsedArguments, _ console: inout Console) -> ExitStatus {
    let path = SourcePath(Configuration.fileName)
    let text = StartingPoint.configuration[console.language]
    do throws(FileError) {
      guard try NewFile.create(path, Array(text.utf8)) else {
        console.complain(
          Message(
            fr: "\(path.printable) existe déjà\u{A0}: rien n’a été écrit",
            en: "\(path.printable) is there already: nothing was written"))
        return .failure
      }
    } catch {
      console.complain(error.message)
      return .failure
    }
    console.note(
      Message(fr: "\(path.printable) est écrit.", en: "\(path.printable) is written.")[console.language])
    console.print(StartingPoint.snippets[console.language])
    return .clean
  }
}
