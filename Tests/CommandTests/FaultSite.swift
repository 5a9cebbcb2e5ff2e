import Foundation
import TestSupport
import Testing

/// A small site of damaged postings, on which a test tries what goes wrong.
struct FaultSite {
  let folder: CommandFolder
  let count: Int
  static let fixed = Sample.damaged.replacingOccurrences(of: "abÃ®mÃ©", with: "abîmé")

  /// Writes `count` postings, each with one mistake that can be fixed.
  init(_ count: Int) throws {
    folder = try CommandFolder()
    self.count = count
    try restore()
  }

  var path: String { folder.url.appendingPathComponent("site").path }

  func name(_ index: Int) -> String { "site/2022-05-30-\(index).md" }

  /// Makes every posting as it was.
  func restore() throws {
    for index in 0..<count { try folder.write(name(index), Sample.damaged) }
  }

  /// Expects every posting to be as it was or as it shall be, and nothing else in the folder once a fix has come to its
  /// end; how many postings are as they shall be.
  @discardableResult
  func expectWhole(isTidy: Bool = false) throws -> Int {
    var fixed = 0
    for index in 0..<count {
      let bytes = try folder.bytes(name(index))
      if bytes == Array(Self.fixed.utf8) { fixed += 1 } else { #expect(bytes == Array(Sample.damaged.utf8)) }
    }
    if isTidy {
      let left = try FileManager.default.contentsOfDirectory(atPath: path).filter { $0.hasSuffix(".posting-lint.tmp") }
      #expect(left == [])
    }
    return fixed
  }

  /// Runs a script of the shell beside the site; the command is `$0` in it.
  func shell(_ script: String) throws -> CommandResult { try folder.shell(script) }

  /// A script run by somebody who may not read or write everything, as the superuser may.
  func shellOfSomebody(_ script: String) throws -> CommandResult {
    guard geteuid() == 0 else { return try shell(script) }
    // The folders of the tests are for everybody to read, their files are given to that somebody.
    return try shell(
      "chown -R 65534:65534 site; chmod 755 .; setpriv --reuid 65534 --regid 65534 --clear-groups sh -c '\(script)' \"$0\""
    )
  }

  /// Whether a script can be run by somebody who is not the superuser.
  static let hasSomebody: Bool =
    geteuid() != 0
    || (try? FaultSite(0).shell("setpriv --reuid 65534 --regid 65534 --clear-groups \"$0\" --version").status) == 0

  /// Whether a file system of a given size can be made.
  static let makesDisks: Bool =
    (try? FaultSite(0).shell("mkdir disk && mount -t tmpfs -o size=64k tmpfs disk && umount disk").status) == 0

  /// Whether signals that are ignored, as in the background of a shell, can be set free for a program.
  static let freesSignals: Bool = (try? FaultSite(0).shell("env --default-signal=INT true").status) == 0
}
