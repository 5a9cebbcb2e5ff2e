extension Profile {
  /// Zensical 0.0.73.
  static let zensical = Profile(
    "Zensical", program: "Zensical 0.0.73",
    fences: FenceRules(opening: .dashesAndBlanks, closing: .dashesOrDots, takesBOM: true),
    syntax: .standard, construction: .rust, language: .rust,
    quirks: Quirks(
      whole: .strictMapping, refusesBadFiles: true, refusesTabAfterColon: true, refusesSurrogates: true,
      endsAtNUL: true))
}
