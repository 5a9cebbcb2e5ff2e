import Foundation
import TestSupport
import Testing

/// The screens of the README and of the French guide are what the command prints.
@Suite struct ReadmeScreenTests {
  private let folder: CommandFolder
  private let readme: String
  private let guide: String

  init() throws {
    folder = try CommandFolder()
    let broken = SharedData.package.appendingPathComponent("fixtures/broken")
    let fixtures = folder.url.appendingPathComponent("fixtures")
    try FileManager.default.createDirectory(at: fixtures, withIntermediateDirectories: true)
    try FileManager.default.copyItem(at: broken, to: fixtures.appendingPathComponent("broken"))
    try FileManager.default.copyItem(
      at: broken.appendingPathComponent("content"), to: folder.url.appendingPathComponent("content"))
    readme = try String(contentsOf: SharedData.package.appendingPathComponent("README.md"), encoding: .utf8)
    guide = try String(
      contentsOf: SharedData.package.appendingPathComponent("Sources/PostingLint/PostingLint.docc/GuideEnFrancais.md"),
      encoding: .utf8)
  }

  /// The lines of the plain code block of a page that begins with `start`, without the marks of what was left out.
  private func screen(_ start: String, of page: String) throws -> [Substring] {
    let from = try #require(page.range(of: "\n```\n" + start)?.lowerBound)
    let block = page[from...].dropFirst(5)
    let end = try #require(block.range(of: "\n```\n")?.lowerBound)
    return block[..<end].split(separator: "\n").filter { $0 != "…" }
  }

  private func isPrinted(_ screen: [Substring], in result: CommandResult) {
    var lines = (result.text + result.errors).split(separator: "\n")[...]
    for wanted in screen {
      let place = lines.firstIndex { $0.utf8.elementsEqual(wanted.utf8) }
      #expect(place != nil, "\(wanted)")
      if let place { lines = lines[(place + 1)...] }
    }
  }

  @Test func firstScreenIsPrinted() throws {
    let screen = try screen("fixtures/broken/", of: readme)
    #expect(screen.count > 10)
    isPrinted(screen, in: try folder.run("fixtures/broken", "--lang", "en"))
  }

  @Test func frenchScreenIsPrinted() throws {
    let screen = try screen("content/_jobs/", of: guide)
    #expect(screen.count == 4)
    isPrinted(screen, in: try folder.run("content/_jobs", "--lang", "fr"))
  }
}
