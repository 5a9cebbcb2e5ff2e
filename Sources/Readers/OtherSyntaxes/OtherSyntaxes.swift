import SourceText

/// Front matter in TOML and JSON, as the readers that take it read it.
enum OtherSyntaxes {
  /// What a reader makes of a file that has such front matter; `nil` where its rules of YAML hold.
  static func read(_ bytes: [UInt8], as reader: Reader) -> Reading? {
    switch reader {
    case .hugo: HugoOther(bytes, reader, isNew: true).read()
    case .hugo0111: HugoOther(bytes, reader, isNew: false).read()
    case .nikola: PythonOther(bytes, reader).nikola()
    case .pythonFrontmatter: PythonOther(bytes, reader).pythonFrontmatter()
    default: nil
    }
  }
}

extension Reading {
  /// A reading that stops.
  static func refused(_ reader: Reader, _ reason: RefusalReason, _ range: ByteRange, block: ByteRange? = nil) -> Reading
  {
    Reading(reader: reader, result: .failure(Refusal(reason, range)), block: block)
  }
}
