package import SourceText
import Synchronization

#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// Asks the system for memory before it is needed.
///
/// Where memory ends in the middle of the work the runtime ends the program, and nothing can be told. So a large text is
/// taken only where what reading it may cost is to be had at that moment, and one large text at a time.
package final class MemoryCheck: Sendable {
  /// Texts below this size, in bytes, are taken without asking.
  static let largeSize = 1 << 20
  /// What a byte of a text costs at most, in bytes: that of front matter in which every other byte is a mistake.
  static let costOfByte = 60
  /// What a byte of a text costs where it is not made to cost much.
  static let usualCostOfByte = 12
  /// What is taken beside that, in bytes.
  static let costOfText = 12 << 20

  private let turn = Mutex(())

  /// Makes a check; the threads of a run share one.
  package init() {}

  /// Does `work` on a text of so many bytes, a large one in its turn; throws where there is no memory for it.
  package func run<Result>(
    onTextOf size: Int, at path: SourcePath, _ work: () throws(FileError) -> Result
  ) throws(FileError) -> Result {
    guard size >= Self.largeSize else { return try work() }
    return try turn.withLock { _ throws(FileError) in
      // Those before it may have left less than there was when it was read.
      guard Self.has(size) else { throw .noMemory(path) }
      return try work()
    }
  }

  /// Whether the system gives what a text of so many bytes may cost: all of it where it limits the process, and as much as
  /// usual texts cost where it has no more. Nothing is written to what it gives, so asking is cheap.
  static func has(_ size: Int) -> Bool {
    size < largeSize || (gives(size, costOfByte, MAP_NORESERVE) && gives(size, usualCostOfByte, 0))
  }

  private static func gives(_ size: Int, _ cost: Int, _ flags: Int32) -> Bool {
    let (product, overflow) = size.multipliedReportingOverflow(by: cost)
    let (length, isTooMuch) = product.addingReportingOverflow(costOfText)
    guard !overflow, !isTooMuch,
      let place = unsafe mmap(nil, length, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANON | flags, -1, 0),
      unsafe place != UnsafeMutableRawPointer(bitPattern: -1)
    else { return false }
    _ = unsafe munmap(place, length)
    return true
  }
}
