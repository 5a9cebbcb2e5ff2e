#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Time grows with the size of a text, not with its square.
///
/// Not for tests that must give the same answer on a busy machine: it measures the processor's time.
enum Growth {
  private static let smallSize = 8 * 1024
  private static let factor = 8
  /// What a byte of a large text may cost more than one of a small text.
  private static let tolerance = 3.0
  /// Below this many seconds nothing can be told.
  private static let floor = 0.05

  /// Repeats the bytes to texts of 8 and 64 KiB and compares what a byte costs.
  static func check(_ reader: FuzzedReader, _ bytes: [UInt8]) throws(BrokenLaw) {
    guard !bytes.isEmpty, bytes.count <= 256, let read = reader.read else { return }
    let small = text(bytes, smallSize)
    let large = text(bytes, smallSize * factor)
    for attempt in 0..<3 {
      let short = (0..<3).map { _ in seconds { read(small) } }.min() ?? 0
      let long = seconds { read(large) }
      let ratio = long / max(short, 1e-6) / Double(factor)
      if long < floor || ratio < tolerance { return }
      if attempt == 2 {
        throw BrokenLaw(description: "a byte costs \(ratio) times more in a text \(factor) times as long (\(long) s)")
      }
    }
  }

  private static func text(_ bytes: [UInt8], _ size: Int) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(size + bytes.count)
    while result.count < size { result += bytes }
    return result
  }

  private static func seconds(_ work: () -> Void) -> Double {
    let start = now()
    work()
    return now() - start
  }

  private static func now() -> Double {
    var time = timespec()
    unsafe clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}
