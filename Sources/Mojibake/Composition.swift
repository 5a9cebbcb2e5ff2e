public import SourceText

/// Canonical composition (NFC) of Latin, Greek and Cyrillic letters with their combining marks, of kana with theirs, and
/// of the parts of Korean syllables.
///
/// Unicode Standard, sections 3.11 and 3.12. A mark that has no composed form with its letter is left alone.
public enum Composition {
  /// The composed form of a letter and a mark, `nil` where there is none.
  static func composed(_ base: UInt32, _ mark: UInt32) -> UInt32? {
    var low = 0
    var high = canonicalCompositions.count / 3
    while low < high {
      let middle = (low + high) / 2
      let key = (UInt32(canonicalCompositions[middle * 3]), UInt32(canonicalCompositions[middle * 3 + 1]))
      if key == (base, mark) { return UInt32(canonicalCompositions[middle * 3 + 2]) }
      if key < (base, mark) { low = middle + 1 } else { high = middle }
    }
    return nil
  }

  /// The letters of `bytes` that are written with combining marks though a composed form exists: the range of letter
  /// and marks, and the UTF-8 of the composed form. By position; linear time.
  public static func findings(in bytes: [UInt8]) -> [(range: ByteRange, replacement: [UInt8])] {
    var result: [(range: ByteRange, replacement: [UInt8])] = []
    forEachFinding(in: bytes) { result.append(($0, $1)) }
    return result
  }

  /// As above, one after the other: a text may have as many as it has letters.
  package static func forEachFinding(in bytes: [UInt8], _ take: (_ range: ByteRange, _ replacement: [UInt8]) -> Void) {
    // A text has few letters and many places: the bytes of each letter are there once.
    var (letters, written) = (NameIndex(), [[UInt8]]())
    var index = 0
    while let mark = nextMark(from: index, in: bytes) {
      index = mark
      var start = mark - 1
      while start > 0, mark - start < 4, bytes[start] & 0xC0 == 0x80 { start -= 1 }
      guard start >= 0, let base = UTF8Scan.scalar(at: start, in: bytes), start + base.length == mark else {
        index = mark + 2
        continue
      }
      if bytes[mark] >= 0xE1 {
        let syllable = syllable(base.value.value, at: mark, in: bytes)
        if let syllable { take(ByteRange(start, syllable.end), syllable.text) }
        index = syllable?.end ?? mark + 3
        continue
      }
      let (end, text, changed) = compose(base.value.value, marksAt: mark, in: bytes)
      if changed {
        var known = text
        if letters.count < 1_000 || letters.number(of: text) != nil {
          let (number, isNew) = letters.insert(text)
          if isNew { written.append(text) }
          known = written[number]
        }
        take(ByteRange(start, end), known)
      }
      index = end
    }
  }

  /// The offset of the next combining mark from U+0300 to U+036F (0xCC 0x80 to 0xCD 0xAF), voicing mark of kana (U+3099,
  /// U+309A) or vowel of a Korean syllable (U+1161 to U+1175).
  private static func nextMark(from index: Int, in bytes: [UInt8]) -> Int? {
    unsafe bytes.withUnsafeBufferPointer { buffer in
      var index = index
      while index + 1 < buffer.count {
        let byte = unsafe buffer[index]
        if byte == 0xCC || byte == 0xCD {
          let second = unsafe buffer[index + 1]
          if second >= 0x80 && second <= (byte == 0xCC ? 0xBF : 0xAF) { return index }
        } else if byte == 0xE3 || byte == 0xE1, index + 2 < buffer.count {
          let second = unsafe buffer[index + 1]
          let third = unsafe buffer[index + 2]
          let isMark =
            byte == 0xE3
            ? second == 0x82 && (third == 0x99 || third == 0x9A) : second == 0x85 && third >= 0xA1 && third <= 0xB5
          if isMark { return index }
        }
        index += 1
      }
      return nil
    }
  }

  /// The kana of `base` and the voicing mark at `mark`, or the Korean syllable whose vowel stands there.
  private static func syllable(_ base: UInt32, at mark: Int, in bytes: [UInt8]) -> (end: Int, text: [UInt8])? {
    guard let second = UTF8Scan.scalar(at: mark, in: bytes)?.value.value else { return nil }
    var end = mark + 3
    let value: UInt32
    if second >= 0x3099 {
      guard let kana = kana(base, isHalfVoiced: second == 0x309A) else { return nil }
      value = kana
    } else {
      guard (0x1100...0x1112).contains(base) else { return nil }
      var last: UInt32 = 0
      if end < bytes.count, let third = UTF8Scan.scalar(at: end, in: bytes),
        (0x11A8...0x11C2).contains(third.value.value)
      {
        last = third.value.value - 0x11A7
        end += third.length
      }
      value = 0xAC00 + ((base - 0x1100) * 21 + second - 0x1161) * 28 + last
    }
    return Unicode.Scalar(value).map { (end, Array(String(Character($0)).utf8)) }
  }

