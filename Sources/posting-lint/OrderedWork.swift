/// Does the same work on many items at once and hands the results over in the order of the items.
///
/// Items are asked for while earlier ones are worked on, so it does not matter how many there are: memory is bounded, as
/// only a few batches are under way, and those that finish early wait for the one before them.
struct OrderedWork: Sendable {
  private let jobs: Int
  /// How many items one task takes: few, so that no thread is left with much to do at the end.
  private static let batchSize = 4
  /// How many items are asked for, for each batch that runs at once, before the results of the first are taken: so many
  /// that every thread is busy while one item takes long, or results are written.
  static let itemsAhead = 32
  /// How many items one thread does as fast as it would wake others.
  static let fewItems = 16

  /// Runs `jobs` batches at once; fewer than one means one.
  init(jobs: Int) {
    self.jobs = max(1, jobs)
  }

  /// Calls `work` on several threads for every item that `next` gives, up to its `nil`, and `consume` for every result in
  /// order; `consume` says whether to go on. `next` and `consume` are never called at the same time.
  func run<Item: Sendable, Result: Sendable>(
    next: () -> Item?, work: @escaping @Sendable (Item) -> Result, consume: (Result) -> Bool
  ) async {
    await withTaskGroup(of: (number: Int, results: [Result]).self) { group in
      var started = 0
      var finished = 0
      func start() {
        while started - finished < jobs * Self.itemsAhead / Self.batchSize {
          let batch = Self.batch(next)
          if batch.isEmpty { return }
          let number = started
          started += 1
          group.addTask { (number, Task.isCancelled ? [] : batch.map(work)) }
        }
      }
      start()
      var waiting: [Int: [Result]] = [:]
      for await (number, results) in group {
        waiting[number] = results
        while let ready = waiting.removeValue(forKey: finished) {
          finished += 1
          start()
          for result in ready where !consume(result) {
            group.cancelAll()
            return
          }
        }
      }
    }
  }

  private static func batch<Item>(_ next: () -> Item?) -> [Item] {
    var batch: [Item] = []
    while batch.count < batchSize, let item = next() { batch.append(item) }
    return batch
  }
}
