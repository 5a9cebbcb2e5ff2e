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
    var now = unsafe time(nil)
    var parts = tm()
    _ = unsafe localtime_r(&now, &parts)
    let date = CalendarDate(year: Int(parts.tm_year) + 1900, month: Int(parts.tm_mon) + 1, day: Int(parts.tm_mday))
    // A clock outside the calendar is set to the day from which all postings are in the past.
    return date ?? CalendarDate.latest
  }

  /// The number of processors that run threads.
  static var processorCount: Int { max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN)))) }
}
