#if canImport(FoundationEssentials)
  public import FoundationEssentials
#else
  public import Foundation
#endif

/// Finds the larger test data that may lie beside a checkout.
///
/// A test that needs it is skipped where it is absent: `@Test(.enabled(if: SharedData.exists("corpus"), SharedData.why))`.
public enum SharedData {
  /// Why a test was skipped.
  public static let why: String = "needs the data folder (POSTING_LINT_DATA, else ../shared beside the checkout)"

  /// The folder, whether it is there or not.
  public static let root: URL = {
    if let path = ProcessInfo.processInfo.environment["POSTING_LINT_DATA"], !path.isEmpty {
      return URL(fileURLWithPath: path, isDirectory: true)
    }
    return package.deletingLastPathComponent().appendingPathComponent("shared", isDirectory: true)
  }()

  /// The checkout's own root.
  public static let package: URL = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  /// Whether `path`, relative to the folder, is there.
  public static func exists(_ path: String) -> Bool {
    FileManager.default.fileExists(atPath: root.appendingPathComponent(path).path)
  }

  /// The URL of `path`, relative to the folder.
  public static func url(_ path: String) -> URL {
    root.appendingPathComponent(path)
  }

  /// The bytes of `path`, relative to the folder.
  public static func bytes(_ path: String) throws -> [UInt8] {
    Array(try Data(contentsOf: url(path)))
  }
}
