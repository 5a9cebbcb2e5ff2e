import Arguments
import Files
import PostingLint
import SourceText

/// Validates JSON, YAML and Markdown files against any schema.
enum ValidateCommand {
  static func run(_ arguments: ParsedArguments, _ console: consuming Console) -> ExitStatus {
    var console = console
    var summary = Summary()
    var status = ExitStatus.clean
    do {
      var validator = try validator(arguments)
      var outputs = try LintRequest.outputs(arguments, console.language)
      for index in outputs.indices { outputs[index].begin(&console, toStandardError: false) }
      for path in arguments.operands where !console.isClosed {
        do {
          let report = try validator.report(on: try source(path))
          summary.add(report)
          for index in outputs.indices { outputs[index].add(report, &console) }
        } catch let error as FileError {
          console.complain(error.message)
          status = .failure
        }
      }
      for index in outputs.indices {
        if let error = outputs[index].end(summary, &console) { throw error }
      }
      if !arguments.has(.quiet) {
        let files = Message(fr: "fichier", en: "file")
        console.note(SummaryText.line(summary, of: files, fixed: 0, language: console.language))
      }
    } catch let error as ConfigurationError {
      for line in error.lines(in: console.language) { console.note(line) }
      status = .failure
    } catch let error as FileError {
      console.complain(error.message)
      status = .failure
    } catch {
      status = .failure
    }
    if status == .clean, summary.count(atLeast: .info) > 0 { status = .findings }
    return console.finish(status)
  }

  private static func validator(_ arguments: ParsedArguments) throws(ConfigurationError) -> InstanceValidator {
    var locations = SchemaLocations()
    locations.files = arguments.pairs(.map).map { ($0.name, $0.value) }
    if let folder = arguments.path(.schemaDir), let base = arguments.text(.baseURI) {
      locations.folder = (base, folder)
    }
    return try InstanceValidator(
      schema: arguments.path(.schema) ?? SourcePath(""), locations: locations, today: SystemDay.today,
      assertsFormat: arguments.has(.assertFormat))
  }

  private static func source(_ path: SourcePath) throws(FileError) -> Source {
    guard path == SourcePath("-") else { return Source(path: path, bytes: try FileReader.read(path)) }
    return Source(path: SourcePath("<stdin>"), bytes: try FileReader.readStandardInput())
  }
}
