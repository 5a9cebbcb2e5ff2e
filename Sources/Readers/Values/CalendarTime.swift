/// A day, or a moment of a day, in the calendar of Gregory (proleptic).
public struct CalendarTime: Hashable, Sendable {
  /// The year, 0 included.
  public var year: Int
  /// 1 to 12.
  public var month: Int
  /// 1 to 31.
  public var day: Int
  /// 0 to 23.
  public var hour = 0
  /// 0 to 59.
  public var minute = 0
  /// 0 to 59.
  public var second = 0
  /// 0 to 999,999,999.
  public var nanosecond = 0
  /// Minutes east of UTC; `nil` where none is written.
  public var offset: Int?

  /// Makes a day.
  public init(year: Int, month: Int, day: Int) {
    self.year = year
    self.month = month
    self.day = day
  }

  /// How many days a month has; 0 where there is no such month.
  static func days(in month: Int, of year: Int) -> Int {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    case 1...12: 31
    default: 0
    }
  }

  /// Whether the day is in the calendar.
  var isDay: Bool { (1...12).contains(month) && day >= 1 && day <= Self.days(in: month, of: year) }

  /// Days since 1970-01-01; months and days past their end count on.
  var dayNumber: Int {
    let months = year * 12 + month - 1
    let year = months >= 0 ? months / 12 : (months - 11) / 12
    let month = months - year * 12 + 1
    let shifted = month <= 2 ? year - 1 : year
    let era = (shifted >= 0 ? shifted : shifted - 399) / 400
    let yearOfEra = shifted - era * 400
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    return era * 146_097 + dayOfEra - 719_468 + day - 1
  }

  /// Seconds since 1970-01-01T00:00:00Z; no offset counts as UTC.
  var seconds: Int { dayNumber * 86_400 + hour * 3600 + minute * 60 + second - (offset ?? 0) * 60 }

  /// The moment, some seconds after 1970-01-01T00:00:00 at an offset.
  init(seconds: Int, nanosecond: Int = 0, offset: Int? = 0) {
    let local = seconds + (offset ?? 0) * 60
    let days = local >= 0 ? local / 86_400 : (local - 86_399) / 86_400
    let rest = local - days * 86_400
    let shifted = days + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let index = (5 * dayOfYear + 2) / 153
    let month = index < 10 ? index + 3 : index - 9
    self.init(
      year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month: month, day: dayOfYear - (153 * index + 2) / 5 + 1)
    hour = rest / 3600
    minute = rest / 60 % 60
    second = rest % 60
    self.nanosecond = nanosecond
    self.offset = offset
  }

  /// The same moment with hours, minutes and days that ran over counted on.
  var normalized: CalendarTime {
    CalendarTime(seconds: seconds, nanosecond: nanosecond, offset: offset)
  }
}
