#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  // `environ` is a variable of C; it is only read, before any thread could change it.
  @unsafe @preconcurrency import Glibc
#elseif canImport(Musl)
  @unsafe @preconcurrency import Musl
#endif

/// Runs other programs.
package enum Subprocess {
  /// Runs a program of the search path to its end; its standard output and exit status. Nothing goes in, and what it
  /// says on standard error is dropped.
  package static func run(_ command: [[UInt8]]) throws(ErrorNumber) -> (output: [UInt8], status: Int32) {
    var ends: [Int32] = [-1, -1]
    _ = try ErrorNumber.retrying { unsafe pipe(&ends) }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    let (reading, writing) = (ends[0], ends[1])
    defer { _ = close(reading) }
    let process: pid_t
    do throws(ErrorNumber) {
      process = try spawn(command, output: writing)
    } catch {
      _ = close(writing)
      throw error
    }
    _ = close(writing)
    let output = Result { () throws(ErrorNumber) -> [UInt8] in
      try Descriptor.readAll(reading, expected: 1 << 16, limit: 1 << 30)
    }
    var status: Int32 = 0
    _ = try ErrorNumber.retrying { unsafe waitpid(process, &status, 0) }
    let signal = status & 0x7F
    return (try output.get(), signal == 0 ? (status >> 8) & 0xFF : -signal)
  }

  private static func spawn(_ command: [[UInt8]], output: Int32) throws(ErrorNumber) -> pid_t {
    #if canImport(Darwin)
      var actions: posix_spawn_file_actions_t?
      var attributes: posix_spawnattr_t?
    #else
      var actions = unsafe posix_spawn_file_actions_t()
      var attributes = posix_spawnattr_t()
    #endif
    unsafe posix_spawn_file_actions_init(&actions)
    defer { unsafe _ = posix_spawn_file_actions_destroy(&actions) }
    unsafe posix_spawnattr_init(&attributes)
    defer { unsafe _ = posix_spawnattr_destroy(&attributes) }
    unsafe posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0)
    unsafe posix_spawn_file_actions_adddup2(&actions, output, STDOUT_FILENO)
    unsafe posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0)
    // This program ignores SIGPIPE; git expects the default.
    var defaults = sigset_t()
    unsafe sigemptyset(&defaults)
    unsafe sigaddset(&defaults, SIGPIPE)
    unsafe posix_spawnattr_setsigdefault(&attributes, &defaults)
    unsafe posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGDEF))

    var words: [UnsafeMutablePointer<CChar>?] = unsafe command.map { word in
      let copy = UnsafeMutablePointer<CChar>.allocate(capacity: word.count + 1)
      for (index, byte) in word.enumerated() { unsafe copy[index] = CChar(bitPattern: byte) }
      unsafe copy[word.count] = 0
      return unsafe copy
    }
    unsafe words.append(nil)
    defer { for index in unsafe words.indices { unsafe words[index]?.deallocate() } }
    #if canImport(Darwin)
      let environment = unsafe _NSGetEnviron().pointee
    #else
      let environment = unsafe environ
    #endif
    var process: pid_t = 0
    guard let program = unsafe words[0] else { throw ErrorNumber(code: ENOENT) }
    let code = unsafe posix_spawnp(&process, program, &actions, &attributes, words, environment)
    if code != 0 { throw ErrorNumber(code: code) }
    return process
  }
}
