extension WordTable {
  /// The role word that a slip was meant to be, or `nil` where none or several words are as near.
  ///
  /// A doubled letter left single, a single one doubled and two letters swapped are slips that any word may suffer;
  /// another letter is taken for one only in a long word and away from its ending, where it makes another word more
  /// often than a mistake (`référence`, `référente`).
  func nearest(to text: ArraySlice<UInt8>) -> WordForm? {
    guard text.count >= 7, text.count <= 24, let first = text.first else { return nil }
    guard (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(first) else { return nil }
    var found: WordForm?
    for index in slipTargets[Int32(first - UInt8(ascii: "a"))] {
      let form = forms[Int(index)]
      guard abs(form.folded.count - text.count) <= 1, Self.isSlip(text, of: folded(form)) else { continue }
      if let other = found, other.lemma != form.lemma { return nil }
      if found == nil { found = form }
    }
    return found
  }

  /// Whether one slip of the pen makes `known` into `text`.
  static func isSlip(_ text: ArraySlice<UInt8>, of known: ArraySlice<UInt8>) -> Bool {
    let isLonger = text.count > known.count
    let long = isLonger ? text : known
    let short = isLonger ? known : text
    guard long.count - short.count <= 1 else { return false }
    var head = 0
    while head < short.count, long[long.startIndex + head] == short[short.startIndex + head] { head += 1 }
    var tail = 0
    while tail < short.count - head, long[long.endIndex - 1 - tail] == short[short.endIndex - 1 - tail] { tail += 1 }
    let middle = short.count - head - tail
    let isFarFromEnds = known.count >= 10 && head >= 2 && tail >= 2
    if long.count > short.count {
      guard middle == 0 else { return false }
      // After equal letters the odd one out is the last of its run.
      let isDoubled = head > 0 && long[long.startIndex + head] == long[long.startIndex + head - 1]
      return (isDoubled && tail > 0) || isFarFromEnds
    }
    if middle == 1 { return isFarFromEnds }
    guard middle == 2, known.count >= 8, tail > 0 else { return false }
    return long[long.startIndex + head] == short[short.startIndex + head + 1]
      && long[long.startIndex + head + 1] == short[short.startIndex + head]
  }
}
