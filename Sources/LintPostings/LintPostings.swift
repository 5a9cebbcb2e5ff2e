import Foundation
import PackagePlugin

/// `swift package lint-postings [ARGUMENT…]`: runs `posting-lint lint` with these arguments in the package's folder.
@main
struct LintPostings: CommandPlugin {
  func performCommand(context: PluginContext, arguments: [String]) async throws {
    let process = Process()
    process.executableURL = try context.tool(named: "posting-lint").url
    process.arguments = ["lint"] + arguments
    process.currentDirectoryURL = context.package.directoryURL
    try process.run()
    process.waitUntilExit()
    // The plugin ends as the linter did, so that a build server sees findings and failures apart.
    if process.terminationReason != .exit || process.terminationStatus != 0 {
      exit(process.terminationReason == .exit ? process.terminationStatus : 2)
    }
  }
}
