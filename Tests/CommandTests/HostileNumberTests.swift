import Foundation
import TestSupport
import Testing

/// Numbers, counts and places that no integer holds: each is answered with a status, none ends the program.
@Suite(.serialized) struct HostileNumberTests {
  private static let numbers = [
    "99999999999999999999", "-9223372036854775808", "9223372036854775807", "1e400", "1e-400",
    "1E+9223372036854775807", "-0", "0." + String(repeating: "0", count: 400) + "1",
  ]

  private let folder: CommandFolder

  init() throws {
    folder = try CommandFolder()
    try folder.write("2022-05-30-a.md", Sample.good)
  }

  private func expectStatus(_ result: CommandResult, _ what: String) {
    #expect((0...2).contains(result.status), "\(what)")
  }

  @Test(arguments: [
    "minLength", "maxLength", "minItems", "maxProperties", "minContains", "maxContains", "multipleOf", "minimum",
    "exclusiveMaximum", "const",
  ])
  func inSchemas(_ keyword: String) throws {
    let instances = (Self.numbers + [#""abc""#, "[1, 2]", #"{"a": 1}"#]).joined(separator: ", ")
    try folder.write("instance.json", "[\(instances)]")
    for number in Self.numbers {
      try folder.write("schema.json", #"{"items": {"\#(keyword)": \#(number), "contains": {"type": "number"}}}"#)
      expectStatus(try folder.run("validate", "--schema", "schema.json", "instance.json"), "\(keyword): \(number)")
    }
  }

  @Test(arguments: [
    "a{99999999999999999999}", "a{5,3}", "a{9223372036854775807}", "(a{0,1000}){0,1000}", #"\u{FFFFFFFFFFFF}"#,
    "[z-a]", #"\99999999999999999999"#, "^(a+)+$", "(.*)*(.*)*x", "(?<=a{1,99999})b",
  ])
  func inPatterns(_ pattern: String) throws {
    let text = String(repeating: "a", count: 3000)
    try folder.write("instance.json", #"["\#(text)", "", {"\#(text)": 1}]"#)
    let escaped = pattern.replacingOccurrences(of: "\\", with: "\\\\")
    try folder.write(
      "schema.json", #"{"items": {"pattern": "\#(escaped)", "patternProperties": {"\#(escaped)": true}}}"#)
    expectStatus(try folder.run("validate", "--schema", "schema.json", "instance.json"), pattern)
  }

  @Test(arguments: ["#/items/99999999999999999999", "#/items/-1", "#/%", "#/~2", "file://%00", "//", "..", "?"])
  func inReferences(_ reference: String) throws {
    try folder.write("instance.json", "[1]")
    try folder.write("schema.json", #"{"items": [true], "$ref": "\#(reference)"}"#)
    expectStatus(try folder.run("validate", "--schema", "schema.json", "instance.json"), reference)
  }

  @Test(
    arguments: numbers + [
      "0xFFFFFFFFFFFFFFFFFFFF", "190:99:99:99:99:99:99:99:99:99:99:99", ".nan", "-.inf", "0000-00-00",
      "99999-99999999999999999999-01", "2022-01-01T00:00:00.99999999999999999999999Z",
      "2022-01-01 00:00:00 -99999999999999999999", #""\UFFFFFFFF""#, #""\x""#, "!!int 99999999999999999999",
      "|99999999999999999999\n  x", "&a *a", "!%zz x",
    ])
  func inValues(_ value: String) throws {
    let lines = ["roles", "date", "open", "startup", "contact"].map { "\($0): \(value)\n" }.joined()
    for options in [["--advice", "-"], ["--fix", "--unsafe-fixes", "-"]] {
      let result = try folder.run(options[0], options[1], input: Array("---\n\(lines)---\n".utf8))
      expectStatus(result, value)
    }
    for setting in ["today: ", "rules: {mojibake: ", "exclude: [", "references: {startups: {ids: ["] {
      let end = (setting.hasSuffix("[") ? "]" : "") + (setting.contains("{") ? "}" : "")
      try folder.write("settings.yml", setting + value + end + (setting.hasPrefix("references") ? "}" : "") + "\n")
      expectStatus(try folder.run("--config", "settings.yml", "2022-05-30-a.md"), setting + value)
    }
  }

  @Test(arguments: ["--jobs", "--today", "--severity", "--fail-on", "--baseline", "--select"])
  func inOptions(_ option: String) throws {
    for value in Self.numbers + ["", "=", "-", "2022-13-01", "0000-01-01"] {
      expectStatus(try folder.run("\(option)=\(value)", "2022-05-30-a.md"), "\(option)=\(value)")
    }
  }

  @Test(arguments: ["-1", "99999999999999999999", "9223372036854775807", "+5", "1e3", "", "10000000000"])
  func inTheServersFrames(_ length: String) throws {
    let result = try folder.run("lsp", input: Array("Content-Length: \(length)\r\n\r\n{}".utf8))
    expectStatus(result, length)
  }
}
