import DataTree
package import SourceText
import YAML

/// Writes a draft in YAML, with its comments above the keys.
package enum YAMLDraftWriter {
  /// How many columns a list on one line may take.
  private static let width = 100

  /// The text of a draft, comments in `language`.
  package static func text(_ draft: SchemaDraft, in language: Language) -> [UInt8] {
    var output: [UInt8] = []
    comment(draft.comments, 0, language, &output)
    members(draft.members, 0, language, &output)
    return output
  }

  private static func members(
    _ members: [SchemaDraft.Member], _ indent: Int, _ language: Language, _ output: inout [UInt8]
  ) {
    for member in members {
      comment(member.comments, indent, language, &output)
      line(indent, &output)
      key(member.key, indent, &output)
      value(member.value, indent, language, &output)
    }
  }

  /// Writes a key and its colon; one that is too long to stand before a colon on its line (YAML 1.2.2, 8.2.2) above it.
  private static func key(_ key: [UInt8], _ indent: Int, _ output: inout [UInt8]) {
    let written = scalar(key, .key)
    if written.count > longestKey {
      output += [Byte.question, Byte.space] + written + [Byte.lineFeed]
      line(indent, &output)
    } else {
      output += written
    }
    output.append(Byte.colon)
  }

  /// The most characters of a key on the line of its colon, a few left for the indentation.
  private static let longestKey = 1000

  /// Writes what follows a colon, line end included.
  private static func value(
    _ value: SchemaDraft.Value, _ indent: Int, _ language: Language, _ output: inout [UInt8]
  ) {
    switch value {
    case .object(let list) where !list.isEmpty:
      output.append(Byte.lineFeed)
      members(list, indent + 2, language, &output)
    case .list(let items) where !items.isEmpty:
      if let short = flow(value), indent + short.count < width {
        output += [Byte.space] + short
        output.append(Byte.lineFeed)
        return
      }
      output.append(Byte.lineFeed)
      for item in items {
        line(indent + 2, &output)
        output.append(Byte.dash)
        if case .object(let list) = item, let first = list.first {
          // The first key stands beside the dash, its comments above it.
          output.append(Byte.space)
          key(first.key, indent + 4, &output)
          Self.value(first.value, indent + 4, language, &output)
          members(Array(list.dropFirst()), indent + 4, language, &output)
        } else {
          Self.value(item, indent + 2, language, &output)
        }
      }
    default:
      output.append(Byte.space)
      output += flow(value) ?? []
      output.append(Byte.lineFeed)
    }
  }

  /// A value on one line; `nil` for keys and their values.
  private static func flow(_ value: SchemaDraft.Value) -> [UInt8]? {
    switch value {
    case .text(let text): return scalar(text, .flow)
    case .number(let number): return Array(String(number).utf8)
    case .decimal(let text): return text
    case .bool(let isTrue): return Array((isTrue ? "true" : "false").utf8)
    case .object(let members): return members.isEmpty ? Array("{}".utf8) : nil
    case .list(let items):
      var parts: [[UInt8]] = []
      for item in items {
        guard let part = flow(item) else { return nil }
        parts.append(part)
      }
      return [Byte.openBracket] + Array(parts.joined(separator: [Byte.comma, Byte.space])) + [Byte.closeBracket]
    }
  }

  private static func scalar(_ text: [UInt8], _ place: ScalarPlace) -> [UInt8] {
    if let written = YAMLScalarWriter.written(text, at: place, like: .plain) { return written }
    var output: [UInt8] = []
    JSONText.append(String(decoding: text, as: UTF8.self), to: &output)
    return output
  }

  private static func line(_ indent: Int, _ output: inout [UInt8]) {
    output += repeatElement(Byte.space, count: indent)
  }

  private static func comment(
    _ comments: [Message], _ indent: Int, _ language: Language, _ output: inout [UInt8]
  ) {
    for comment in comments {
      line(indent, &output)
      output += "# ".utf8
      output += SafeText.make(comment[language]).utf8
      output.append(Byte.lineFeed)
    }
  }
}
