import PostingLint

#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// What the system says of the day and of itself.
enum SystemDay {
  /// The day in the system's time zone.
  static var today: CalendarDate {
    var now = time(nil)
    var parts = unsafe tm()
    _ = unsafe localtime_r(&now, &parts)
    let (year, month, day) = unsafe (parts.tm_year, parts.tm_mon, parts.tm_mday)
    let date = CalendarDate(year: Int(year) + 1900, month: Int(month) + 1, day: Int(day))
    // A clock outside the calendar is set to the day from which all postings are in the past.
    return date ?? CalendarDate.latest
  }

  /// The number of processors that run threads.
  static var processorCount: Int { max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN)))) }
}
