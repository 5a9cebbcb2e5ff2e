/// A half-open range of UTF-8 bytes, counted from 0: the only currency for positions inside the program.
///
/// Lines and columns are made from it at the rim, by ``LineIndex``. A file has as many of them as it has words, so one takes
/// eight bytes; an offset that 32 bits cannot hold is the nearest that they can.
@frozen
public struct ByteRange: Hashable, Sendable {
  @usableFromInline
  var first: UInt32
  @usableFromInline
  var last: UInt32

  /// The offset of the first byte.
  @inlinable
  public var start: Int {
    get { Int(first) }
    set { first = UInt32(clamping: newValue) }
  }
  /// The offset after the last byte; never smaller than `start`.
  @inlinable
  public var end: Int {
    get { Int(last) }
    set { last = UInt32(clamping: newValue) }
  }

  /// Makes the range of the bytes from `start` up to, not including, `end`; an inverted pair gives the empty range
  /// at `start`.
  @inlinable
  public init(_ start: Int, _ end: Int) {
    first = UInt32(clamping: start)
    last = UInt32(clamping: end < start ? start : end)
  }

  /// The empty range at `offset`.
  @inlinable
  public init(at offset: Int) {
    self.init(offset, offset)
  }

  /// The number of bytes.
  @inlinable
  public var count: Int { end - start }

  /// Whether the range holds no byte.
  @inlinable
  public var isEmpty: Bool { start == end }

  /// Whether `offset` is one of the range's bytes.
  @inlinable
  public func contains(_ offset: Int) -> Bool { offset >= start && offset < end }

  /// Whether every byte of `other` is in this range; an empty range is contained where it touches.
  @inlinable
  public func contains(_ other: ByteRange) -> Bool { other.start >= start && other.end <= end }

  /// Whether the two ranges share a byte.
  @inlinable
  public func overlaps(_ other: ByteRange) -> Bool { start < other.end && other.start < end }

  /// The same range, moved by `distance` bytes.
  @inlinable
  public func moved(by distance: Int) -> ByteRange { ByteRange(start + distance, end + distance) }

  /// The smallest range that holds this one and `other`.
  @inlinable
  public func union(_ other: ByteRange) -> ByteRange {
    ByteRange(Swift.min(start, other.start), Swift.max(end, other.end))
  }

  /// The indices, for slicing a byte array.
  @inlinable
  public var indices: Range<Int> { start..<end }
}

extension ByteRange: Comparable {
  /// Orders by start, then by end.
  @inlinable
  public static func < (left: ByteRange, right: ByteRange) -> Bool {
    (left.start, left.end) < (right.start, right.end)
  }
}

extension ByteRange: CustomStringConvertible {
  /// `start..<end`.
  public var description: String { "\(start)..<\(end)" }
}
