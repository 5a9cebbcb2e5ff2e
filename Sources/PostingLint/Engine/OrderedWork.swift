/// Does the same work on many items at once and hands the results over in the order of the items.
///
/// Memory is bounded: only a few batches are under way, and those that finish early wait for the one before them.
public struct OrderedWork: Sendable {
  /// How many batches run at once.
  public let jobs: Int
  /// How many items one task takes.
  private static let batchSize = 16

  /// Runs `jobs` batches at once; fewer than one means one.
  public init(jobs: Int) {
    self.jobs = max(1, jobs)
  }

  /// Whether so many items are shared between threads at all.
  public func isWorthSharing(_ count: Int) -> Bool { jobs > 1 && count > Self.batchSize }

  /// Calls `work` for every item, and `consume` for every result in order; `consume` says whether to go on.
  public func run<Item: Sendable, Result: Sendable>(
    _ items: [Item], work: @escaping @Sendable (Item) -> Result, consume: (Result) -> Bool
  ) async {
    guard isWorthSharing(items.count) else {
      for item in items {
        guard consume(work(item)) else { return }
      }
      return
    }
    await withTaskGroup(of: (start: Int, results: [Result]).self) { group in
      var next = 0
      func addTask() {
        guard next < items.count else { return }
        let batch = next..<min(next + Self.batchSize, items.count)
        next = batch.upperBound
        group.addTask { (batch.lowerBound, items[batch].map(work)) }
      }
      // Twice as many as run keeps every core busy while results are written.
      for _ in 0..<jobs * 2 { addTask() }
      var waiting: [Int: [Result]] = [:]
      var position = 0
      for await (start, results) in group {
        waiting[start] = results
        while let ready = waiting.removeValue(forKey: position) {
          position += ready.count
          for result in ready where !consume(result) {
            group.cancelAll()
            return
          }
          addTask()
        }
      }
    }
  }
}
