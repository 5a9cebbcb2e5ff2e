extension Keyword {
  /// The schema of the items after those that `items` names one by one (draft-07 validation, 6.4.2); run with `items`.
  static let additionalItems = Keyword("additionalItems", .applicator, .before202012, .schema)
}
