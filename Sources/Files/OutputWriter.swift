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
/// A file is written beside its place under another name, and takes its place when it is whole: whatever fails leaves
/// nothing half-made.
///
/// A reader that goes away, as `head` does, is no error: what follows is dropped, and ``isClosed`` says that more is
/// not worth making. Every other failure is kept and thrown by ``flush()`` and ``finish()``.
package struct OutputWriter: Sendable {
  private let descriptor: Int32
  private let path: SourcePath
  private let ownsDescriptor: Bool
  /// Where the text of a file stands until it is whole.
  private let temporary: SourcePath?
  private var buffer: [UInt8] = []
  private var failure: FileError?

  /// Whether what is written goes nowhere any more.
  package private(set) var isClosed = false

  /// How many bytes are gathered before they are sent.
  private static let bufferSize = 1 << 16

  private init(descriptor: Int32, path: SourcePath, ownsDescriptor: Bool, temporary: SourcePath? = nil) {
    self.descriptor = descriptor
    self.path = path
    self.ownsDescriptor = ownsDescriptor
    self.temporary = temporary
  }

  /// An output to standard output; errors name it `<stdout>`.
  package static func standardOutput() -> OutputWriter {
    OutputWriter(descriptor: STDOUT_FILENO, path: SourcePath("<stdout>"), ownsDescriptor: false)
  }

  /// An output to standard error; errors name it `<stderr>`.
  package static func standardError() -> OutputWriter {
    OutputWriter(descriptor: STDERR_FILENO, path: SourcePath("<stderr>"), ownsDescriptor: false)
  }

  /// An output to the file at `path`, which is made, or replaced at the end. A link is refused, and a pipe that nobody
  /// reads; devices are written as they are.
  package static func file(_ path: SourcePath) throws(FileError) -> OutputWriter {
    let status = try status(ofWritable: path)
    do throws(ErrorNumber) {
      guard status?.kind ?? .regular == .regular else {
        let flags = O_WRONLY | O_TRUNC | O_NOCTTY | O_NONBLOCK
        let number = try Descriptor(opening: path, flags: flags).release()
        return OutputWriter(descriptor: number, path: path, ownsDescriptor: true)
      }
      if let status { try AtomicWriter.checkWritable(path, status) }
      let temporary = path.folder.appending(AtomicWriter.temporaryName(for: path.fileName))
      let file = try AtomicWriter.lockedFile(at: temporary, mode: 0o666)
      if let status {
        // A report that its reader cannot open any more would be as good as none; another owner is not worth a failure.
        _ = fchown(file.number, status.user, status.group)
        _ = fchmod(file.number, status.mode)
      }
      return OutputWriter(descriptor: file.release(), path: path, ownsDescriptor: true, temporary: temporary)
    } catch {
      throw error.code == AtomicWriter.locked ? .busy(path) : .writing(path, error.code)
    }
  }

  /// An output to a file that a user asked for; as `file`, and never where git keeps a repository.
  package static func report(_ path: SourcePath) throws(FileError) -> OutputWriter {
    if let folder = try? path.folder.resolved(), AtomicWriter.isGit(folder) { throw .belowGit(path) }
    return try file(path)
  }

  /// The status of what stands at `path`, `nil` for nothing; throws where nothing may be written there.
  @discardableResult
  static func status(ofWritable path: SourcePath) throws(FileError) -> FileStatus? {
    do throws(ErrorNumber) {
      if Repository.leavesByLink(path.folder) { throw ErrorNumber(code: Self.isLink) }
      let status = try FileStatus(path, followLinks: false)
      if status.kind == .folder { throw ErrorNumber(code: EISDIR) }
      // The system's names for what is open already, such as /dev/stdout, are links.
      if status.kind == .link, !isNameOfDescriptor(path) { throw ErrorNumber(code: Self.isLink) }
      return status
    } catch {
      switch error.code {
      case ENOENT: return nil
      case Self.isLink: throw .writtenThroughLink(path)
      default: throw .writing(path, error.code)
      }
    }
  }

  /// Throws where a file that is made anew may not stand at `path`.
  package static func check(_ path: SourcePath) throws(FileError) { try status(ofWritable: path) }

  private static let isLink: Int32 = -1

  private static func isNameOfDescriptor(_ path: SourcePath) -> Bool {
    ["/dev/", "/proc/self/fd/"].contains { path.bytes.starts(with: $0.utf8) }
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
      if let temporary {
        do throws(ErrorNumber) {
          if failure == nil { try AtomicWriter.rename(temporary, to: path) }
        } catch {
          failure = .writing(path, error.code)
        }
        if failure != nil { AtomicWriter.remove(temporary) }
      }
      // Some file systems report a full disk only now.
      if close(descriptor) != 0, errno != EINTR, failure == nil { failure = .writing(path, errno) }
    }
    isClosed = true
    if let failure { throw failure }
  }

  /// Gives the file up: what was written is thrown away, and the file that it was to replace as well where
  /// `removesOld` says so.
  package mutating func discard(removesOld: Bool) {
    guard ownsDescriptor, !isFinished else { return }
    isFinished = true
    isClosed = true
    if let temporary {
      AtomicWriter.remove(temporary)
      if removesOld { AtomicWriter.remove(path) }
    }
    _ = close(descriptor)
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
