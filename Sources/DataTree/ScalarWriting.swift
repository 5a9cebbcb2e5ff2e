/// Where a scalar is written.
public enum ScalarPlace: Hashable, Sendable {
  /// The value of a key, or an item of a list, on a line of its own.
  case block
  /// Inside a collection in brackets, or a place that is not known: what fits here fits everywhere.
  case flow
  /// The key of a pair.
  case key
}

/// Writes texts in one syntax so that they read back as those texts.
public protocol ScalarWriting: Sendable {
  /// A text as it is written at a place, in a style as far as that can hold it, else in double quotes; `nil` where
  /// the syntax has no way to write it on one line.
  static func written(_ text: [UInt8], at place: ScalarPlace, like style: NodeStyle) -> [UInt8]?
}
