import Arguments
import Files
import PostingLint
import SourceText

/// Validates JSON, YAML and Markdown files against any schema.
enum ValidateCommand {
  static func run(_ request: LintRequest, _ workspace: Workspace, _ console: consuming Console) -> ExitStatus {
    var (workspace, console) = (workspace, console)
    var summary = Summary()
    var status = ExitStatus.clean
    do {
      // A schema that cannot be used is told of before any file is.
      if request.overrides.validation?.schema != nil, let path = request.paths.first {
        _ = try workspace.settings(for: path)
      }
      var outputs = try request.open(console.language)
      for index in outputs.indices { outputs[index].begin(&console, toStandardError: false) }
      for path in request.paths where !console.isClosed {
        do {
          if let identity = FileIdentity(path), let index = outputs.firstIndex(where: { $0.identity == identity }) {
            outputs[index].giveUp()
            throw FileError.isReport(path)
          }
          let source = try source(path)
          let report = try workspace.settings(for: source.path).validate(source)
          summary.add(report)
          let shown = report.limited(to: request.maxFindings)
          summary.leftOut += shown.leftOut
          for index in outputs.indices { outputs[index].add(shown, &console) }
        } catch let error as FileError {
          console.complain(error.message)
          summary.fail(error.path, error.message)
          status = .failure
        } catch let error as ConfigurationError {
          console.note(error)
          summary.fail(path, error.message)
          status = .failure
        }
      }
      if !outputs.end(&summary, &console) { status = .failure }
      if !request.isQuiet {
        let files = Message(fr: "fichier", en: "file")
        console.note(SummaryText.line(summary, of: files, fixed: 0, language: console.language))
      }
    } catch let error as ConfigurationError {
      request.refuse(error, &console)
      status = .failure
    } catch let error as FileError {
      request.refuse(error, &console)
      status = .failure
    } catch {
      status = .failure
    }
    if status == .clean, summary.count(atLeast: .info) > 0 { status = .findings }
    return console.finish(status)
  }

  private static func source(_ path: SourcePath) throws(FileError) -> Source {
    guard path == SourcePath("-") else { return Source(path: path, bytes: try FileReader.read(path)) }
    return Source(path: SourcePath("<stdin>"), bytes: try FileReader.readStandardInput())
  }
}
