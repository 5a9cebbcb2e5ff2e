public import SourceText
import YAML

/// What a reader makes of a file's front matter.
public struct Reading: Sendable {
  /// The reader.
  public let reader: Reader
  /// Its value, or why and where it stops.
  public let result: Result<ReaderValue, Refusal>
  /// The bytes that it parsed, or `nil` where it found no front matter.
  public let block: ByteRange?

  /// The value, where there is one.
  public var value: ReaderValue? { try? result.get() }

  /// The refusal, where it stops.
  public var refusal: Refusal? {
    guard case .failure(let refusal) = result else { return nil }
    return refusal
  }

  /// How the values of the reader are written.
  public var notation: Notation { reader.notation }

  /// The lines of `inspect --as values`: the kind and the value of the whole, then key, kind and value of each key at
  /// the top; `error` alone where the reader stops.
  public var lines: [String] {
    guard let value else { return ["error"] }
    let whole = notation.parts(of: value)
    // The whole of what a template of markata shows is a map; its values are Go's.
    let isGo = reader.profile.language == .goSyntax
    var lines = [isGo ? "map\t" + mapText(value) : "\(whole.kind.rawValue)\t\(whole.text)"]
    if case .mapping(let pairs) = value {
      for pair in pairs {
        let parts = notation.parts(of: pair.value)
        lines.append("\(keyText(pair.key))\t\(parts.kind.rawValue)\t\(parts.text)")
      }
    }
    return lines
  }

  private func mapText(_ value: ReaderValue) -> String {
    guard case .mapping(let pairs) = value else { return "{}" }
    return "{" + pairs.map { notation.nested($0.key) + ": " + notation.nested($0.value) }.joined(separator: ", ") + "}"
  }

  /// A key as text; a text that would break the line is quoted.
  private func keyText(_ key: ReaderValue) -> String {
    if case .string(let text) = key {
      let quoted = notation.quoted(text)
      let plain = String(decoding: text, as: UTF8.self)
      return Array(quoted.utf8.dropFirst().dropLast()) == Array(plain.utf8) ? plain : quoted
    }
    return notation.nested(key)
  }
}

/// Reads front matter as a site's reader does.
public enum Readers {
  /// What a reader makes of a file: of its front matter, or of all of it where it is bare YAML.
  public static func read(_ bytes: [UInt8], as reader: Reader, isBare: Bool = false) -> Reading {
    let profile = reader.profile
    if isBare { return read(bytes, in: ByteRange(0, bytes.count), as: reader) }
    if profile.quirks.refusesBadFiles, let bad = TextPreparation.firstBadByte(bytes, ByteRange(0, bytes.count)) {
      return Reading(reader: reader, result: .failure(Refusal(.encoding, ByteRange(bad, bad + 1))), block: nil)
    }
    if let other = OtherSyntaxes.read(bytes, as: reader) { return other }
    switch FenceFinder.find(bytes, profile.fences) {
    case .block(let range):
      let reading = read(bytes, in: range, as: reader)
      return profile.fences.takesBlocksBelow ? joined(reading, bytes, below: range) : reading
    case .empty: return Reading(reader: reader, result: .success(.mapping([])), block: nil)
    case .null: return Reading(reader: reader, result: .success(.null), block: nil)
    case .refused(let refusal): return Reading(reader: reader, result: .failure(refusal), block: nil)
    }
  }

  /// A reading with the keys of the blocks that follow the one in `range`.
  private static func joined(_ reading: Reading, _ bytes: [UInt8], below range: ByteRange) -> Reading {
    guard case .mapping(let pairs)? = reading.value else { return reading }
    var builder = MappingBuilder()
    for pair in pairs { builder.set(MappingBuilder.identity(pair.key), pair) }
    for block in FenceFinder.blocks(below: range.end, in: bytes) {
      let next = read(bytes, in: block, as: reading.reader)
      guard case .mapping(let others)? = next.value else { return next.refusal == nil ? reading : next }
      for pair in others { builder.set(MappingBuilder.identity(pair.key), pair) }
    }
    return Reading(reader: reading.reader, result: .success(.mapping(builder.sorted)), block: range)
  }

  /// What a reader makes of the text of a front matter, without its fences.
  public static func read(_ bytes: [UInt8], in range: ByteRange, as reader: Reader) -> Reading {
    do throws(Refusal) {
      let value = try ReaderPipeline(reader.profile).read(bytes, in: range)
      return Reading(reader: reader, result: .success(value), block: range)
    } catch {
      return Reading(reader: reader, result: .failure(error), block: range)
    }
  }
}

extension Reader {
  /// How the reader's own language writes values.
  public var notation: Notation { Notation(profile.language) }
}
