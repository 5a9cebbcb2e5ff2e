public import SourceText

/// Why the aliases of a tree cannot be written out.
public enum AliasError: Error, Hashable, Sendable {
  /// The alias at the range would write nodes without measure.
  case expansion(ByteRange)
  /// The alias at the range stands inside the node that it stands for.
  case recursive(ByteRange)
}
