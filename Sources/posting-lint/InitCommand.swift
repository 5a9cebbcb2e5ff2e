import Arguments
import Files
import PostingLint
import SourceText

/// Looks at the repository, writes a configuration that fits it, and shows what pre-commit and CI need.
enum InitCommand {
  static func run(_ arguments: ParsedArguments, _ console: inout Console) -> ExitStatus {
    let path = SourcePath(Configuration.fileName)
    // Two configurations in one folder would be a mistake.
    for name in Configuration.fileNames where FolderListing.exists(SourcePath(name)) {
      console.complain(
        Message(
          fr: "\(name) existe déjà\u{A0}: rien n’a été écrit", en: "\(name) is there already: nothing was written"))
      return .failure
    }
    let survey = RepositorySurvey(of: SourcePath("."))
    let text = StartingPoint(survey).configuration[console.language]
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
      Message(
        fr: "Le fichier \(path.printable) a été créé.", en: "The file \(path.printable) was created.")[console.language]
    )
    if survey.postings.isEmpty {
      console.note(
        Message(
          fr: "Aucun dossier d’offres n’a été trouvé\u{A0}: «\u{A0}overrides\u{A0}» montre comment en nommer un.",
          en: "No folder of postings was found: “overrides” shows how to name one.")[console.language])
    }
    console.print(StartingSnippets(survey).text[console.language])
    return .clean
  }
}
