import DataTree
import JSON
import SourceText

/// The JSON texts that stand one after another in `bytes`.
func splitJSON(_ bytes: [UInt8]) -> [[UInt8]] {
  var result: [[UInt8]] = []
  var current: [UInt8] = []
  var depth = 0
  var isInString = false
  var isEscaped = false
  func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 }
  for byte in bytes {
    if depth == 0, !isInString, isBlank(byte) {
      if !current.isEmpty { result.append(current) }
      current = []
      continue
    }
    current.append(byte)
    if isInString {
      if isEscaped {
        isEscaped = false
      } else if byte == UInt8(ascii: "\\") {
        isEscaped = true
      } else if byte == UInt8(ascii: "\"") {
        isInString = false
      }
    } else if byte == UInt8(ascii: "\"") {
      isInString = true
    } else if byte == UInt8(ascii: "{") || byte == UInt8(ascii: "[") {
      depth += 1
    } else if byte == UInt8(ascii: "}") || byte == UInt8(ascii: "]") {
      depth -= 1
    }
  }
  if !current.isEmpty { result.append(current) }
  return result
}

/// A JSON value that can be compared: numbers by value, members without their order.
indirect enum JSONValue: Hashable {
  case null
  case boolean(Bool)
  case number(Double)
  case string([UInt8])
  case list([JSONValue])
  case object([[UInt8]: JSONValue])

  /// The value of one JSON text.
  init(_ bytes: [UInt8]) throws {
    let tree = try JSONParser.parse(bytes)
    self.init(tree, NodeID(0))
  }

  private init(_ tree: DataTree, _ id: NodeID) {
    switch tree.type(of: id) {
    case .null: self = .null
    case .boolean: self = .boolean(tree.text(of: id) == "true")
    case .integer, .float: self = .number(Double(tree.text(of: id)) ?? .nan)
    case .string: self = .string(tree.utf8(of: id))
    case .sequence: self = .list(tree.children(of: id).map { JSONValue(tree, $0) })
    case .mapping:
      var members: [[UInt8]: JSONValue] = [:]
      for (key, value) in tree.pairs(of: id) { members[tree.utf8(of: key)] = JSONValue(tree, value) }
      self = .object(members)
    }
  }
}
