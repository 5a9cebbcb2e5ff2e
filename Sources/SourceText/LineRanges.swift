/// The lines of a text, each with its line end.
struct LineRanges {
  /// Where each line starts, and where the last one ends.
  private var starts: [UInt32] = []

  init(_ bytes: [UInt8]) {
    starts.reserveCapacity(bytes.reduce(into: 2) { if $1 == 0x0A { $0 += 1 } })
    starts.append(0)
    for index in bytes.indices where bytes[index] == 0x0A { starts.append(UInt32(clamping: index + 1)) }
    if let last = bytes.last, last != 0x0A { starts.append(UInt32(clamping: bytes.count)) }
  }

  var count: Int { starts.count - 1 }

  subscript(line: Int) -> ByteRange { ByteRange(Int(starts[line]), Int(starts[line + 1])) }
}
