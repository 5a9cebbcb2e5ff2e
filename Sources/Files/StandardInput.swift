#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// Reads standard input as it comes, for a conversation.
package enum StandardInput {
  /// How many bytes are handed over at once at most: 16 MiB.
  private static let limit = 1 << 24
  private static let chunkSize = 1 << 16

  /// Waits for input and gives all of it that is there already; empty at its end, and when it cannot be read.
  package static func readAvailable() -> [UInt8] {
    var result: [UInt8] = []
    repeat {
      let (chunk, code) = readChunk()
      if chunk.isEmpty {
        if code == EINTR { continue }
        if code == EAGAIN {
          _ = isReady(milliseconds: 1000)
          continue
        }
        break
      }
      if result.isEmpty { result = chunk } else { result += chunk }
    } while result.isEmpty || (result.count < limit && isReady(milliseconds: 0))
    return result
  }

  /// Whether there is input to read, or its end has come.
  package static var isWaiting: Bool { isReady(milliseconds: 0) }

  /// One read; empty with the `errno`, or with 0 at the end.
  private static func readChunk() -> ([UInt8], Int32) {
    var code: Int32 = 0
    let chunk = unsafe [UInt8](unsafeUninitializedCapacity: chunkSize) { buffer, count in
      let got = unsafe read(STDIN_FILENO, buffer.baseAddress, buffer.count)
      if got < 0 { code = errno }
      count = max(got, 0)
    }
    return (chunk, code)
  }

  private static func isReady(milliseconds: Int32) -> Bool {
    var request = pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0)
    return unsafe poll(&request, 1, milliseconds) > 0
  }
}
