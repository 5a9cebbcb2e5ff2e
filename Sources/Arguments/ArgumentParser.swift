package import SourceText

/// Reads a command line by the tables of commands and options.
///
/// Options may stand anywhere, before the command too; `--name VALUE` and `--name=VALUE` are the same; `--` ends them.
/// The name of a posting is one even where it begins with a dash: hooks give names as they are. The first word that is no option is the command if it has a command's name, else `lint` is meant.
package enum ArgumentParser {
  /// Reads `arguments`, the name of the program left out; `isPosting` says whether something that looks like an option
  /// is the name of a file to lint.
  package static func parse(
    _ arguments: [[UInt8]], isPosting: ([UInt8]) -> Bool = { _ in false }
  ) throws(UsageError) -> Invocation {
    var scan = ArgumentScan(arguments, isPosting)
    return try scan.run()
  }

  /// The language that `arguments` ask for, for messages about a command line that cannot be read.
  package static func language(in arguments: [[UInt8]]) -> Language? {
    var result: Language?
    for (index, argument) in arguments.enumerated() {
      if argument == Array("--".utf8) { break }
      var value: ArraySlice<UInt8>?
      if argument == Array("--lang".utf8), index + 1 < arguments.count { value = arguments[index + 1][...] }
      if argument.starts(with: "--lang=".utf8) { value = argument.dropFirst(7) }
      let first = value.map { $0.prefix { $0 != UInt8(ascii: ",") } }
      if let first, let language = Language(rawValue: String(decoding: first, as: UTF8.self)) { result = language }
    }
    return result
  }

  /// The command that was probably meant by `word`, which is neither a command nor a path that exists.
  package static func suggestion(for word: SourcePath) -> CommandName? {
    let names = CommandName.allCases
    return EditDistance.nearest(to: word.bytes, among: names.map { Array($0.rawValue.utf8) }).map { names[$0.index] }
  }

  /// The word of `words` nearest to `word`.
  package static func nearest(to word: [UInt8], among words: [String]) -> String? {
    EditDistance.nearest(to: word, among: words.map { Array($0.utf8) }).map { words[$0.index] }
  }
}

/// One reading of a command line.
private struct ArgumentScan {
  private let arguments: [[UInt8]]
  private var index = 0
  private var result: ParsedArguments
  /// The place of the command's name, if it is there.
  private let commandIndex: Int?
  private let isHelpCommand: Bool
  /// The places of postings whose names begin with a dash.
  private let postings: Set<Int>

  init(_ arguments: [[UInt8]], _ isPosting: ([UInt8]) -> Bool) {
    self.arguments = arguments
    let postings = Set(
      arguments.indices.filter { arguments[$0].first == UInt8(ascii: "-") && isPosting(arguments[$0]) })
    self.postings = postings
    let first = Self.firstOperand(arguments, postings)
    let word = first.map { String(decoding: arguments[$0], as: UTF8.self) }
    let command = word.flatMap { CommandName(rawValue: $0) }
    isHelpCommand = word == "help"
    commandIndex = command != nil || isHelpCommand ? first : nil
    result = ParsedArguments(command ?? .lint)
  }

  /// The place of the first argument that is neither an option nor the value of one, before any `--`.
  private static func firstOperand(_ arguments: [[UInt8]], _ postings: Set<Int>) -> Int? {
    var index = 0
    while index < arguments.count {
      let argument = arguments[index]
      if argument == Array("--".utf8) { return nil }
      guard argument.first == UInt8(ascii: "-"), argument.count > 1, !postings.contains(index) else { return index }
      if let option = OptionName.named(argument.dropFirst(2)),
        OptionInfo.of(option).value != .none
      {
        index += 1
      }
      index += 1
    }
    return nil
  }

  private var command: CommandInfo { CommandInfo.of(result.command) }

