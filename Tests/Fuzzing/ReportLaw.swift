import DataTree
import PostingLint
import SourceText

/// What every output format promises, whatever stands in the file and in its name.
enum ReportLaw {
  private static let ownPath = SourcePath("content/_jobs/2022-05-30-exemple.md")
  private static let posting = Array("---\nroles: dÃ©v\nexternalUrl: a\nopen: oui\n---\n[a](b c)\n".utf8)

  /// Any bytes as a file.
  static func check(_ bytes: [UInt8]) throws(BrokenLaw) {
    try check(Source(path: ownPath, bytes: bytes))
  }

  /// Any bytes as a file's name.
  static func checkName(_ bytes: [UInt8]) throws(BrokenLaw) {
    // A file's name holds no NUL.
    let source = Source(path: SourcePath(bytes: bytes.filter { $0 != 0 }), bytes: posting)
    if let linter = LinterLaw.everything { try LinterLaw.check(linter.lint(source)) }
    try check(source)
  }

  private static func check(_ source: Source) throws(BrokenLaw) {
    guard let linter = LinterLaw.everything else { throw BrokenLaw(description: "no linter can be made") }
    let report = linter.lint(source)
    // Which language does not matter to the form, and SARIF lists all rules, which takes long.
    let sum = source.bytes.reduce(source.path.bytes.count) { $0 &+ Int($1) }
    let language = sum % 2 == 0 ? Language.fr : .en
    for format in ReportFormat.allCases where format != .sarif || sum % 16 == 0 {
      let text = output(report, format, ReportOptions(languages: [language]))
      do {
        try check(text, format)
      } catch {
        throw BrokenLaw(description: "\(format): \(error)")
      }
    }
    var colorful = ReportOptions(languages: [.fr, .en])
    colorful.usesColor = true
    try checkLines(withoutColors(output(report, .human, colorful)))
    try checkBaseline(report)
  }

  private static func output(_ report: FileReport, _ format: ReportFormat, _ options: ReportOptions) -> [UInt8] {
    var options = options
    options.showsAdvice = true
    var reporter = format.reporter(options)
    var summary = Summary()
    summary.add(report)
    var output: [UInt8] = []
    reporter.begin(&output)
    reporter.add(report, &output)
    reporter.end(summary, &output)
    return output
  }

  private static func check(_ text: [UInt8], _ format: ReportFormat) throws(BrokenLaw) {
    guard let string = String(validating: text, as: UTF8.self) else {
      throw BrokenLaw(description: "the output is no UTF-8")
    }
    switch format {
    case .json, .sarif, .gitlab, .rdjson: try checkJSON(string)
    case .jsonl:
      for line in text.split(separator: 0x0A) { try checkJSON(String(decoding: line, as: UTF8.self)) }
    case .junit, .checkstyle: try XMLLaw.check(text)
    case .human, .github, .html, .markdown: try checkLines(text)
    }
    try require(
      text.allSatisfy { ($0 >= 0x20 && $0 != 0x7F) || $0 == 0x0A }, "a control character is printed")
    try require(!contains(text, "##["), "a workflow command could be read")
    for line in text.split(separator: 0x0A) where line.starts(with: "::".utf8) {
      try require(
        format == .github && ["::error ", "::warning ", "::notice "].contains { line.starts(with: $0.utf8) },
        "a line begins with ::")
    }
  }

  /// What is shown to people holds nothing that could steer a terminal.
  private static func checkLines(_ text: [UInt8]) throws(BrokenLaw) {
    for scalar in String(decoding: text, as: UTF8.self).unicodeScalars {
      switch scalar.value {
      case 0x0A: continue
      case 0..<0x20, 0x7F..<0xA0, 0x2028, 0x2029, 0x202A...0x202E, 0x2066...0x2069:
        throw BrokenLaw(description: "U+\(String(scalar.value, radix: 16)) is printed")
      default: continue
      }
    }
  }

