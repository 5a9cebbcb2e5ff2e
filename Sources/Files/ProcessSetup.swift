#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// What a command has to settle with the system before it works.
package enum ProcessSetup {
  /// To be called once, first of all.
  ///
  /// A closed pipe and a limit on file size become errors of `write` instead of the end of the program. SIGINT and
  /// SIGTERM keep their default action, which ends the program at once with the signal (128 + its number in a shell):
  /// files are only ever replaced whole, so there is nothing to tidy that the next run does not remove. Standard
  /// descriptors that are closed are taken, or the next file that is opened would get the number of standard output.
  package static func prepare() {
    _ = signal(SIGPIPE, SIG_IGN)
    _ = signal(SIGXFSZ, SIG_IGN)
    for number in STDIN_FILENO...STDERR_FILENO where fcntl(number, F_GETFD) == -1 {
      // Opened for the wrong direction, so that its use still fails.
      _ = unsafe open("/dev/null", number == STDIN_FILENO ? O_WRONLY : O_RDONLY)
    }
  }

  /// Whether the system lets this program have `count` more threads at once, and the descriptors that tasks take.
  ///
  /// Where it does not, the runtime of tasks waits for ever for the thread that it was refused, as by a limit on the
  /// number of processes or on memory, and without descriptors it ends the program.
  package static func mayRun(threads count: Int) -> Bool {
    #if canImport(Glibc)
      var pipes: [[Int32]] = []
      defer { for end in pipes.joined() { _ = close(end) } }
      for _ in 0..<4 {
        var ends: [Int32] = [-1, -1]
        guard unsafe pipe(&ends) == 0 else { return false }
        pipes.append(ends)
      }
      // Each thread waits for the end of a pipe, so that all are there at once.
      var threads: [pthread_t] = []
      for _ in 0..<count {
        var thread = pthread_t()
        let reading = unsafe UnsafeMutableRawPointer(bitPattern: Int(pipes[0][0]))
        let code = unsafe pthread_create(
          &thread, nil,
          { context in
            var byte: UInt8 = 0
            _ = unsafe read(Int32(truncatingIfNeeded: Int(bitPattern: context)), &byte, 1)
            return nil
          }, reading)
        guard code == 0 else { break }
        threads.append(thread)
      }
      _ = close(pipes[0][1])
      pipes[0][1] = -1
      for thread in threads { pthread_join(thread, nil) }
      return threads.count == count
    #else
      return true
    #endif
  }

  /// The arguments of the command in the system's bytes, without the name of the program; `nil` where they are not to be
  /// had, as on Linux without `/proc`.
  package static var arguments: [[UInt8]]? {
    let count = Int(CommandLine.argc)
    guard count > 0 else { return nil }
    return (1..<count).compactMap { index in
      guard let argument = unsafe CommandLine.unsafeArgv[index] else { return nil }
      return unsafe UnsafeBufferPointer(start: argument, count: strlen(argument)).map { UInt8(bitPattern: $0) }
    }
  }

  /// The value of an environment variable; `nil` when it is not set.
  package static func environment(_ name: String) -> String? {
    guard let value = unsafe getenv(name) else { return nil }
    return unsafe String(cString: value)
  }
}
