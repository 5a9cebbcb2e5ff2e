import Foundation
import PackagePlugin

/// `swift package lint-postings [ARGUMENT…]`: runs `posting-lint lint` with these arguments in the package's folder.
@main
struct LintPostings: CommandPlugin {
  func performCommand(context: PluginContext, arguments: [String]) async throws {
    let process = Process()
    process.executableURL = try linter()
    process.arguments = ["lint"] + arguments
    process.currentDirectoryURL = context.package.directoryURL
    try process.run()
    process.waitUntilExit()
    // `swift package` itself ends with 1 either way, and names this status in its last message.
    if process.terminationReason != .exit || process.terminationStatus != 0 {
      exit(process.terminationReason == .exit ? process.terminationStatus : 2)
    }
  }

  /// Builds the command, which takes a few minutes the first time.
  ///
  /// It is no dependency of the plugin in the manifest: then every plain build of the package, such as a hook's, would
  /// build all modules twice, once more for the plugin's tool.
  private func linter() throws -> URL {
    let result = try packageManager.build(
      .product("posting-lint"), parameters: .init(configuration: .release, logging: .concise))
    guard result.succeeded, let linter = result.builtArtifacts.first(where: { $0.kind == .executable }) else {
      Diagnostics.error("posting-lint cannot be built\n\(result.logText)")
      exit(2)
    }
    return linter.url
  }
}