  mutating func run() throws(UsageError) -> Invocation {
    var onlyOperands = false
    while index < arguments.count {
      let argument = arguments[index]
      index += 1
      if index - 1 == commandIndex { continue }
      let isOption = argument.first == UInt8(ascii: "-") && argument.count > 1 && !postings.contains(index - 1)
      if onlyOperands || !isOption {
        result.operands.append(SourcePath(bytes: argument))
      } else if argument == Array("--".utf8) {
        onlyOperands = true
      } else if argument[1] == UInt8(ascii: "-") {
        if let answer = try readLong(argument) { return answer }
      } else {
        if let answer = try readShort(argument) { return answer }
      }
    }
    if isHelpCommand {
      return .help(result.operands.first.flatMap { CommandName(rawValue: $0.display) })
    }
    try checkTogether()
    try checkOperands()
    return .run(result)
  }

  // MARK: Options

  private mutating func readLong(_ argument: [UInt8]) throws(UsageError) -> Invocation? {
    let equals = argument.firstIndex(of: UInt8(ascii: "="))
    let name = argument[2..<(equals ?? argument.count)]
    guard let option = OptionName.named(name) else {
      throw unknown(argument[..<(equals ?? argument.count)])
    }
    return try read(option, equals.map { argument[($0 + 1)...] })
  }

  /// Reads `-hV`: every letter is an option without a value.
  private mutating func readShort(_ argument: [UInt8]) throws(UsageError) -> Invocation? {
    for letter in argument.dropFirst() {
      guard let info = OptionInfo.all.first(where: { $0.letter == letter }) else { throw unknown(argument[...]) }
      if let answer = try read(info.name, nil) { return answer }
    }
    return nil
  }

  private func unknown(_ text: ArraySlice<UInt8>) -> UsageError {
    let isLong = text.dropFirst().first == UInt8(ascii: "-")
    let names = command.options.map(\.rawValue)
    let nearest = isLong ? ArgumentParser.nearest(to: Array(text.dropFirst(2)), among: names) : nil
    return .unknownOption(SourcePath(bytes: Array(text)), suggestion: nearest.flatMap { OptionName(rawValue: $0) })
  }

  private mutating func read(_ option: OptionName, _ attached: ArraySlice<UInt8>?) throws(UsageError) -> Invocation? {
    let info = OptionInfo.of(option)
    if info.value == .none {
      if attached != nil { throw .unexpectedValue(option) }
      if option == .help { return .help(commandIndex == nil || isHelpCommand ? nil : result.command) }
      if option == .version { return .version }
    }
    guard command.options.contains(option) else { throw .optionOfAnotherCommand(option, result.command) }
    if info.value == .none {
      result.add(.flag, to: option)
      return nil
    }
    let value: [UInt8]
    if let attached {
      value = Array(attached)
    } else {
      // An option in the place of a value is a forgotten value; `--name=-x` is the way to write one.
      guard index < arguments.count, arguments[index].first != UInt8(ascii: "-") || arguments[index].count == 1 else {
        throw .missingValue(option)
      }
      value = arguments[index]
      index += 1
    }
    if value.isEmpty { throw .missingValue(option) }
    result.add(try check(value, of: info), to: option)
    return nil
  }

  private func check(_ value: [UInt8], of info: OptionInfo) throws(UsageError) -> ParsedArguments.Value {
    let path = SourcePath(bytes: value)
    switch info.value {
    case .none:
      return .flag
    case .text, .file, .folder:
      return .text(value)
    case .word(let allowed):
      return .words([try word(value, info.name, allowed)])
    case .words(let allowed):
      var words: [String] = []
      for part in parts(of: value) { words.append(try word(part, info.name, allowed)) }
      return .words(words)
    case .rules:
      return .words(parts(of: value).map { String(decoding: $0, as: UTF8.self) })
    case .rule(let levels):
      var pairs: [ParsedArguments.Pair] = []
      for part in parts(of: value) {
        let (name, level) = try pair(part, info.name)
        pairs.append(.init(name: name, value: SourcePath(try word(level, info.name, levels))))
      }
      return .pairs(pairs)
    case .wordAndFile:
      return .output(try output(value, info.name))
    case .textAndFile:
      let (name, file) = try pair(value, info.name)
      return .pairs([.init(name: name, value: SourcePath(bytes: file))])
    case .number(let range):
      guard let number = Int(path.display), range.contains(number) else {
        throw .notANumber(info.name, path, range)
      }
      return .number(number)
    case .address:
      guard Self.isAddress(value) else { throw .notAnAddress(info.name, path) }
      return .text(value)
    case .day:
      guard Self.isDay(value) else { throw .notADay(info.name, path) }
      return .text(value)
    }
  }

