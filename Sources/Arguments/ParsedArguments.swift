package import SourceText

/// A command line that makes sense.
package enum Invocation: Hashable, Sendable {
  /// A command is to run.
  case run(ParsedArguments)
  /// The help of a command is to be printed, of the whole program for `nil`.
  case help(CommandName?)
  /// The version is to be printed.
  case version
}

/// A command, its options and what they are applied to; values are checked, contradictions ruled out.
package struct ParsedArguments: Hashable, Sendable {
  /// One use of an option.
  enum Value: Hashable {
    case flag
    case text([UInt8])
    case words([String])
    case pairs([Pair])
    case output(Output)
    case number(Int)
  }

  /// A NAME=VALUE.
  package struct Pair: Hashable, Sendable {
    /// What stands before the `=`.
    package let name: String
    /// What stands after it, in the system's bytes.
    package let value: SourcePath
  }

  /// A form of the findings and where it goes.
  package struct Output: Hashable, Sendable {
    /// The format's name.
    package let format: String
    /// The file to write; `nil` for standard output.
    package var file: SourcePath?
  }

  /// The command.
  package let command: CommandName
  /// Files, folders, texts or words, in the order and the bytes in which they were given; `-` is standard input.
  package internal(set) var operands: [SourcePath] = []
  /// The options in the order in which they were given. A list, because the first dictionary of a type costs a start as
  /// much as a thousand looks into one.
  private var uses: [Use] = []

  private struct Use: Hashable {
    let option: OptionName
    let value: Value
  }

  init(_ command: CommandName) {
    self.command = command
  }

  mutating func add(_ value: Value, to option: OptionName) {
    uses.append(Use(option: option, value: value))
  }

  private func values(_ option: OptionName) -> [Value] { uses.filter { $0.option == option }.map { $0.value } }

  /// Whether the option was given.
  package func has(_ option: OptionName) -> Bool { uses.contains { $0.option == option } }

  /// The last value of an option that takes a text, a day or a path, in the system's bytes.
  package func path(_ option: OptionName) -> SourcePath? {
    guard case .text(let bytes)? = values(option).last else { return nil }
    return SourcePath(bytes: bytes)
  }

  /// The last value of an option that takes a text, a day or a path; bad bytes become U+FFFD.
  package func text(_ option: OptionName) -> String? { path(option)?.display }

  /// The last value of an option that takes one word of a list.
  package func word(_ option: OptionName) -> String? {
    guard case .words(let words)? = values(option).last else { return nil }
    return words.first
  }

  /// The values of an option that takes words or rule names: the last list, all of them for rule names.
  package func words(_ option: OptionName) -> [String] {
    let lists = values(option).compactMap { value -> [String]? in
      if case .words(let words) = value { words } else { nil }
    }
    return OptionInfo.of(option).isRepeatable ? lists.flatMap { $0 } : lists.last ?? []
  }

  /// All values of an option that takes NAME=VALUE, in their order.
  package func pairs(_ option: OptionName) -> [Pair] {
    values(option).flatMap { value -> [Pair] in
      if case .pairs(let pairs) = value { pairs } else { [] }
    }
  }

  /// The last value of an option that takes a number.
  package func number(_ option: OptionName) -> Int? {
    guard case .number(let number)? = values(option).last else { return nil }
    return number
  }

  /// The outputs of `--format`, each once; empty without it. As a file, `-` is standard output.
  package var outputs: [Output] {
    var result: [Output] = []
    for case .output(var output) in values(.format) {
      if output.file == SourcePath("-") { output.file = nil }
      if !result.contains(output) { result.append(output) }
    }
    return result
  }

  /// A second output to where another one goes already.
  var secondOutput: Output? {
    let outputs = outputs
    let places = outputs.map { Self.isStandardOutput($0.file) ? nil : $0.file }
    return places.indices.first { places[..<$0].contains(places[$0]) }.map { outputs[$0] }
  }

  /// Whether a name is one that the system has for standard output.
  private static func isStandardOutput(_ file: SourcePath?) -> Bool {
    guard let file else { return true }
    return ["/dev/stdout", "/dev/fd/1", "/proc/self/fd/1"].contains { file == SourcePath($0) }
  }

  /// The languages of `--lang`, the first for texts; empty without it.
  package var languages: [Language] { words(.lang).compactMap { Language(rawValue: $0) } }
}
