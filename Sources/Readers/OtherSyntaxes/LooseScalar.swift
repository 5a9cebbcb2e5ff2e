import SourceText
import TOML

/// Values without quotes that the package `toml` 0.10.2 takes and TOML has not.
enum LooseScalar {
  /// `++1`, `INF`, `2022-06-28T07:27:43+0200`; `nil` for any other text.
  static func value(_ text: [UInt8]) -> ReaderValue? {
    let word = text.drop { $0 == Byte.plus || $0 == Byte.dash }.map(\.lowercased)
    if word.elementsEqual("inf".utf8) || word.elementsEqual("nan".utf8), text.count < 5 {
      return Numbers.double((text.first == Byte.dash ? [Byte.dash] : []) + word).map { .float($0) }
    }
    if text.starts(with: "++".utf8), let number = Numbers.whole(text.dropFirst(2), base: 10) { return .int(number) }
    return moment(text)
  }

  /// A day and a time, whatever follows; a distance from UTC of four digits counts, another is lost.
  private static func moment(_ text: [UInt8]) -> ReaderValue? {
    guard text.count > 19, let date = TOMLDate(Array(text.prefix(19))), date.kind == .localDateTime else { return nil }
    let rest = text[19...]
    var time = date.time
    if rest.count == 5, let sign = rest.first, sign == Byte.plus || sign == Byte.dash,
      rest.dropFirst().allSatisfy(\.isDigit)
    {
      let digits = rest.dropFirst().reduce(0) { $0 * 10 + Int($1 & 15) }
      time.offset = (digits / 100 * 60 + digits % 100) * (sign == Byte.dash ? -1 : 1)
      return .dateTime(time)
    }
    guard let first = rest.first, !first.isDigit, !first.isLetter || first | 0x20 == UInt8(ascii: "z") else {
      return nil
    }
    return naive(time)
  }

  /// A moment without a zone.
  static func naive(_ time: CalendarTime) -> ReaderValue {
    let text = Notation(.python).moment(time)
    return .local(.datetime, String(text.prefix { $0 != " " }))
  }
}