  private func parts(of list: [UInt8]) -> [[UInt8]] {
    list.split(separator: UInt8(ascii: ",")).map { part in
      var part = part.drop { $0 == 0x20 }
      while part.last == 0x20 { part.removeLast() }
      return Array(part)
    }
  }

  private func word(_ value: [UInt8], _ option: OptionName, _ allowed: [String]) throws(UsageError) -> String {
    let text = String(decoding: value, as: UTF8.self)
    if allowed.contains(text) { return text }
    throw .unknownValue(
      option, SourcePath(bytes: value), suggestion: ArgumentParser.nearest(to: value, among: allowed), allowed: allowed)
  }

  private func output(_ value: [UInt8], _ option: OptionName) throws(UsageError) -> ParsedArguments.Output {
    guard let equals = value.firstIndex(of: UInt8(ascii: "=")) else {
      return .init(format: try word(value, option, command.formats), file: nil)
    }
    let format = try word(Array(value[..<equals]), option, command.formats)
    if equals + 1 == value.count { throw .missingValue(option) }
    return .init(format: format, file: SourcePath(bytes: Array(value[(equals + 1)...])))
  }

  /// What stands before and after the last `=`: an address may hold one too.
  private func pair(_ value: [UInt8], _ option: OptionName) throws(UsageError) -> (String, [UInt8]) {
    guard let equals = value.lastIndex(of: UInt8(ascii: "=")), equals > 0, equals + 1 < value.count else {
      throw .notAPair(option, SourcePath(bytes: value))
    }
    return (String(decoding: value[..<equals], as: UTF8.self), Array(value[(equals + 1)...]))
  }

  /// Whether `value` is an address on the web that may stand in a page as it is: of unreserved characters, escapes and
  /// the marks of a host and a path (RFC 3986).
  private static func isAddress(_ value: [UInt8]) -> Bool {
    ["https://", "http://"].contains { value.starts(with: $0.utf8) && value.count > $0.utf8.count }
      && value.allSatisfy { $0.isUnreserved || ":/%@".utf8.contains($0) }
  }

  /// Whether `value` is a day of the calendar as YYYY-MM-DD.
  private static func isDay(_ value: [UInt8]) -> Bool {
    guard value.count == 10, value[4] == UInt8(ascii: "-"), value[7] == UInt8(ascii: "-"),
      value.allSatisfy({ $0.isDigit || $0 == UInt8(ascii: "-") }),
      let year = Int(String(decoding: value[..<4], as: UTF8.self)),
      let month = Int(String(decoding: value[5..<7], as: UTF8.self)), (1...12).contains(month),
      let day = Int(String(decoding: value[8...], as: UTF8.self))
    else { return false }
    let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
    let days = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    return (1...days[month - 1]).contains(day)
  }

  // MARK: The whole

  private func checkTogether() throws(UsageError) {
    for option in command.options where result.has(option) {
      let info = OptionInfo.of(option)
      for other in info.conflicts where result.has(other) { throw .conflict(option, other) }
      if let needed = info.needs, !result.has(needed) { throw .needs(option, needed) }
    }
    if let second = result.secondOutput { throw .sameOutput(second.file) }
    if let required = command.requires, !result.has(required) { throw .missingOption(result.command, required) }
    if result.has(.stdinFilename), !result.operands.contains(SourcePath("-")) { throw .needsStandardInput }
  }

  private func checkOperands() throws(UsageError) {
    let operands = result.operands
    let range: ClosedRange<Int>
    switch command.operands {
    case .none: range = 0...0
    case .paths: range = 0...Int.max
    case .files: range = 1...Int.max
    case .file, .fileOrText: range = 1...1
    case .rule: range = 0...1
    case .word(let allowed):
      range = 1...1
      if let first = operands.first, !allowed.contains(first.display) {
        throw .unknownWord(
          result.command, first, suggestion: ArgumentParser.nearest(to: first.bytes, among: allowed), allowed: allowed)
      }
    }
    if operands.count < range.lowerBound { throw .missingOperand(result.command) }
    if operands.count > range.upperBound { throw .unexpectedOperand(result.command, operands[range.upperBound]) }
  }
}
