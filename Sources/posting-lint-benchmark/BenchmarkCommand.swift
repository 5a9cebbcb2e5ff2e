import Files
import PostingLint
import Schemas
import SourceText

#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// `posting-lint-benchmark`: how fast the linter is, beside an empty program, `cat` and other tools.
@main
enum BenchmarkCommand {
  private static let usage = """
    posting-lint-benchmark [--count N] [--repeat N] [--folder DIR] [--others] [--json]
    posting-lint-benchmark --write-site DIR [--count N] [--damaged]

      --count N       postings of the generated site (1000)
      --repeat N      runs of which the fastest counts (5)
      --folder DIR    a folder of postings to measure beside the generated ones
      --others        also rumdl, ryl, yamllint, check-jsonschema and ftfy, where they are installed
      --only GROUP    start-up, stages, site, fix, editor or folder
      --json          print JSON
      --instructions  also the instructions of runs and stages, where valgrind is installed: of 20 postings, unless
                      --count says otherwise
      --before FILE   ratios to what an earlier build printed with --json
      --write-site    write the generated site and end

    """

  static func main() {
    let words = Array(CommandLine.arguments.dropFirst())
    // The empty program: the same libraries, and nothing done with them.
    if words == ["--empty"] { return }
    guard let request = BenchmarkRequest(words) else {
      fputs(usage)
      exit(2)
    }
    do {
      try run(request)
    } catch {
      fputs("posting-lint-benchmark: \(error)\n")
      exit(2)
    }
  }

  private static func run(_ request: BenchmarkRequest) throws {
    if let site = request.writeSite {
      _ = try GeneratedSite(count: request.count, kind: request.isDamaged ? .damaged : .realistic)
        .write(to: SourcePath(site))
      return
    }
    let root = try Folders.temporary()
    defer { Folders.remove(root) }
    if let stage = request.stage {
      let paths = try GeneratedSite(count: request.count, kind: .realistic).write(to: root)
      try StageBenchmarks(paths: paths, repeats: request.repeats).run(stage, passes: request.passes)
      return
    }
    var results = try measure(request, root)
    if let before = request.before {
      let earlier = try EarlierBuild(SourcePath(before))
      results = results.map { earlier.compared($0) }
    }
    let peak = OwnUsage.peakMemory
    print(
      request.isJSON ? ResultTable.json(results, ownPeak: peak) : ResultTable.text(results, ownPeak: peak),
      terminator: "")
  }

  private static func measure(_ request: BenchmarkRequest, _ root: SourcePath) throws -> [Measurement] {
    let own = (try? SourcePath("/proc/self/exe").resolved()) ?? SourcePath(CommandLine.arguments[0])
    let command = own.folder.appending("posting-lint")
    guard FolderListing.exists(command) else {
      throw SystemFailure(action: "\(command.display): build it first (swift build -c release)", code: ENOENT)
    }
    let programs = CommandBenchmarks(
      command: command.display, benchmark: own.display, repeats: request.repeats,
      instructions: request.countsInstructions ? root : nil)
    let home = root.appending("site")
    let paths = try GeneratedSite(count: request.count, kind: .realistic).write(to: home)
    let folder = home.appending(GeneratedSite.folder)
    let bytes = try total(paths)
    var results: [Measurement] = []
    if request.wants("start-up"), let first = paths.first {
      let scratch = root.appending("first")
      try writeFrontMatter(of: [first], to: scratch)
      let comparesToYAML = request.others && OtherTools.isInstalled("ryl")
      results += try programs.startUp(
        first, frontMatter: comparesToYAML ? scratch.appending("0.yml") : nil, scratch)
    }
    if request.wants("site") {
      results += try programs.folder("generated site of \(paths.count)", folder, bytes: bytes, files: paths.count)
    }
    if request.wants("fix") {
      let site = GeneratedSite(count: min(request.count, 1000), kind: .damaged)
      results += try programs.fix(site, root.appending("damaged"))
    }
    if request.wants("folder"), let given = request.folder {
      let given = SourcePath(given)
      let found = FileFinder().find([given]).files.map(\.path)
      results += try programs.folder("\(found.count) postings", given, bytes: try total(found), files: found.count)
    }
    if request.others {
      let blocks = root.appending("front-matter")
      try writeFrontMatter(of: paths, to: blocks)
      results += try OtherTools(command: command.display, benchmarks: programs)
        .run(folder, frontMatter: blocks, bytes: bytes, files: paths.count)
    }
    if request.wants("editor") { results += EditorBenchmarks().run() }
    // Last: a program that is started counts the memory of the one that starts it as its own.
    if request.wants("stages") {
      var stages = try StageBenchmarks(paths: paths, repeats: request.repeats).run()
      if request.countsInstructions {
        for index in stages.indices {
          stages[index].instructions = InstructionCount.stage(
            stages[index].name, own.display, count: request.count, in: root)
        }
      }
      results += stages
    }
    return results
  }

  private static func total(_ paths: [SourcePath]) throws(FileError) -> Int {
    var sum = 0
    for path in paths { sum += try FileReader.read(path).count }
    return sum
  }

  /// Writes the front matter of every posting to a file of its own, with the schema, for tools that read only YAML.
  private static func writeFrontMatter(of paths: [SourcePath], to folder: SourcePath) throws {
    try Folders.make(folder)
    for (index, path) in paths.enumerated() {
      let bytes = try FileReader.read(path)
      var file = try OutputWriter.file(folder.appending("\(index).yml"))
      file.write(Array(bytes[FrontMatter(bytes).content.indices]))
      try file.finish()
    }
    var schema = try OutputWriter.file(folder.appending("schema.json"))
    schema.write(BundledSchemas.posting.description)
    try schema.finish()
  }

  private static func fputs(_ text: String) {
    var output = OutputWriter.standardError()
    output.write(text)
    try? output.finish()
  }
}
