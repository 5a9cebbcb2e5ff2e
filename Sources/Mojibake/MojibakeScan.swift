public import SourceText

/// Finds text whose UTF-8 was read in a single-byte encoding and written again ("Ã©" for "é").
public enum MojibakeScan {
  /// The damaged runs of `bytes`, by position, none sharing a byte with another.
  ///
  /// `protected` are ranges, in any order, that are never touched and give no evidence: code, URLs, HTML attributes.
  /// Bytes that are no UTF-8 only separate; ``LegacyDecoding`` speaks of them. Time is linear in the number of bytes.
  public static func findings(in bytes: [UInt8], protected: [ByteRange] = []) -> [MojibakeFinding] {
    let all = ByteRange(0, bytes.count)
    let protected = protected.filter { $0.overlaps(all) }
      .map { ByteRange(max($0.start, 0), min($0.end, bytes.count)) }.apart()
    var finder = WindowFinder(bytes: bytes, table: .shared)
    finder.find(protected: protected)
    if finder.windows.isEmpty && finder.strange.isEmpty { return [] }
    let tokenizer = Tokenizer()
    var judge = Judge(bytes: bytes, tokenizer: tokenizer, windows: finder.windows.count)
    let pages = judge.damagingPages(in: finder.windows)
    if pages != 0 {
      finder = WindowFinder(bytes: bytes, table: .shared, pages: pages, room: finder.windows.count)
      finder.find(protected: protected)
    }
    let found = judge.findings(in: finder.windows, hasOthers: finder.hasOrdinary || finder.windows.count > 1)
    var lines = SwappedPages(bytes: bytes, tokenizer: tokenizer, protected: protected)
    let odd =
      finder.windows.isEmpty
      ? finder.strange : finder.strange.isEmpty ? finder.windows : (finder.windows + finder.strange).sorted()
    let others = lines.findings(near: odd, besides: found)
    return others.isEmpty ? found : (found + others).sorted { $0.range < $1.range }
  }
}
