import SourceText

/// What Hugo 0.168 and 0.111 make of the text of a date that has the order of ISO 8601.
enum HugoTime {
  /// Why Hugo does not read a date that others do; `nil` where it does.
  static func problem(_ text: [UInt8]) -> Message? {
    guard text.count > 10 else { return nil }
    let time = text[11...].drop(while: \.isBlank)
    let clock = time.prefix { $0.isDigit || $0 == Byte.colon }
    let parts = clock.split(separator: Byte.colon, omittingEmptySubsequences: false)
    if parts.count < 3 {
      return Message(
        fr: "Hugo ne lit pas une heure sans secondes\u{A0}: ajoutez-les, comme 07:27:00",
        en: "Hugo does not read a time without seconds: add them, like 07:27:00")
    }
    if Digits.value(parts[0]) == 24 || Digits.value(parts[2]) == 60 {
      return Message(
        fr: "Hugo ne lit ni l’heure 24 ni la seconde 60\u{A0}: corrigez l’heure",
        en: "Hugo reads neither hour 24 nor second 60: correct the time")
    }
    if text[10] == UInt8(ascii: "t") || text.last == UInt8(ascii: "z") {
      return Message(
        fr: "Hugo ne lit que les majuscules T et Z dans une heure\u{A0}: écrivez-les ainsi",
        en: "Hugo reads only capital T and Z in a time: write them so")
    }
    guard let sign = time.lastIndex(where: { $0 == Byte.plus || $0 == Byte.dash }) else { return nil }
    let zone = time[(sign + 1)...]
    let isWhole = zone.count == 4 || (zone.count == 5 && zone[zone.startIndex + 2] == Byte.colon)
    return isWhole
      ? nil
      : Message(
        fr: "Hugo ne lit pas ce fuseau\u{A0}: écrivez-le avec quatre chiffres, comme +02:00",
        en: "Hugo does not read this zone: write it with four digits, like +02:00")
  }

  /// Whether a text has the short English name of a month, which is none of the forms that were seen to fail.
  static func isEnglish(_ text: [UInt8]) -> Bool {
    let words = text.split { !$0.isLetter }.map { String(decoding: $0.map(\.lowercased), as: UTF8.self) }
    return words.contains { months.contains($0) }
  }

  static let months = [
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
  ]
}
