/// Looks up the scripts of Unicode (UAX #24).
package enum UnicodeScript {
  /// The code points of a script, or `nil` where no script has that name.
  static func set(_ name: String, withExtensions: Bool) -> CodePointSet? {
    guard let script = index(of: name) else { return nil }
    let byScript = ranges(of: script)
    guard withExtensions else { return CodePointSet(sorted: byScript) }
    var listed: [ClosedRange<UInt32>] = []
    var unlisted: [ClosedRange<UInt32>] = []
    let table = ScriptTable.extensions
    for entry in stride(from: 0, to: table.count, by: 3) {
      let range = table[entry]...table[entry + 1]
      if ScriptTable.extensionSets[Int(table[entry + 2])].contains(UInt8(clamping: script)) {
        listed.append(range)
      } else {
        unlisted.append(range)
      }
    }
    // What has a list of its own counts by that list alone.
    let own = CodePointSet(CodePointSet(sorted: byScript).inverted.ranges + unlisted).inverted
    return own.union(CodePointSet(listed))
  }

  /// Whether the Script property of `scalar` is the script of that name; `false` for an unknown name.
  package static func isScript(_ name: String, of scalar: Unicode.Scalar) -> Bool {
    let runs = ScriptTable.runs
    var low = 0
    var high = runs.count
    while low + 1 < high {
      let middle = (low + high) / 2
      if runs[middle] >> 8 <= scalar.value { low = middle } else { high = middle }
    }
    return Int(runs[low] & 0xFF) == index(of: name)
  }

  private static func index(of name: String) -> Int? {
    ScriptTable.names.firstIndex { $0.contains(name) }
  }

  private static func ranges(of script: Int) -> [ClosedRange<UInt32>] {
    var ranges: [ClosedRange<UInt32>] = []
    for (position, run) in ScriptTable.runs.enumerated() where Int(run & 0xFF) == script {
      let isLast = position + 1 == ScriptTable.runs.count
      let next = isLast ? CodePointSet.last + 1 : ScriptTable.runs[position + 1] >> 8
      ranges.append(run >> 8...next - 1)
    }
    return ranges
  }
}
