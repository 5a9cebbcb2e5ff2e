import Files
import SourceText

/// Other programs on the same files, where they are installed.
struct OtherTools {
  /// With every check that it has, as this linter runs all of its own.
  static let ryl = ["ryl", "check", "--enable", "ALL"]

  let command: String
  let benchmarks: CommandBenchmarks

  /// Runs those that are found on the search path; the ratios are to this linter.
  func run(_ folder: SourcePath, frontMatter: SourcePath, bytes: Int, files: Int) throws -> [Measurement] {
    let lint = [command, "--no-config", "--quiet", folder.display]
    var programs = [(name: "posting-lint", words: lint)]
    let frontMatterFiles = "find \"$1\" -name '*.yml' -print0 | xargs -0 "
    let mojibake = """
      import ftfy, pathlib, sys
      for path in pathlib.Path(sys.argv[1]).glob('*.md'): ftfy.fix_text(path.read_bytes().decode('utf-8', 'replace'))
      """
    let others: [(name: String, program: String, words: [String])] = [
      ("rumdl check --no-cache", "rumdl", ["rumdl", "check", "--no-cache", folder.display]),
      ("ryl (front matter)", "ryl", Self.ryl + [frontMatter.display]),
      ("yamllint (front matter)", "yamllint", ["yamllint", "-f", "parsable", frontMatter.display]),
      (
        "check-jsonschema (front matter)", "check-jsonschema",
        ["sh", "-c", frontMatterFiles + "check-jsonschema --schemafile \"$2\"", "sh", frontMatter.display]
          + [frontMatter.appending("schema.json").display]
      ),
      ("ftfy", "python3", ["python3", "-c", mojibake, folder.display]),
    ]
    for tool in others where Self.isInstalled(tool.program, tool.name) { programs.append((tool.name, tool.words)) }
    return try benchmarks.turns(
      "other tools on the same files", programs, bytes: bytes, files: files, repeats: min(benchmarks.repeats, 3))
  }

  /// Whether a program is found on the search path; ftfy is a library of Python's.
  static func isInstalled(_ program: String, _ name: String = "") -> Bool {
    let words = name == "ftfy" ? [program, "-c", "import ftfy"] : [program, "--version"]
    return (try? ChildProcess.run(words))?.status == 0
  }
}
