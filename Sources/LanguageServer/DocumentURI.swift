import Files
import SourceText

/// The address of a document exactly as the client writes it (RFC 3986); compared byte for byte.
struct DocumentURI: Hashable {
  let bytes: [UInt8]

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
  }

  /// The address of a file.
  init(path: SourcePath) {
    bytes = FileURI.make(FolderListing.absolute(path))
  }

  /// The address as text, for the client.
  var text: String { String(decoding: bytes, as: UTF8.self) }

  /// The path of a `file:` address; `nil` for any other, such as a buffer that was never saved.
  var path: SourcePath? { FileURI.path(of: bytes) }
}
