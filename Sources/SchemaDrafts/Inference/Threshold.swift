/// The share from which what holds for most holds for all.
package struct Threshold: Hashable, Sendable {
  /// The share in percent, 50 to 100.
  package let percent: Int

  /// Makes a threshold; other numbers are brought into the range.
  package init(percent: Int) {
    self.percent = min(max(percent, 50), 100)
  }

  /// Whether `part` of `whole` is as many as that.
  func isMet(by part: Int, of whole: Int) -> Bool { whole > 0 && part * 100 >= whole * percent }

  /// Whether `part` of `whole` is too many to be passed over as an exception.
  func isNotable(_ part: Int, of whole: Int) -> Bool { part > 0 && part * 100 > whole * (100 - percent) }
}
