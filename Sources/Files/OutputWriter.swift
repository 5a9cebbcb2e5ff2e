package import SourceText

#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// A buffered output to standard output, standard error or a file.
///
/// A reader that goes away, as `head` does, is no error: what follows is dropped, and ``isClosed`` says that more is
/// not worth making. Every other failure is kept and thrown by ``flush()`` and ``finish()``.
package struct OutputWriter: Sendable {
  private let descriptor: Int32
  private let path: SourcePath
  private let ownsDescriptor: Bool
  private var buffer: [UInt8] = []
  private var failure: FileError?

  /// Whether what is written goes nowhere any more.
  package private(set) var isClosed = false

  /// How many bytes are gathered before they are sent.
  private static let bufferSize = 1 << 16

  private init(descriptor: Int32, path: SourcePath, ownsDescriptor: Bool) {
    self.descriptor = descriptor
    self.path = path
    self.ownsDescriptor = ownsDescriptor
  }

  /// An output to standard output; errors name it `<stdout>`.
  package static func standardOutput() -> OutputWriter {
    OutputWriter(descriptor: STDOUT_FILENO, path: SourcePath("<stdout>"), ownsDescriptor: false)
  }

  /// An output to standard error; errors name it `<stderr>`.
  package static func standardError() -> OutputWriter {
    OutputWriter(descriptor: STDERR_FILENO, path: SourcePath("<stderr>"), ownsDescriptor: false)
  }

  /// An output to the file at `path`, which is made or emptied.
  package static func file(_ path: SourcePath) throws(FileError) -> OutputWriter {
    do throws(ErrorNumber) {
      let number = try unsafe path.withCString { name throws(ErrorNumber) in
        try ErrorNumber.retrying { unsafe open(name, O_WRONLY | O_CREAT | O_TRUNC | O_NOCTTY | O_CLOEXEC, 0o666) }
      }
      return OutputWriter(descriptor: number, path: path, ownsDescriptor: true)
    } catch {
      throw .writing(path, error.code)
    }
  }

  /// Adds `bytes` to the output.
  package mutating func write(_ bytes: [UInt8]) {
    if isClosed { return }
    // What is large is not copied.
    if bytes.count >= Self.bufferSize {
      send()
      send(bytes)
      return
    }
    buffer += bytes
    if buffer.count >= Self.bufferSize { send() }
  }

  /// Adds the UTF-8 of `text` to the output.
  package mutating func write(_ text: String) {
    if isClosed { return }
    buffer += text.utf8
    if buffer.count >= Self.bufferSize { send() }
  }

  /// Sends what is gathered; throws the first failure there was.
  package mutating func flush() throws(FileError) {
    send()
    if let failure { throw failure }
  }

  /// Sends what is gathered, closes a file, and throws the first failure there was.
  package mutating func finish() throws(FileError) {
    send()
    if ownsDescriptor, !isFinished {
      isFinished = true
      // Some file systems report a full disk only now.
      if close(descriptor) != 0, errno != EINTR, failure == nil { failure = .writing(path, errno) }
    }
    isClosed = true
    if let failure { throw failure }
  }

  private var isFinished = false

  private mutating func send() {
    send(buffer)
    buffer.removeAll(keepingCapacity: true)
  }

  private mutating func send(_ bytes: [UInt8]) {
    if bytes.isEmpty || isClosed { return }
    do throws(ErrorNumber) {
      try Descriptor.writeAll(bytes, to: descriptor)
    } catch {
      isClosed = true
      if error.code != EPIPE { failure = .writing(path, error.code) }
    }
  }
}

/// What the program is connected to.
package enum Terminal {
  /// Whether standard output is a terminal.
  package static var isStandardOutput: Bool { isatty(STDOUT_FILENO) == 1 }

  /// Whether standard output is a file, which keeps what is written for a program to read.
  package static var isStandardOutputFile: Bool {
    var status = stat()
    return unsafe fstat(STDOUT_FILENO, &status) == 0 && status.st_mode & S_IFMT == S_IFREG
  }

  /// Whether standard error is a terminal.
  package static var isStandardError: Bool { isatty(STDERR_FILENO) == 1 }

  /// Whether standard input is a terminal: nothing is piped in, and a person would have to type.
  package static var isStandardInput: Bool { isatty(STDIN_FILENO) == 1 }

  /// The number of columns of the terminal on standard output; `nil` where it is none.
  package static var width: Int? {
    var size = winsize()
    guard unsafe ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return nil }
    return Int(size.ws_col)
  }
}