  /// The text without `ESC [ numbers m`.
  private static func withoutColors(_ text: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    var index = 0
    while index < text.count {
      var end = index + 2
      if text[index] == 0x1B, index + 1 < text.count, text[index + 1] == UInt8(ascii: "[") {
        while end < text.count, (0x30...0x3B).contains(text[end]) { end += 1 }
        if end < text.count, text[end] == UInt8(ascii: "m") {
          index = end + 1
          continue
        }
      }
      result.append(text[index])
      index += 1
    }
    return result
  }

  private static func contains(_ text: [UInt8], _ word: String) -> Bool {
    let word = Array(word.utf8)
    return text.indices.contains { text[$0] == word[0] && text[$0...].starts(with: word) }
  }

  /// What is accepted is not reported again, and the file of what is accepted can be read.
  private static func checkBaseline(_ report: FileReport) throws(BrokenLaw) {
    var baseline = Baseline(paths: ReportPaths())
    _ = baseline.filtered(report)
    baseline.accept { _ in true }
    guard var read = try? Baseline(Source(path: SourcePath("a.json"), bytes: baseline.text), paths: ReportPaths())
    else { throw BrokenLaw(description: "a baseline cannot be read again") }
    try require(read.filtered(report).diagnostics.isEmpty, "what was accepted is reported again")
    try require(read.text == baseline.text, "a baseline is written otherwise once it is read")
  }
}

/// What holds for XML that is well-formed (XML 1.0), as far as the formats use it.
enum XMLLaw {
  static func check(_ text: [UInt8]) throws(BrokenLaw) {
    var open: [[UInt8]] = []
    var index = 0
    while index < text.count {
      guard text[index] == UInt8(ascii: "<") else {
        let end = text[index...].firstIndex(of: UInt8(ascii: "<")) ?? text.count
        try checkText(text[index..<end])
        index = end
        continue
      }
      let end = try tagEnd(text, index)
      let tag = text[(index + 1)..<end]
      if tag.first == UInt8(ascii: "/") {
        try require(open.popLast() == Array(tag.dropFirst()), "a tag that is not open is closed")
      } else if tag.first != UInt8(ascii: "?"), tag.last != UInt8(ascii: "/") {
        open.append(Array(tag.prefix { $0 != 0x20 && $0 != 0x0A }))
      }
      index = end + 1
    }
    try require(open.isEmpty, "a tag is never closed")
  }

  /// The offset of the `>` of the tag at `start`; values stand in double quotes.
  private static func tagEnd(_ text: [UInt8], _ start: Int) throws(BrokenLaw) -> Int {
    var index = start + 1
    var value = -1
    while index < text.count {
      let byte = text[index]
      if value >= 0 {
        if byte == UInt8(ascii: "\"") {
          try checkText(text[value..<index])
          value = -1
        }
        try require(byte != UInt8(ascii: "<"), "a < in a value")
      } else if byte == UInt8(ascii: "\"") {
        value = index + 1
      } else if byte == UInt8(ascii: ">") {
        return index
      }
      index += 1
    }
    throw BrokenLaw(description: "a tag without an end")
  }

  private static func checkText(_ text: ArraySlice<UInt8>) throws(BrokenLaw) {
    var rest = text
    while let ampersand = rest.firstIndex(of: UInt8(ascii: "&")) {
      let after = rest[(ampersand + 1)...]
      try require(
        ["amp;", "lt;", "gt;", "quot;", "apos;", "#"].contains { after.starts(with: $0.utf8) }, "an & alone")
      rest = after
    }
    for scalar in String(decoding: text, as: UTF8.self).unicodeScalars {
      let value = scalar.value
      try require(
        value >= 0x20 && value & 0xFFFE != 0xFFFE || value == 0x09 || value == 0x0A || value == 0x0D,
        "U+\(String(value, radix: 16)) is no character of XML")
    }
  }
}
