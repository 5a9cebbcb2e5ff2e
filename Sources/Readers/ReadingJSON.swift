import SourceText

extension Reading {
  /// The value as JSON, or `nil` where the reader stops: days and times as their text, keys as texts, numbers that JSON
  /// has not as texts.
  public var json: String? {
    guard let value else { return nil }
    var writer = JSONWriter()
    write(value, to: &writer)
    return String(decoding: writer.take(), as: UTF8.self)
  }

  private func write(_ value: ReaderValue, to writer: inout JSONWriter) {
    switch value {
    case .null, .undefined: writer.null()
    case .bool(let isTrue): writer.boolean(isTrue)
    case .int(let text): writer.literal(text)
    case .float(let number):
      if number.isFinite { writer.literal(notation.float(number)) } else { writer.string(notation.float(number)) }
    case .string(let text), .blocks(let text): writer.string(String(decoding: text, as: UTF8.self))
    case .date, .dateTime, .bytes, .local: writer.string(notation.parts(of: value).text)
    case .sequence(let items), .set(let items):
      writer.array { for item in items { write(item, to: &$0) } }
    case .mapping(let pairs):
      writer.object {
        for pair in pairs {
          if case .string(let text) = pair.key {
            $0.key(text: String(decoding: text, as: UTF8.self))
          } else {
            $0.key(text: notation.parts(of: pair.key).text)
          }
          write(pair.value, to: &$0)
        }
      }
    }
  }
}
