import SourceText

#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  // `environ` is a variable of C; it is only read.
  @unsafe @preconcurrency import Glibc
#elseif canImport(Musl)
  @unsafe @preconcurrency import Musl
#endif

/// What one run of a program cost.
struct ChildProcess {
  /// From the start to the end, in seconds.
  let wall: Double
  /// User and system time, in seconds.
  let processor: Double
  /// The largest resident memory, in bytes.
  let peakMemory: Int
  /// The exit status; negative where a signal ended it.
  let status: Int32

  /// Runs a program of the search path with its output dropped.
  static func run(_ words: [String]) throws(SystemFailure) -> ChildProcess {
    let start = Stopwatch.now
    let process = try spawn(words)
    var status: Int32 = 0
    var usage = rusage()
    while unsafe wait4(process, &status, 0, &usage) < 0 {
      if errno != EINTR { throw SystemFailure(action: "wait4", code: errno) }
    }
    let wall = Stopwatch.now - start
    let times = [usage.ru_utime, usage.ru_stime].map { Double($0.tv_sec) + Double($0.tv_usec) / 1e6 }
    #if canImport(Darwin)
      let unit = 1
    #else
      let unit = 1024
    #endif
    let signal = status & 0x7F
    return ChildProcess(
      wall: wall, processor: times[0] + times[1], peakMemory: Int(usage.ru_maxrss) * unit,
      status: signal == 0 ? (status >> 8) & 0xFF : -signal)
  }

  private static func spawn(_ words: [String]) throws(SystemFailure) -> pid_t {
    #if canImport(Darwin)
      var actions: posix_spawn_file_actions_t?
    #else
      var actions = unsafe posix_spawn_file_actions_t()
    #endif
    unsafe posix_spawn_file_actions_init(&actions)
    defer { unsafe _ = posix_spawn_file_actions_destroy(&actions) }
    unsafe posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0)
    unsafe posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, "/dev/null", O_WRONLY, 0)
    unsafe posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0)
    var arguments: [UnsafeMutablePointer<CChar>?] = unsafe words.map { unsafe strdup($0) }
    unsafe arguments.append(nil)
    defer { for index in unsafe arguments.indices { unsafe free(arguments[index]) } }
    #if canImport(Darwin)
      let environment = unsafe _NSGetEnviron().pointee
    #else
      let environment = unsafe environ
    #endif
    var process: pid_t = 0
    guard let program = unsafe arguments[0] else { throw SystemFailure(action: "posix_spawn", code: ENOENT) }
    let code = unsafe posix_spawnp(&process, program, &actions, nil, arguments, environment)
    if code != 0 { throw SystemFailure(action: words[0], code: code) }
    return process
  }
}

/// Time that only goes forward.
enum Stopwatch {
  /// Seconds since some moment.
  static var now: Double { read(CLOCK_MONOTONIC) }

  /// Seconds that this process has spent on a processor.
  static var processor: Double { read(CLOCK_PROCESS_CPUTIME_ID) }

  private static func read(_ clock: clockid_t) -> Double {
    var time = timespec()
    unsafe clock_gettime(clock, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }

  /// The least and the middle time of several calls, in seconds; at least `repeats` calls.
  static func measure(repeats: Int, _ work: () -> Void) -> (least: Double, middle: Double) {
    var times: [Double] = []
    for _ in 0..<max(1, repeats) {
      let start = now
      work()
      times.append(now - start)
    }
    times.sort()
    return (times[0], times[times.count / 2])
  }
}

/// What this process has used.
enum OwnUsage {
  /// The largest resident memory so far, in bytes.
  static var peakMemory: Int {
    var usage = rusage()
    #if canImport(Darwin)
      unsafe getrusage(RUSAGE_SELF, &usage)
      return Int(usage.ru_maxrss)
    #else
      unsafe getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
      return Int(usage.ru_maxrss) * 1024
    #endif
  }
}
