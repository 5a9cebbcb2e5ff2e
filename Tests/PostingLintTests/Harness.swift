import PostingLint
import Roles
import SourceText
import TestSupport
import Testing

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// Linters for tests: every one takes 1 July 2022 for today.
enum Harness {
  static let today = CalendarDate(iso: Array("2022-07-01".utf8))

  /// The options of a test's linter; `startups` names ids that exist.
  static func options(startups: [String] = []) throws -> LintOptions {
    let today = try #require(today)
    var options = LintOptions(today: today)
    options.roles = RoleReader.bundled()
    if !startups.isEmpty {
      options.references["startups"] = ReferenceList(ids: startups.map { Array($0.utf8) }, origin: "startups")
    }
    return options
  }

  /// A linter under the posting schema, or under none, with the default rules and those of `extra`.
  static func linter(extra: [String] = [], startups: [String] = [], hasSchema: Bool = true) throws -> Linter {
    var settings = RuleSettings()
    for id in extra { settings.enable(id) }
    return hasSchema
      ? try linter(settings, startups: startups)
      : Linter(settings: settings, options: try options(startups: startups), schema: nil)
  }

  /// A linter under the posting schema with these settings.
  static func linter(_ settings: RuleSettings, startups: [String] = []) throws -> Linter {
    let options = try options(startups: startups)
    return Linter(settings: settings, options: options, schema: DocumentSchema.posting(options: options))
  }

  /// Every rule that exists.
  static var everything: RuleSettings { RuleSettings(only: RuleRegistry.all.map { $0.info.id }) }
}

/// A file of the checkout.
func checkoutFile(_ path: String) throws -> [UInt8] {
  Array(try Data(contentsOf: SharedData.package.appendingPathComponent(path)))
}

/// The names in a folder of the checkout, sorted.
func checkoutNames(_ folder: String) throws -> [String] {
  try FileManager.default.contentsOfDirectory(atPath: SharedData.package.appendingPathComponent(folder).path).sorted()
}

/// The names in a folder of the shared data, sorted.
func sharedNames(_ folder: String) throws -> [String] {
  try FileManager.default.contentsOfDirectory(atPath: SharedData.url(folder).path).sorted()
}
