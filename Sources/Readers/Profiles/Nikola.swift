extension Profile {
  /// Nikola 8.3.3, which reads through ruamel.yaml 0.19.1 and makes an empty text of nothing.
  static let nikola = Profile(
    "Nikola", program: "Nikola 8.3.3, ruamel.yaml 0.19.1",
    fences: FenceRules(
      opening: .beginsWithDashes, closing: .exactDashes, unclosed: .refused, missing: .refused,
      takesBlankLinesBefore: true, takesBOM: true, closingNeedsLineEnd: true, cutsLastLineEnd: true),
    syntax: .tokens(.ruamel), construction: .python(isRuamel: true), language: .python,
    quirks: Quirks(whole: .strictMapping, characters: .yaml11, nullIsEmptyText: true, refusesBadFiles: true))
}
