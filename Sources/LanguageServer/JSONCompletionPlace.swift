import PostingLint
import SourceText

/// Finds what can be written at a place of JSON, by its brackets, quotes and commas alone.
struct JSONCompletionPlace {
  /// An object or a list that was met.
  private struct Frame {
    let isObject: Bool
    let path: [SchemaStep]
    var keys: Set<[UInt8]> = []
    /// The key whose value comes.
    var key: [UInt8]?
    /// Whether a value stands there already, up to the next comma.
    var isFilled = false
  }

  private static let depthLimit = 64

  private let bytes: [UInt8]
  private let block: FrontMatter

  init(_ bytes: [UInt8], _ block: FrontMatter) {
    self.bytes = bytes
    self.block = block
  }

  /// Looks at a place; `nil` outside the values and where nothing can be suggested.
  func find(at offset: Int) -> CompletionPlace? {
    guard block.content.start <= offset, offset <= block.content.end else { return nil }
    var frames: [Frame] = []
    var stack: [Int] = []
    var found: (place: CompletionPlace, frame: Int)?
    var index = block.content.start
    while index < block.content.end {
      if found == nil, index >= offset { found = look(at: offset, ByteRange(at: offset), frames, stack) ?? nil }
      let start = index
      let byte = bytes[index]
      index += 1
      switch byte {
      case Byte.openBrace, Byte.openBracket:
        guard stack.count < Self.depthLimit else { return nil }
        let path = stack.last.map { Self.child(frames[$0]) } ?? []
        if let last = stack.last { frames[last].isFilled = true }
        stack.append(frames.count)
        frames.append(Frame(isObject: byte == Byte.openBrace, path: path))
      case Byte.closeBrace, Byte.closeBracket: _ = stack.popLast()
      case Byte.comma:
        if let last = stack.last {
          frames[last].key = nil
          frames[last].isFilled = false
        }
      case Byte.colon, Byte.space, Byte.tab, Byte.lineFeed, Byte.carriageReturn: break
      default:
        index = end(of: start)
        let word = ByteRange(start, index)
        if found == nil, start < offset, offset <= index, offset < index || !isClosed(word) {
          // The closing quote that an editor puts behind the caret goes with the word.
          found = look(at: offset, isClosed(word) ? word : ByteRange(start, offset), frames, stack) ?? nil
        }
        guard let last = stack.last else { break }
        if frames[last].isObject, frames[last].key == nil {
          if colonFollows(index) {
            frames[last].key = text(word)
            if !(start < offset && offset <= index) { frames[last].keys.insert(text(word)) }
          }
        } else {
          frames[last].isFilled = true
        }
      }
    }
    if found == nil, offset >= block.content.end {
      found = look(at: offset, ByteRange(at: offset), frames, stack) ?? nil
    }
    guard let (found, frame) = found else { return nil }
    var place = found
    place.presentKeys = frames[frame].keys
    return place
  }

  /// What can stand where `typed` does, in the innermost object or list.
  private func look(
    at offset: Int, _ typed: ByteRange, _ frames: [Frame], _ stack: [Int]
  ) -> (place: CompletionPlace, frame: Int)? {
    guard let last = stack.last, !frames[last].isFilled else { return nil }
    var place = CompletionPlace(.json, typed: typed)
    if frames[last].isObject, frames[last].key == nil {
      place.mapping = frames[last].path
      place.hasColon = colonFollows(typed.end)
    } else {
      place.value = Self.child(frames[last])
      place.wantsBlank = typed.isEmpty && offset > 0 && bytes[offset - 1] == Byte.colon
    }
    return (place, last)
  }

  private static func child(_ frame: Frame) -> [SchemaStep] {
    guard frame.isObject else { return frame.path + [.item] }
    return frame.key.map { frame.path + [.key($0)] } ?? frame.path
  }

  /// The offset behind a text in quotes, which ends with its line at the latest, or behind a bare word.
  private func end(of start: Int) -> Int {
    var index = start + 1
    if bytes[start] == Byte.doubleQuote {
      while index < block.content.end, bytes[index] != Byte.lineFeed, bytes[index] != Byte.carriageReturn {
        if bytes[index] == Byte.doubleQuote { return index + 1 }
        index += bytes[index] == Byte.backslash ? 2 : 1
      }
      return min(index, block.content.end)
    }
    let ends = Array("{}[],: \t\r\n\"".utf8)
    while index < block.content.end, !ends.contains(bytes[index]) { index += 1 }
    return index
  }

  private func isClosed(_ word: ByteRange) -> Bool {
    word.count >= 2 && bytes[word.start] == Byte.doubleQuote && bytes[word.end - 1] == Byte.doubleQuote
  }

  private func text(_ word: ByteRange) -> [UInt8] {
    guard bytes[word.start] == Byte.doubleQuote else { return Array(bytes[word.indices]) }
    return Array(bytes[(word.start + 1)..<max(word.start + 1, isClosed(word) ? word.end - 1 : word.end)])
  }

  private func colonFollows(_ index: Int) -> Bool {
    bytes[index..<block.content.end].first { $0 != Byte.space && $0 != Byte.tab } == Byte.colon
  }
}
