import Files
import SourceText

/// The built command beside this program, from its start to its end.
struct CommandBenchmarks {
  let command: String
  let benchmark: String
  let repeats: Int
  /// Where instructions are counted; `nil` where they are not.
  let instructions: SourcePath?

  /// Programs that are measured in turns, so that a busy machine disturbs all of them alike; the first one is what
  /// the others are compared to.
  func turns(
    _ group: String, _ programs: [(name: String, words: [String])], bytes: Int? = nil, files: Int? = nil,
    repeats: Int, before: (Int) throws -> Void = { _ in }
  ) throws -> [Measurement] {
    var best: [ChildProcess?] = programs.map { _ in nil }
    for _ in 0..<max(1, repeats) {
      for (index, program) in programs.enumerated() {
        try before(index)
        let run = try ChildProcess.run(program.words)
        if let known = best[index], known.wall <= run.wall { continue }
        best[index] = run
      }
    }
    var results = zip(programs, best).compactMap { program, run in
      run.map { run in
        Measurement(
          group: group, name: program.name, seconds: run.wall, bytes: bytes, files: files,
          peakMemory: run.peakMemory)
      }
    }
    if let instructions {
      for (index, program) in programs.enumerated() where results.count == programs.count {
        // Those of the shell are not those of the programs that it starts.
        guard program.words.first == command || program.words.first == benchmark else { continue }
        try before(index)
        results[index].instructions = InstructionCount.run(program.words, in: instructions)
      }
    }
    return results.map { $0.name == results.first?.name ? $0 : $0.compared(to: results.first) }
  }

  /// One posting, from start to exit; `frontMatter` is the same posting's for tools that read only YAML.
  func startUp(_ posting: SourcePath, frontMatter: SourcePath?, _ scratch: SourcePath) throws -> [Measurement] {
    var programs = [
      ("empty program", [benchmark, "--empty"]),
      ("posting-lint --version", [command, "--version"]),
      ("posting-lint POSTING", [command, "--no-config", posting.display]),
      ("posting-lint --format json POSTING", [command, "--no-config", "--format", "json", posting.display]),
    ]
    if let frontMatter { programs.append(("ryl (its front matter)", OtherTools.ryl + [frontMatter.display])) }
    var results = try turns("start-up", programs, repeats: max(repeats * 10, 30))
    for index in results.indices where index < 4 {
      results[index].allocations = AllocationCount.run(programs[index].1, in: scratch)
    }
    return results
  }

  /// A folder of postings, beside `cat` of the same files.
  func folder(_ group: String, _ folder: SourcePath, bytes: Int, files: Int) throws -> [Measurement] {
    let cat = "find \"$1\" -name '*.md' -print0 | xargs -0 cat"
    let lint = [command, "--no-config", "--quiet"]
    return try turns(
      group,
      [
        ("cat", ["sh", "-c", cat, "sh", folder.display]),
        ("posting-lint", lint + [folder.display]),
        ("posting-lint --jobs 1", lint + ["--jobs", "1", folder.display]),
        ("posting-lint --jobs 2", lint + ["--jobs", "2", folder.display]),
        ("posting-lint --format json", lint + ["--format", "json", folder.display]),
        ("posting-lint --format sarif", lint + ["--format", "sarif", folder.display]),
      ], bytes: bytes, files: files, repeats: repeats)
  }

  /// A site of which every posting is damaged: linted, and fixed on the disk.
  func fix(_ site: GeneratedSite, _ root: SourcePath) throws -> [Measurement] {
    let folder = root.appending(GeneratedSite.folder).display
    let bytes = (0..<site.count).reduce(0) { $0 + site.bytes($1).count }
    return try turns(
      "damaged site",
      [
        ("lint", [command, "--no-config", "--quiet", folder]),
        ("--diff", [command, "--no-config", "--quiet", "--diff", folder]),
        ("--fix", [command, "--no-config", "--quiet", "--fix", folder]),
      ], bytes: bytes, files: site.count, repeats: min(repeats, 3)
    ) { index in
      // The fix of the round before left nothing to do.
      if index == 0 { _ = try site.write(to: root) }
    }
  }
}
