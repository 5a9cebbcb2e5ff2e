extension RoleVocabulary {
  /// Whether the domains that a posting declares contradict those that its title implies: none of the declared ones is
  /// implied, nor tolerated in place of an implied one (`Développement` for a data role, `Autre` for support).
  ///
  /// Nothing is contradicted where nothing is declared or nothing implied. Case, accents and blanks do not count:
  /// whether a declared domain is spelled right is another question.
  public func contradicts(declared: [String], implied: [String]) -> Bool {
    let declared = declared.map { Self.folded(Array($0.utf8)) }.filter { !$0.isEmpty }
    guard !declared.isEmpty, !implied.isEmpty else { return false }
    for domain in implied {
      let own = Self.folded(Array(domain.utf8))
      if declared.contains(own) { return false }
      for (tolerating, list) in entries.tolerated where Self.folded(Array(entries.bytes(tolerating))) == own {
        if list.contains(where: { declared.contains(Self.folded(Array(entries.bytes($0)))) }) { return false }
      }
    }
    return true
  }

  private static func folded(_ text: [UInt8]) -> [UInt8] { LexedTitle(text).folded }
}
