import DataTree
import Files
import Schemas
package import SourceText

/// Which local files stand for the addresses that schemas refer to. Nothing is ever fetched.
package struct SchemaLocations: Sendable {
  /// Files that stand for one address each.
  package var files: [(uri: String, path: SourcePath)] = []
  /// A folder that stands for all addresses with a common beginning.
  package var folder: (baseURI: String, path: SourcePath)?
  /// The folder outside which no file is read; any file may be read where it is `nil`.
  package var root: SourcePath?
  /// Where the files are read from.
  var content = SettingsFiles()

  /// Only the files beside a schema.
  package init() {}

  /// The file that stands for an address without fragment, if there may be one.
  func path(for address: String) -> SourcePath? {
    let address = Array(address.utf8)
    if let file = files.last(where: { Self.withoutFragment($0.uri).elementsEqual(address) }) { return file.path }
    if let folder, address.starts(with: folder.baseURI.utf8) {
      let rest = PercentCoding.decoded(address.dropFirst(folder.baseURI.utf8.count))
      let parts = rest.split(separator: UInt8(ascii: "/"))
      if parts.isEmpty || parts.contains(where: { $0.elementsEqual("..".utf8) }) || rest.contains(0) { return nil }
      return folder.path.appending(Array(parts.joined(separator: [UInt8(ascii: "/")])))
    }
    return FileURI.path(of: address)
  }

  /// Whether a file may be read: it must lie in the root by its name, and where its links lead as well.
  func mayRead(_ path: SourcePath) -> Bool {
    guard let root else { return true }
    guard FolderListing.absolute(path).rest(in: FolderListing.absolute(root)) != nil else { return false }
    guard let real = try? path.resolved(), let base = try? root.resolved() else { return !FolderListing.exists(path) }
    return real.rest(in: base) != nil
  }

  /// The `file:` address of a path (RFC 8089).
  static func address(of path: SourcePath) -> String {
    String(decoding: FileURI.make(FolderListing.absolute(path)), as: UTF8.self)
  }

  private static func withoutFragment(_ uri: String) -> ArraySlice<UInt8> {
    Array(uri.utf8).prefix { $0 != UInt8(ascii: "#") }
  }
}

/// Reads the documents of one compilation, and keeps them, so that a mistake in any of them can be shown.
final class SchemaFiles {
  private let locations: SchemaLocations
  private var sources: [String: Source] = [:]
  /// The files that were asked for, there or not.
  private(set) var foundation = Foundations()
  /// Why the first document that was asked for and is there could not be used.
  private(set) var failure: ConfigurationError?

  init(_ locations: SchemaLocations) {
    self.locations = locations
  }

  /// The document at an address, if a file stands for it.
  func document(at address: String) -> DataTree? {
    if address == PostingVocabulary.metaschemaAddress { return DocumentSchema.bundled(BundledSchemas.vocabulary) }
    guard let path = locations.path(for: address) else { return nil }
    if locations.mayRead(path) { foundation.add(path) }
    guard locations.content.exists(path) else { return nil }
    do throws(ConfigurationError) {
      guard locations.mayRead(path) else { throw .outside(path) }
      let source = try SchemaLoader.source(path, locations.content)
      sources[address] = source
      return try SchemaLoader.document(source)
    } catch {
      if failure == nil { failure = error }
      return nil
    }
  }

  /// The file that was read for an address.
  func source(at address: String) -> Source? { sources[address] }
}
