/// A key whose value speaks of a post, as the schema says with `roleTitle`.
package struct TitleKey: Hashable, Sendable {
  /// The key.
  package let name: String
  /// Whether the value only mentions a role, rather than being the title of a post.
  package let isMention: Bool

  /// The keys of the posting schema that is part of the program; a test keeps them equal to it.
  static let ofPostings = [TitleKey(name: "roles", isMention: false), TitleKey(name: "title", isMention: true)]
}
