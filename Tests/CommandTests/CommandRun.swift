import Foundation
import TestSupport

/// What a run of the command gave.
struct CommandResult {
  let status: Int32
  let output: [UInt8]
  let errors: String

  var text: String { String(decoding: output, as: UTF8.self) }
}

/// A temporary folder in which the command is run.
typealias CommandFolder = TemporaryFolder

extension TemporaryFolder {
  /// Runs the command in this folder, in English, on 1 July 2022.
  func run(
    _ arguments: String..., input: [UInt8]? = nil, environment: [String: String] = [:]
  ) throws -> CommandResult {
    try run(Self.binary, arguments, input: input, environment: environment)
  }

  /// Runs the command with a list of arguments.
  func run(
    arguments: [String], input: [UInt8]? = nil, environment: [String: String] = [:]
  ) throws -> CommandResult {
    try run(Self.binary, arguments, input: input, environment: environment)
  }

  /// Runs a script of the shell in this folder; the command is `$0` in it.
  func shell(_ script: String, environment: [String: String] = [:]) throws -> CommandResult {
    try run(URL(fileURLWithPath: "/bin/sh"), ["-c", script, Self.binary.path], environment: environment)
  }

  /// Starts the command in this folder; its output is dropped.
  func start(_ arguments: String...) throws -> Process {
    let process = Process()
    process.executableURL = Self.binary
    process.arguments = arguments
    process.currentDirectoryURL = url
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    process.standardInput = FileHandle.nullDevice
    try process.run()
    return process
  }

  private func run(
    _ program: URL, _ arguments: [String], input: [UInt8]? = nil, environment: [String: String] = [:]
  ) throws -> CommandResult {
    let process = Process()
    process.executableURL = program
    process.arguments = arguments
    process.currentDirectoryURL = url
    process.environment = ["LC_ALL": "C.UTF-8", "PATH": "/usr/bin:/bin"].merging(environment) { $1 }
    // Files instead of pipes: nothing can block, whatever the sizes are.
    let output = url.deletingLastPathComponent().appendingPathComponent(UUID().uuidString)
    let errors = url.deletingLastPathComponent().appendingPathComponent(UUID().uuidString)
    let source = url.deletingLastPathComponent().appendingPathComponent(UUID().uuidString)
    for file in [output, errors] { try Data().write(to: file) }
    try Data(input ?? []).write(to: source)
    defer { for file in [output, errors, source] { try? FileManager.default.removeItem(at: file) } }
    process.standardOutput = try FileHandle(forWritingTo: output)
    process.standardError = try FileHandle(forWritingTo: errors)
    process.standardInput = try FileHandle(forReadingFrom: source)
    try process.run()
    process.waitUntilExit()
    return CommandResult(
      status: process.terminationReason == .uncaughtSignal ? -process.terminationStatus : process.terminationStatus,
      output: Array(try Data(contentsOf: output)),
      errors: String(decoding: try Data(contentsOf: errors), as: UTF8.self))
  }

  /// The command that was built with the tests, beside their own binary.
  static let binary = URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent()
    .appendingPathComponent("posting-lint")
}

/// Postings for the tests.
enum Sample {
  static let good = """
    ---
    roles: Développeuse ou développeur
    open: true
    date: 2022-05-30
    startup: atlas
    domaines:
      - Développement
    ---

    Texte de l’offre.

    """
  /// One error with a safe fix: a damaged accent.
  static let damaged = good.replacingOccurrences(of: "Texte", with: "Texte abÃ®mÃ©")
  /// One error without a fix.
  static let unknownDate = good.replacingOccurrences(of: "2022-05-30", with: "bientôt")
  /// One warning.
  static let warned = good.replacingOccurrences(of: "startup: atlas\n", with: "startup: atlas\ntechno:\n")
}
