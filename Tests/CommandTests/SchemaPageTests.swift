import Foundation
import TestSupport
import Testing

/// The page of the manual that leads from nothing to a schema: its commands run, in the folder that it speaks of.
@Suite struct SchemaPageTests {
  @Test func itsCommandsRun() throws {
    let package = SharedData.package
    let page = try String(
      contentsOf: package.appendingPathComponent("Sources/PostingLint/PostingLint.docc/FromNothingToASchema.md"),
      encoding: .utf8)
    let folder = try CommandFolder()
    for name in ["workshops", "venues"] {
      try FileManager.default.copyItem(
        at: package.appendingPathComponent("fixtures/inference/\(name)"), to: folder.url.appendingPathComponent(name))
    }
    let form = package.appendingPathComponent("fixtures/content-managers/decap.yml")
    try folder.write("admin/config.yml", String(contentsOf: form, encoding: .utf8))
    let blocks = page.matches(of: #/(?ms)^```sh\n(.*?)^```$/#).map { String($0.output.1) }
    #expect(blocks.count == 5)
    var shown = ""
    for block in blocks {
      let result = try folder.shell("PATH=\"$(dirname \"$0\"):$PATH\"\nset -e\n" + block)
      #expect(result.status == 0, "\(block)\n\(result.errors)")
      shown += result.errors
    }
    // What the page shows is what they print.
    for line in page.matches(of: #/(?m)^workshops/.*$/#) {
      #expect(shown.contains("\(line.output)\n"), "\(line.output)")
    }
  }
}
