/// What a node is.
public enum NodeKind: UInt8, Sendable {
  /// A single value.
  case scalar
  /// An ordered list of nodes.
  case sequence
  /// Pairs of a key and a value.
  case mapping
  /// A reference to an anchored node (YAML 1.2.2, 7.1).
  case alias
}

/// How a node is written; the sections are those of YAML 1.2.2 where none of TOML 1.1.0 is named.
public enum NodeStyle: UInt8, Sendable {
  /// A scalar without quotes (7.3.3).
  case plain
  /// A scalar in `'…'` (7.3.2).
  case singleQuoted
  /// A scalar in `"…"` (7.3.1).
  case doubleQuoted
  /// A scalar after `|` (8.1.2).
  case literal
  /// A scalar after `>` (8.1.3).
  case folded
  /// A scalar in three single quotes (TOML, "String").
  case tripleSingleQuoted
  /// A scalar in three double quotes (TOML, "String").
  case tripleDoubleQuoted
  /// A collection by indentation (8.2), or one under a header (TOML, "Table", "Array of Tables").
  case block
  /// A table that is named on the way to a key (TOML, "Keys").
  case dotted
  /// A collection in brackets (7.4).
  case flow
}

/// What the value of a node is under the core schema (10.3).
public enum ValueType: UInt8, Sendable {
  /// Nothing, `~` or `null`.
  case null
  /// `true` or `false`.
  case boolean
  /// A whole number in decimal, octal (`0o`) or hexadecimal (`0x`).
  case integer
  /// A number with a fraction or an exponent, infinity, or not-a-number.
  case float
  /// Any other scalar.
  case string
  /// A list.
  case sequence
  /// Pairs of keys and values.
  case mapping
}

// What a node keeps in a few bits. The order is that of the raw values, so that nothing is left of the switches; the raw
// values themselves cannot be looked up without a call from another module.

extension NodeKind {
  @inlinable @inline(__always) init(bits: UInt32) {
    switch bits {
    case 0: self = .scalar
    case 1: self = .sequence
    case 2: self = .mapping
    default: self = .alias
    }
  }
}

extension NodeStyle {
  @inlinable @inline(__always) init(bits: UInt32) {
    switch bits {
    case 0: self = .plain
    case 1: self = .singleQuoted
    case 2: self = .doubleQuoted
    case 3: self = .literal
    case 4: self = .folded
    case 5: self = .tripleSingleQuoted
    case 6: self = .tripleDoubleQuoted
    case 7: self = .block
    case 8: self = .dotted
    default: self = .flow
    }
  }
}

extension ValueType {
  @inlinable @inline(__always) init(bits: UInt32) {
    switch bits {
    case 0: self = .null
    case 1: self = .boolean
    case 2: self = .integer
    case 3: self = .float
    case 4: self = .string
    case 5: self = .sequence
    default: self = .mapping
    }
  }
}
