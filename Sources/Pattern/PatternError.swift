/// Why a pattern cannot be used, or why a match could not be decided.
public struct PatternError: Error, Hashable, Sendable {
  /// What is wrong.
  public let reason: Reason
  /// Where in the pattern, in bytes from 0; the length of the pattern for a mistake at its end.
  public let offset: Int

  /// Makes an error about the place `offset` of a pattern.
  init(_ reason: Reason, at offset: Int) {
    self.reason = reason
    self.offset = offset
  }

  /// The closed list of mistakes. Clause numbers are those of ECMA-262, 16th edition.
  public enum Reason: Hashable, Sendable, CaseIterable {
    /// The bytes are not UTF-8.
    case invalidUTF8
    /// A group is not closed with `)` (22.2.1).
    case unclosedGroup
    /// A `)` closes nothing.
    case unmatchedParenthesis
    /// A class is not closed with `]`.
    case unclosedClass
    /// A `]`, `{` or `}` stands alone; it is written with a backslash.
    case loneBracket
    /// A quantifier follows nothing, another quantifier, or something that has no width.
    case nothingToRepeat
    /// The braces of a quantifier do not hold `n`, `n,` or `n,m`.
    case badQuantifier
    /// The bounds of `{n,m}` are in the wrong order.
    case quantifierOutOfOrder
    /// The pattern ends after a backslash.
    case trailingBackslash
    /// No escape of this name exists (22.2.1, `IdentityEscape` under `u`).
    case unknownEscape
    /// `\x`, `\u` or `\c` is not followed by what it needs.
    case badCodeEscape
    /// `\p{…}` names no property (table 67 to 70).
    case unknownProperty
    /// A range of a class goes from the greater to the smaller.
    case rangeOutOfOrder
    /// An end of a range is a class, such as `\d`.
    case classInRange
    /// `(?` begins no kind of group.
    case unknownGroup
    /// The name of a group is not an identifier.
    case badGroupName
    /// Two groups of one alternative have the same name.
    case duplicateGroupName
    /// `\1` or `\k<name>` names no group.
    case unknownGroupReference
    /// A flag of `(?flags:…)` is unknown, repeated, or not supported (`i`).
    case unsupportedModifier
    /// More than ``CompiledPattern/depthLimit`` groups are open.
    case tooDeep
    /// Written out, the repetitions are larger than ``CompiledPattern/sizeLimit``.
    case tooLarge
    /// A match took more than the allowed number of steps. The answer is not known.
    case stepLimit
  }
}

extension PatternError: CustomStringConvertible {
  /// The mistake in plain English, without its place.
  public var description: String { reason.english }
}
