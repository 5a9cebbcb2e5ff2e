package import SourceText

/// Writes a draft in JSON; what is told to people stands in `$comment`.
package enum JSONDraftWriter {
  /// The text of a draft, comments in `language`.
  package static func text(_ draft: SchemaDraft, in language: Language) -> [UInt8] {
    var output: [UInt8] = []
    object(draft.members, draft.comments, 0, language, &output)
    output.append(Byte.lineFeed)
    return output
  }

  private static func object(
    _ members: [SchemaDraft.Member], _ comments: [Message], _ indent: Int, _ language: Language,
    _ output: inout [UInt8]
  ) {
    var members = members
    if !comments.isEmpty {
      let text = comments.map { $0[language] }.joined(separator: " ")
      members.insert(SchemaDraft.Member("$comment", .word(text)), at: 0)
    }
    guard !members.isEmpty else {
      output += "{}".utf8
      return
    }
    output += "{\n".utf8
    for (place, member) in members.enumerated() {
      if place > 0 { output += ",\n".utf8 }
      output += repeatElement(Byte.space, count: indent + 2)
      text(member.key, &output)
      output += ": ".utf8
      // A comment can stand only inside a schema, beside its keywords.
      if case .object(let inner) = member.value {
        object(inner, member.comments, indent + 2, language, &output)
      } else {
        value(member.value, indent + 2, language, &output)
      }
    }
    output.append(Byte.lineFeed)
    output += repeatElement(Byte.space, count: indent)
    output.append(Byte.closeBrace)
  }

  private static func value(
    _ value: SchemaDraft.Value, _ indent: Int, _ language: Language, _ output: inout [UInt8]
  ) {
    switch value {
    case .text(let bytes): text(bytes, &output)
    case .number(let number): output += String(number).utf8
    case .decimal(let text): output += text
    case .bool(let isTrue): output += (isTrue ? "true" : "false").utf8
    case .object(let members): object(members, [], indent, language, &output)
    case .list(let items):
      output.append(Byte.openBracket)
      for (place, item) in items.enumerated() {
        if place > 0 { output += ", ".utf8 }
        Self.value(item, indent, language, &output)
      }
      output.append(Byte.closeBracket)
    }
  }

  private static func text(_ bytes: [UInt8], _ output: inout [UInt8]) {
    JSONText.append(String(decoding: bytes, as: UTF8.self), to: &output)
  }
}
