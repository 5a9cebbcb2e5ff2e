extension RoleReader {
  /// Whether the domains that a posting declares contradict those that its title implies: none of the declared ones is
  /// implied, nor tolerated in place of an implied one (`Développement` for a data role, `Autre` for support).
  ///
  /// Nothing is contradicted where nothing is declared or nothing implied. Case, accents and blanks do not count:
  /// whether a declared domain is spelled right is another question.
  public func contradicts(declared: [String], implied: [String]) -> Bool {
    let declared = declared.map { Self.folded($0) }.filter { !$0.isEmpty }
    guard !declared.isEmpty, !implied.isEmpty else { return false }
    for domain in implied {
      let own = Self.folded(domain)
      if declared.contains(own) { return false }
      for (number, tolerating) in tables.tolerating.enumerated() where tables.texts[tolerating].elementsEqual(own) {
        let list = tables.tolerated[Int32(truncatingIfNeeded: number)]
        if list.contains(where: { declared.contains(Array(tables.texts[$0])) }) { return false }
      }
    }
    return true
  }

  private static func folded(_ text: String) -> [UInt8] { LexedTitle(Array(text.utf8)).folded }
}
