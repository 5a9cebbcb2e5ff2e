import Foundation
import TestSupport
import Testing

#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// What a person sees on a terminal while a run goes on. The run is made long by an output that nobody reads for a while.
@Suite struct ProgressTests {
  private static let erasure = "\r\u{1B}[K"
  private let folder: CommandFolder

  init() throws {
    folder = try CommandFolder()
    // Enough findings to fill every buffer and pipe many times.
    for index in 0..<300 { try folder.write("2022-05-30-\(index).md", Sample.unknownDate + Sample.damaged) }
  }

  /// What standard error, a terminal, received of a run that takes longer than a second.
  private func screen(_ arguments: [String] = [], environment: [String: String] = [:]) throws -> String {
    let terminal = try Terminal()
    let output = Pipe()
    let process = Process()
    process.executableURL = CommandFolder.binary
    process.arguments = [".", "--today", "2022-07-01", "--lang", "en"] + arguments
    process.currentDirectoryURL = folder.url
    process.environment = ["TERM": "xterm", "PATH": "/usr/bin:/bin"].merging(environment) { $1 }
    process.standardOutput = output
    process.standardError = terminal.end
    process.standardInput = FileHandle.nullDevice
    try process.run()
    Thread.sleep(forTimeInterval: 1.5)
    _ = try output.fileHandleForReading.readToEnd()
    process.waitUntilExit()
    #expect(process.terminationStatus == 1)
    return try terminal.received().replacingOccurrences(of: "\r\n", with: "\n")
  }

  @Test func aLongRunShowsItsProgressAndTakesItAway() throws {
    let text = try screen()
    #expect(text.contains("\(Self.erasure)") && text.contains(" files checked"))
    // Nothing moves the cursor but the return to the start of the line and its erasure.
    #expect(!text.replacingOccurrences(of: Self.erasure, with: "").contains { $0 == "\u{1B}" || $0 == "\r" })
    // What is left on the screen is the summary alone.
    let left = text.split(separator: "\n").map { $0.components(separatedBy: Self.erasure).last ?? "" }
    #expect(left.count == 1 && left[0].hasPrefix("300 files, "), "\(left)")
  }

  @Test(arguments: ["PRE_COMMIT", "CI"]) func aHookAndABuildServerSeeNoProgress(_ variable: String) throws {
    let text = try screen(environment: [variable: "1"])
    #expect(text.hasPrefix("300 files, ") && text.split(separator: "\n").count == 1)
  }

  @Test func quietMeansNoProgress() throws {
    #expect(try screen(["--quiet"]) == "")
  }
}

/// A terminal of the test's own.
private final class Terminal {
  /// The end for a process.
  let end: FileHandle
  private let primary: Int32

  init() throws {
    primary = unsafe open("/dev/ptmx", O_RDWR | O_NOCTTY)
    guard primary >= 0, let name = Self.name(of: primary) else { throw CocoaError(.fileReadUnknown) }
    let descriptor = unsafe open(name, O_RDWR | O_NOCTTY)
    guard descriptor >= 0 else { throw CocoaError(.fileReadUnknown) }
    end = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
    _ = fcntl(primary, F_SETFL, O_NONBLOCK)
  }

  /// Opens the other end for use; its name.
  private static func name(of primary: Int32) -> String? {
    #if os(Linux)
      // TIOCSPTLCK and TIOCGPTN of <asm-generic/ioctls.h>, which Swift does not import.
      var isLocked: Int32 = 0
      var number: Int32 = 0
      guard unsafe ioctl(primary, 0x4004_5431, &isLocked) == 0, unsafe ioctl(primary, 0x8004_5430, &number) == 0
      else { return nil }
      return "/dev/pts/\(number)"
    #else
      guard grantpt(primary) == 0, unlockpt(primary) == 0, let name = unsafe ptsname(primary) else { return nil }
      return unsafe String(cString: name)
    #endif
  }

  deinit {
    close(primary)
  }

  /// Everything that was written so far.
  func received() throws -> String {
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 4096)
    while true {
      let count = unsafe buffer.withUnsafeMutableBytes { unsafe read(primary, $0.baseAddress, $0.count) }
      if count <= 0 { return String(decoding: bytes, as: UTF8.self) }
      bytes += buffer[..<count]
    }
  }
}
