/// Eight bytes in a word, looked at all at once. A byte that is looked for has its highest bit set in the result; so may a byte
/// above it in the word, so only the lowest is certain: in a little-endian word the first of the text.
extension UInt64 {
  /// Eight times `byte`.
  @inlinable @inline(__always) package init(repeating byte: UInt8) { self = 0x0101_0101_0101_0101 &* UInt64(byte) }

  /// The bytes that are `byte`.
  @inlinable @inline(__always) package func bytes(equalTo byte: UInt8) -> UInt64 {
    let difference = self ^ UInt64(repeating: byte)
    return (difference &- UInt64(repeating: 1)) & ~difference & UInt64(repeating: 0x80)
  }

  /// The bytes below `byte`, which is 0x80 at most.
  @inlinable @inline(__always) package func bytes(below byte: UInt8) -> UInt64 {
    (self &- UInt64(repeating: byte)) & ~self & UInt64(repeating: 0x80)
  }
}
