/// The formats of the standard.
enum FormatSeam {
  /// Whether `text` has the format `name`; `nil` for a format that is not known.
  static func isValid(name: String, _ text: ArraySlice<UInt8>) -> Bool? { nil }
}
