import DataTree
import Files
import JSON
import Markdown
import Mojibake
import PostingLint
import Roles
import SourceText
import TOML
import YAML

/// Each stage of the linter alone, in this process, on the postings of the generated site.
struct StageBenchmarks {
  private let sources: [Source]
  private let paths: [SourcePath]
  private let damaged: [Source]
  private let repeats: Int

  /// Takes the files that were written at `paths`, and as many damaged postings.
  init(paths: [SourcePath], repeats: Int) throws(FileError) {
    self.paths = paths
    self.repeats = repeats
    var read: [Source] = []
    for path in paths { read.append(Source(path: path, bytes: try FileReader.read(path))) }
    sources = read
    let site = GeneratedSite(count: paths.count, kind: .damaged)
    damaged = (0..<paths.count).map { Source(path: paths[$0], bytes: site.bytes($0)) }
  }

  /// What is run of the stages.
  private enum Mode {
    /// Each of them, for its time.
    case all
    /// One of them, so often.
    case one(String, passes: Int)
  }

  private var mode = Mode.all

  /// Runs one stage so often, for those who count what it takes.
  func run(_ name: String, passes: Int) {
    var copy = self
    copy.mode = .one(name, passes: passes)
    _ = copy.run()
  }

  /// Runs all of them.
  func run() -> [Measurement] {
    var options = LintOptions(today: CalendarDate.latest)
    options.roles = RoleReader.bundled()
    let schema = DocumentSchema.posting(options: options)
    let contexts = sources.map { schema.context(of: Document($0)) }
    return preparation(options) + readers(contexts) + syntaxes() + [
      stage("schema", contexts.map(\.document)) { document in
        var findings = Findings(settings: RuleSettings())
        schema.report(schema.context(of: document), &findings)
        return findings.diagnostics.count
      }
    ] + rules(contexts) + whole(options, schema)
  }

  private func preparation(_ options: LintOptions) -> [Measurement] {
    [
      once("prepare: rules") { RuleSettings().severity(of: "mojibake") == nil ? 1 : 0 },
      once("prepare: roles") { RoleReader.bundled().read([]).roles.count },
      once("prepare: posting schema") { DocumentSchema.posting(options: options).document.nodes.count },
    ]
  }

  private func readers(_ contexts: [RuleContext]) -> [Measurement] {
    [
      stage("read files", paths) { (try? FileReader.read($0))?.count ?? 0 },
      stage("split", sources) { FrontMatter($0.bytes).content.end },
      stage("encoding scan", sources) { EncodingScan($0.bytes).lfCount },
      stage("YAML", contexts) { context in
        YAMLParser.parse(context.bytes, in: context.document.frontMatter.content, options: .frontMatter).tree.nodes
          .count
      },
      stage("Markdown scan", contexts) { context in
        MarkdownScan.scan(context.bytes, in: context.document.frontMatter.body).regions.count
      },
      stage("mojibake, as it comes", sources) { MojibakeScan.findings(in: $0.bytes).count },
      stage("mojibake, all damaged", damaged, bytes: damaged) { MojibakeScan.findings(in: $0.bytes).count },
    ]
      + SampleScripts.all.map { sample in
        let source = Source(path: SourcePath("clean"), bytes: sample.bytes)
        return stage("mojibake, clean: " + sample.name, [source], bytes: [source]) {
          MojibakeScan.findings(in: $0.bytes).count
        }
      }
  }

  private func syntaxes() -> [Measurement] {
    [
      syntax(.yaml) { YAMLParser.parse($0).tree.nodes.count },
      syntax(.toml) { TOMLParser.parse($0).tree.nodes.count },
      syntax(.json) { (try? JSONParser.parse($0))?.nodes.count ?? 0 },
    ]
  }

  private func syntax(_ sample: SampleData, _ read: ([UInt8]) -> Int) -> Measurement {
    let source = Source(path: SourcePath(sample.name), bytes: sample.bytes)
    return stage("data: " + sample.name, [source], bytes: [source]) { read($0.bytes) }
  }

  private func rules(_ contexts: [RuleContext]) -> [Measurement] {
    let settings = RuleSettings(only: RuleRegistry.all.map { $0.info.id })
    return RuleRegistry.all.map { rule in
      stage("rule: " + rule.info.id, contexts) { context in
        var findings = Findings(settings: settings)
        rule.check(context, &findings)
        return findings.diagnostics.count
      }
    }
  }

  private func whole(_ options: LintOptions, _ schema: DocumentSchema) -> [Measurement] {
    let linter = Linter(settings: RuleSettings(), options: options, schema: schema)
    let fixer = Fixer(linter, threshold: .safe)
    let reports = sources.map { linter.lint($0) }
    var result = [
      stage("lint", sources) { linter.lint($0).diagnostics.count },
      stage("lint, all damaged", damaged, bytes: damaged) { linter.lint($0).diagnostics.count },
      stage("fix, all damaged", damaged, bytes: damaged) { fixer.fix($0).applied },
    ]
    for format in ReportFormat.allCases {
      result.append(
        stage("report: " + format.rawValue, [reports]) { reports in
          var reporter = format.reporter(ReportOptions())
          var summary = Summary()
          var text: [UInt8] = []
          reporter.begin(&text)
          for report in reports {
            reporter.add(report, &text)
            summary.add(report)
          }
          reporter.end(summary, &text)
          return text.count
        })
    }
    return result
  }

  // MARK: Measuring

  private func measure(_ name: String, repeats: Int, _ work: () -> Void) -> (least: Double, middle: Double) {
    switch mode {
    case .all: return Stopwatch.measure(repeats: repeats, work)
    case .one(name, let passes):
      for _ in 0..<passes { work() }
      return (0, 0)
    case .one: return (0, 0)
    }
  }

  private func once(_ name: String, _ work: () -> Int) -> Measurement {
    var sink = 0
    let time = measure(name, repeats: max(repeats, 9)) { sink &+= work() }
    precondition(sink != .min)
    return Measurement(group: "in process", name: name, seconds: time.least)
  }

  /// One pass of a stage over many items; `bytes` are the files that count for the throughput.
  private func stage<Item>(
    _ name: String, _ items: [Item], bytes: [Source]? = nil, _ work: (Item) -> Int
  ) -> Measurement {
    var sink = 0
    let time = measure(name, repeats: repeats) {
      for item in items { sink &+= work(item) }
    }
    // The results are used, or the optimiser would drop the work.
    precondition(sink != .min)
    return Measurement(
      group: "in process", name: name, seconds: time.least,
      bytes: (bytes ?? sources).reduce(0) { $0 + $1.bytes.count }, files: sources.count)
  }
}
