import Testing

@testable import posting_lint

struct OrderedWorkTests {
  /// Work of very different length on the numbers up to `count`; what came out, and how far the items were ahead of it.
  private func run(_ count: Int, jobs: Int, upTo limit: Int = .max) async -> (results: [Int], ahead: Int) {
    var given = 0
    var results: [Int] = []
    var ahead = 0
    await OrderedWork(jobs: jobs).run(
      next: { () -> Int? in
        guard given < count else { return nil }
        given += 1
        ahead = max(ahead, given - results.count)
        return given - 1
      },
      work: { (number: Int) -> Int in
        var sum = number
        // The first items take longest, so that the others wait for them.
        for step in 0..<(number < 20 ? 20_000 : 10) { sum &+= step % 3 }
        return sum &* 0 &+ number
      },
      consume: { (result: Int) -> Bool in
        results.append(result)
        return results.count < limit
      })
    return (results, ahead)
  }

  @Test(arguments: [1, 2, 3, 8])
  func resultsComeInTheOrderOfTheItems(_ jobs: Int) async {
    for count in [0, 1, 16, 17, 1000] {
      let (results, _) = await run(count, jobs: jobs)
      #expect(results == Array(0..<count))
    }
  }

  @Test(arguments: [1, 2, 8])
  func itemsAreAskedForOnlyAsFarAsTheyAreNeeded(_ jobs: Int) async {
    let (results, ahead) = await run(10_000, jobs: jobs)
    #expect(results.count == 10_000)
    #expect(ahead <= (jobs + 1) * OrderedWork.itemsAhead)
  }

  @Test func theRestIsLeftWhenNobodyWantsIt() async {
    let (results, ahead) = await run(100_000, jobs: 2, upTo: 40)
    #expect(results == Array(0..<40))
    #expect(ahead < 1000)
  }
}
