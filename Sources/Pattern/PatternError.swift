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
  public enum Reason: Hashable, Sendable {
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
  public var description: String {
    switch reason {
    case .invalidUTF8: "the pattern is not UTF-8"
    case .unclosedGroup: "a group is not closed: ')' is missing"
    case .unmatchedParenthesis: "')' closes nothing"
    case .unclosedClass: "a class is not closed: ']' is missing"
    case .loneBracket: "a bracket or brace stands alone: put a backslash before it"
    case .nothingToRepeat: "a quantifier has nothing to repeat"
    case .badQuantifier: "a quantifier is written {n}, {n,} or {n,m}"
    case .quantifierOutOfOrder: "the bounds of a quantifier are in the wrong order"
    case .trailingBackslash: "the pattern ends after a backslash"
    case .unknownEscape: "this escape does not exist"
    case .badCodeEscape: "the escape of a character is incomplete"
    case .unknownProperty: "this Unicode property does not exist"
    case .rangeOutOfOrder: "a range of a class is in the wrong order"
    case .classInRange: "a range of a class cannot begin or end with a class"
    case .unknownGroup: "'(?' begins no kind of group"
    case .badGroupName: "the name of a group is not an identifier"
    case .duplicateGroupName: "two groups have the same name"
    case .unknownGroupReference: "a reference names no group"
    case .unsupportedModifier: "a flag of a group is unknown or not supported"
    case .tooDeep: "groups are nested too deeply"
    case .tooLarge: "the pattern is too large"
    case .stepLimit: "matching took too many steps and was given up"
    }
  }
}