  /// Hiragana, or the katakana 96 places behind it, with its voicing mark.
  private static func kana(_ base: UInt32, isHalfVoiced: Bool) -> UInt32? {
    let hiragana = base >= 0x30A0 ? base - 0x60 : base
    switch hiragana {
    case 0x306F, 0x3072, 0x3075, 0x3078, 0x307B: return base + (isHalfVoiced ? 2 : 1)
    case _ where isHalfVoiced: return nil
    case 0x304B, 0x304D, 0x304F, 0x3051, 0x3053, 0x3055, 0x3057, 0x3059, 0x305B, 0x305D, 0x305F, 0x3061, 0x3064, 0x3066,
      0x3068, 0x309D:
      return base + 1
    case 0x3046: return base + 0x4E
    case 0x308F...0x3092 where base >= 0x30A0: return base + 8
    default: return nil
    }
  }

  /// Composes `base` with the run of marks at `start`, in canonical order, as far as composed forms exist.
  private static func compose(
    _ base: UInt32, marksAt start: Int, in bytes: [UInt8]
  ) -> (end: Int, text: [UInt8], changed: Bool) {
    var marks: [UInt32] = []
    var end = start
    while end < bytes.count, bytes[end] == 0xCC || bytes[end] == 0xCD,
      let mark = UTF8Scan.scalar(at: end, in: bytes), mark.value.value < 0x370
    {
      // Longer runs are no writing of any language; they are left as they are.
      if marks.count < 8 { marks.append(mark.value.value) }
      end += mark.length
    }
    if (end - start) / 2 > marks.count { return (end, [], false) }
    let count = marks.count
    var base = base
    while let (letter, mark) = decomposed(base) {
      base = letter
      marks.insert(mark, at: 0)
    }
    marks = inCanonicalOrder(marks)
    var rest: [UInt32] = []
    var lastClass: UInt8 = 0
    for mark in marks {
      let markClass = combiningClass(mark)
      if rest.isEmpty || lastClass < markClass, let next = composed(base, mark) {
        base = next
      } else {
        rest.append(mark)
        // A mark of class 0, the grapheme joiner, stands between what comes before and after it.
        lastClass = markClass == 0 ? UInt8.max : markClass
      }
    }
    guard rest.count < count else { return (end, [], false) }
    var text: [UInt8] = []
    for value in [base] + rest {
      if let scalar = Unicode.Scalar(value) { text += Array(String(Character(scalar)).utf8) }
    }
    return (end, text, true)
  }

  /// Letter and mark of a composed form, `nil` where it is none.
  private static func decomposed(_ letter: UInt32) -> (UInt32, UInt32)? {
    guard letter < places.count, places[Int(letter)] > 0 else { return nil }
    let place = Int(places[Int(letter)])
    return (UInt32(canonicalCompositions[place - 2]), UInt32(canonicalCompositions[place - 1]))
  }

  /// For each character where it stands in the table as a composed form; 0 for the others.
  private static let places: [UInt16] = {
    let composed = stride(from: 2, to: canonicalCompositions.count, by: 3)
    let largest = composed.reduce(0) { max($0, Int(canonicalCompositions[$1])) }
    var places = [UInt16](repeating: 0, count: largest + 1)
    for place in composed { places[Int(canonicalCompositions[place])] = UInt16(clamping: place) }
    return places
  }()

  private static func combiningClass(_ mark: UInt32) -> UInt8 {
    mark >= 0x300 && mark < 0x370 ? combiningClasses[Int(mark - 0x300)] : 0
  }

  /// A stable sort by combining class; marks of class 0 are not passed.
  private static func inCanonicalOrder(_ marks: [UInt32]) -> [UInt32] {
    var result = marks
    for position in result.indices.dropFirst() {
      var at = position
      while at > 0, combiningClass(result[at]) > 0, combiningClass(result[at - 1]) > combiningClass(result[at]) {
        result.swapAt(at, at - 1)
        at -= 1
      }
    }
    return result
  }
}
