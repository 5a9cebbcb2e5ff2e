/// Numbers as the rows of an array literal, 24 on a line: for tests that write tables into Swift files.
public func numberRows(_ numbers: [some BinaryInteger]) -> String {
  stride(from: 0, to: numbers.count, by: 24).map { start in
    "    " + numbers[start..<min(start + 24, numbers.count)].map { "\($0)" }.joined(separator: ", ") + ",\n"
  }.joined()
}
