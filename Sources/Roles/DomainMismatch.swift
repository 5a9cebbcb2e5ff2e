extension RoleReader {
  /// Whether the domains that a posting declares contradict those that its title implies: none of the declared ones is
  /// implied, nor tolerated in place of an implied one (`Développement` for a data role, `Autre` for support).
  ///
  /// Nothing is contradicted where nothing is declared or nothing implied. Case, accents and blanks do not count:
  /// whether a declared domain is spelled right is another question.
  public func contradicts(declared: [String], implied: [String]) -> Bool {
    contradicts(implied: implied) { take in for domain in declared { take(domain) } }
  }

  /// As above, of domains that are given one by one: a posting may declare as many as it has words.
  package func contradicts(implied: [String], forEachDeclared: (_ take: (String) -> Void) -> Void) -> Bool {
    if implied.isEmpty { return false }
    var fitting: [[UInt8]] = []
    for domain in implied {
      let own = Self.folded(domain)
      fitting.append(own)
      for (number, tolerating) in tables.tolerating.enumerated() where tables.texts[tolerating].elementsEqual(own) {
        fitting += tables.tolerated[Int32(truncatingIfNeeded: number)].map { Array(tables.texts[$0]) }
      }
    }
    var isDeclared = false
    var isFitting = false
    forEachDeclared { domain in
      if isFitting { return }
      let folded = Self.folded(domain)
      if folded.isEmpty { return }
      isDeclared = true
      isFitting = fitting.contains(folded)
    }
    return isDeclared && !isFitting
  }

  private static func folded(_ text: String) -> [UInt8] { LexedTitle(Array(text.utf8)).folded }
}
