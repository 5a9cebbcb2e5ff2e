import SourceText

/// Cuts a stream of bytes into the messages of the base protocol (LSP 3.17, "Base Protocol"): header lines, an empty
/// line, and `Content-Length` bytes.
///
/// Bytes may come in any pieces. What is no header is passed over, so that the next good header is found again; a
/// message past the limit is passed over too, and told.
struct FrameReader {
  /// One thing that was read.
  enum Frame: Hashable {
    /// The content of a message.
    case message([UInt8])
    /// A header without a usable length.
    case brokenHeader
    /// A message of more bytes than `limit`.
    case tooLarge
  }

  /// The largest message, in bytes.
  let limit: Int
  private static let headerLimit = 4096
  private static let headerTail = 64
  private static let lengthName = Array("content-length:".utf8)

  private var pending: [UInt8] = []
  private var length: Int?
  private var sawHeader = false
  private var bytesToSkip = 0

  init(limit: Int = 1 << 26) {
    self.limit = limit
  }

  /// How many bytes wait for the rest of their message.
  var pendingCount: Int { pending.count }

  /// Takes the next bytes of the stream and gives the messages that are complete.
  mutating func read(_ bytes: [UInt8]) -> [Frame] {
    pending += bytes
    var frames: [Frame] = []
    var position = 0
    while position < pending.count {
      if bytesToSkip > 0 {
        let skipped = min(bytesToSkip, pending.count - position)
        bytesToSkip -= skipped
        position += skipped
      } else if let length, !sawHeader {
        guard pending.count - position >= length else { break }
        frames.append(.message(Array(pending[position..<position + length])))
        position += length
        self.length = nil
      } else {
        guard let end = pending[position...].firstIndex(of: 0x0A) else {
          // A line this long is no header: only its tail can still become one.
          if pending.count - position > Self.headerLimit { position = pending.count - Self.headerTail }
          break
        }
        take(line: pending[position..<end], &frames)
        position = end + 1
      }
    }
    // A new array, so that the memory of a large message is given back.
    if position > 0 { pending = Array(pending[position...]) }
    return frames
  }

  /// Takes one header line, without its LF.
  private mutating func take(line: ArraySlice<UInt8>, _ frames: inout [Frame]) {
    let line = line.last == 0x0D ? line.dropLast() : line
    guard line.isEmpty else {
      sawHeader = true
      if let found = Self.length(in: line) { length = found }
      return
    }
    // Empty lines between messages mean nothing.
    guard sawHeader else { return }
    sawHeader = false
    guard let length else {
      frames.append(.brokenHeader)
      return
    }
    if length > limit {
      frames.append(.tooLarge)
      bytesToSkip = length
      self.length = nil
    } else if length == 0 {
      frames.append(.message([]))
      self.length = nil
    }
  }

  /// The number after the last `Content-Length:` of the line, wherever it stands: what is before it is the rest of a
  /// message that was longer than it said.
  private static func length(in line: ArraySlice<UInt8>) -> Int? {
    var end = line.endIndex
    while end - line.startIndex >= lengthName.count {
      let name = line[end - lengthName.count..<end]
      if zip(name, lengthName).allSatisfy({ $0.lowercased == $1 }) {
        return number(line[end...])
      }
      end -= 1
    }
    return nil
  }

  private static func number(_ text: ArraySlice<UInt8>) -> Int? {
    let digits = text.drop { $0 == 0x20 || $0 == 0x09 }.prefix { $0.isDigit }
    // Nobody sends ten gigabytes: such a number is a mistake, and waiting for its end would be waiting for ever.
    guard !digits.isEmpty, digits.count <= 10 else { return nil }
    return digits.reduce(0) { $0 * 10 + Int($1 - 0x30) }
  }

  /// A message with its header.
  static func frame(_ content: [UInt8]) -> [UInt8] {
    Array("Content-Length: \(content.count)\r\n\r\n".utf8) + content
  }
}
