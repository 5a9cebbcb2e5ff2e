import SourceText

/// A timestamp as it is written (http://yaml.org/type/timestamp.html), before a reader looks at the calendar.
struct WrittenTime {
  var year = 0
  var month = 0
  var day = 0
  /// Whether month and day have two digits each.
  var hasFullDay = true
  /// The hour, minute and second, where there is a time.
  var time: (hour: Int, minute: Int, second: Int)?
  /// The digits of the fraction.
  var fraction: [UInt8] = []
  /// Minutes east of UTC, where a zone is written.
  var offset: Int?

  /// Which zones and blanks a reader knows.
  struct Grammar {
    /// Whether `+0200` is a zone beside `+02:00` and `+2`.
    var takesGluedZone = false
    /// Whether blanks may stand around a time in any number, line breaks included.
    var takesAnyBlank = false
    /// Whether the year may have a `-`.
    var takesNegativeYear = false
  }

  /// Reads a whole text, or gives `nil`.
  init?(_ text: [UInt8], _ grammar: Grammar = Grammar()) {
    var cursor = ScalarCursor(text)
    let isNegative = grammar.takesNegativeYear && cursor.take(Byte.dash) != nil
    guard let year = cursor.takeNumber(4...4), cursor.take(Byte.dash) != nil else { return nil }
    let monthStart = cursor.place
    guard let month = cursor.takeNumber(1...2), cursor.take(Byte.dash) != nil else { return nil }
    let monthLength = cursor.place - monthStart - 1
    let dayStart = cursor.place
    guard let day = cursor.takeNumber(1...2) else { return nil }
    self.year = isNegative ? -year : year
    self.month = month
    self.day = day
    hasFullDay = monthLength == 2 && cursor.place - dayStart == 2
    if cursor.isAtEnd { return }
    if cursor.take(UInt8(ascii: "T"), UInt8(ascii: "t")) == nil {
      guard cursor.takeWhile({ $0.isBlank }) > 0 else { return nil }
    }
    guard let hour = cursor.takeNumber(1...2), cursor.take(Byte.colon) != nil,
      let minute = cursor.takeNumber(2...2), cursor.take(Byte.colon) != nil, let second = cursor.takeNumber(2...2)
    else { return nil }
    time = (hour, minute, second)
    if cursor.take(Byte.dot) != nil {
      let start = cursor.place
      _ = cursor.takeWhile { $0.isDigit }
      fraction = Array(text[start..<cursor.place])
    }
    if cursor.isAtEnd { return }
    _ = cursor.takeWhile { $0.isBlank }
    if cursor.isAtEnd { return nil }
    if cursor.take(UInt8(ascii: "Z")) != nil {
      offset = 0
    } else {
      guard cursor.byte == Byte.plus || cursor.byte == Byte.dash else { return nil }
      let isWest = cursor.takeSign()
      guard let hours = cursor.takeNumber(1...2) else { return nil }
      var minutes = 0
      if cursor.take(Byte.colon) != nil {
        guard let number = cursor.takeNumber(2...2) else { return nil }
        minutes = number
      } else if grammar.takesGluedZone, !cursor.isAtEnd {
        guard let number = cursor.takeNumber(2...2) else { return nil }
        minutes = number
      }
      offset = (hours * 60 + minutes) * (isWest ? -1 : 1)
    }
    guard cursor.isAtEnd else { return nil }
  }

  /// The day, whether it is in the calendar or not.
  var calendarDay: CalendarTime { CalendarTime(year: year, month: month, day: day) }

  /// The moment, whether it is in the calendar or not, with a fraction of some digits at most.
  func moment(fractionDigits: Int = 9) -> CalendarTime {
    var moment = calendarDay
    moment.hour = time?.hour ?? 0
    moment.minute = time?.minute ?? 0
    moment.second = time?.second ?? 0
    moment.offset = offset
    var nanosecond = 0
    for index in 0..<9 {
      let digit = index < min(fraction.count, fractionDigits) ? Int(fraction[index] - Byte.zero) : 0
      nanosecond = nanosecond * 10 + digit
    }
    moment.nanosecond = nanosecond
    return moment
  }
}
