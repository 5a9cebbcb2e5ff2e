import SourceText

@testable import Files

#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// A folder of one test, removed when the test ends.
final class Folder {
  let path: SourcePath

  init() throws {
    path = try SourcePath(Self.shell("cd \"$(mktemp -d)\" && pwd -P").trimmed)
  }

  deinit {
    _ = try? Self.shell("chmod -R u+rwx '\(path.display)'; rm -rf '\(path.display)'")
  }

  /// The path of `name` in the folder.
  func callAsFunction(_ name: String) -> SourcePath {
    name.isEmpty ? path : path.appending(Array(name.utf8))
  }

  /// Runs `script` in the folder; what it prints.
  @discardableResult
  func shell(_ script: String) throws -> String {
    try Self.shell("cd '\(path.display)' && { \(script)\n}")
  }

  private static func shell(_ script: String) throws -> String {
    let result = try Subprocess.run(["sh", "-c", script].map { Array($0.utf8) })
    guard result.status == 0 else { throw ShellFailure(script: script, status: result.status) }
    return String(decoding: result.output, as: UTF8.self)
  }

  /// Writes a file, and makes the folders that it lies in.
  @discardableResult
  func write(_ name: String, _ text: String = "---\n---\n") throws -> SourcePath {
    try write(bytes: Array(name.utf8), text)
  }

  /// Writes a file whose name need not be UTF-8.
  @discardableResult
  func write(bytes name: [UInt8], _ text: String) throws -> SourcePath {
    let file = path.appending(name)
    if file.folder != path { try shell("mkdir -p '\(file.folder.display)'") }
    var output = try OutputWriter.file(file)
    output.write(text)
    try output.finish()
    return file
  }

  func text(_ name: String) throws -> String {
    String(decoding: try FileReader.read(self(name)), as: UTF8.self)
  }

  /// All names in the folder, hidden ones included.
  func names() throws -> [String] {
    try shell("ls -A").split(separator: "\n").map(String.init)
  }

  /// The paths of `found`, relative to the folder.
  func relative(_ found: FoundFiles) -> [String] {
    found.files.map { String(decoding: $0.path.bytes.dropFirst(path.bytes.count + 1), as: UTF8.self) }
  }

  /// What a search of the whole folder finds, relative to it.
  func found(_ finder: FileFinder = FileFinder()) -> [String] {
    relative(finder.find([path]))
  }
}

struct ShellFailure: Error {
  let script: String
  let status: Int32
}

extension String {
  var trimmed: String { hasSuffix("\n") ? String(dropLast()) : self }
}

/// What the machine lets a test try.
enum Machine {
  static let hasGit = (try? Subprocess.run([Array("git".utf8), Array("--version".utf8)]))?.status == 0
  /// Whether a file name may hold any bytes; the file systems of macOS take UTF-8 only.
  static let takesAnyName: Bool = {
    #if canImport(Darwin)
      false
    #else
      true
    #endif
  }()
  static let isSuperuser = geteuid() == 0
}
