extension WordTable {
  /// The role word that a slip was meant to be: one letter too many, too few, another, or two swapped, in a word of at
  /// least seven letters that begins alike. `nil` where none or several words are as near.
  func nearest(to text: ArraySlice<UInt8>) -> WordForm? {
    guard text.count >= 7, text.count <= 24 else { return nil }
    var found: WordForm?
    for form in forms where form.folded.count >= 7 && !form.hasVariants && abs(form.folded.count - text.count) <= 1 {
      let known = folded(form)
      guard known.first == text.first, traits[Int(form.lemma)].contains(.roleWord), Self.isOneSlip(text, known)
      else { continue }
      if let other = found, other.lemma != form.lemma { return nil }
      if found == nil { found = form }
    }
    return found
  }

  /// Whether one slip of the pen makes one text the other; the two differ.
  static func isOneSlip(_ left: ArraySlice<UInt8>, _ right: ArraySlice<UInt8>) -> Bool {
    if left.count > right.count { return isOneSlip(right, left) }
    guard right.count - left.count <= 1 else { return false }
    var head = 0
    while head < left.count, left[left.startIndex + head] == right[right.startIndex + head] { head += 1 }
    var tail = 0
    while tail < left.count - head, left[left.endIndex - 1 - tail] == right[right.endIndex - 1 - tail] { tail += 1 }
    let middle = left.count - head - tail
    if left.count < right.count { return middle == 0 }
    if middle <= 1 { return middle == 1 }
    guard middle == 2 else { return false }
    return left[left.startIndex + head] == right[right.startIndex + head + 1]
      && left[left.startIndex + head + 1] == right[right.startIndex + head]
  }
}
