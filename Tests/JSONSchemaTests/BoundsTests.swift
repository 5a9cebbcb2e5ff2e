import DataTree
import JSON
import JSONSchema
import SourceText
import Testing

/// Nothing that a schema or a value holds makes the program crash or hang.
@Suite struct BoundsTests {
  private func validator(_ schema: String) throws -> SchemaValidator {
    try SchemaValidator(schema: try JSONParser.parse(Array(schema.utf8)))
  }

  private func nested(_ depth: Int, _ open: String, _ core: String, _ close: String) throws -> DataTree {
    let text = String(repeating: open, count: depth) + core + String(repeating: close, count: depth)
    return try JSONParser.parse(Array(text.utf8))
  }

  @Test func depthOfTheValueIsBounded() throws {
    let schema = try validator(##"{"items": {"$ref": "#"}, "type": "array"}"##)
    #expect(schema.failures(of: try nested(450, "[", "[]", "]")).isEmpty)
    let wrong = schema.failures(of: try nested(450, "[", "1", "]")).first
    guard case .wrongType(expected: [.array], _)? = wrong?.kind else {
      Issue.record("a number is no list: \(String(describing: wrong))")
      return
    }
    let deepest = try nested(1_990, "[", "[]", "]")
    #expect(schema.failures(of: deepest).map(\.kind) == [.tooDeep])
    #expect(!schema.isValid(deepest))
  }

  @Test func sameDepthWithAlternatives() throws {
    let schema = try validator(
      ##"{"anyOf": [{"type": "string"}, {"type": "array", "items": {"allOf": [{"$ref": "#"}]}}]}"##)
    let found = schema.failures(of: try nested(200, "[", "1", "]"))
    #expect(found.count == 1)
  }

  @Test(arguments: [
    ##"{"anyOf": [{"items": {"$ref": "#"}}, {"items": {"$ref": "#"}}], "not": {"const": 1}}"##,
    ##"{"oneOf": [{"items": {"$ref": "#"}, "minItems": 1}, {"items": {"$ref": "#"}, "minItems": 1}], "type": "array"}"##,
    ##"{"allOf": [{"items": {"$ref": "#"}}, {"items": {"$ref": "#"}}], "not": {"const": 1}}"##,
    ##"{"if": {"items": {"$ref": "#"}}, "then": {"items": {"$ref": "#"}}, "not": {"const": 1}}"##,
    ##"{"unevaluatedItems": false, "anyOf": [{"items": {"$ref": "#"}}, {"items": {"$ref": "#"}}], "not": {"const": 1}}"##,
  ])
  func branchingRecursionEnds(_ text: String) throws {
    let schema = try validator(text)
    let tree = try nested(60, "[", "1", "]")
    #expect(schema.failures(of: tree).isEmpty == schema.isValid(tree))
  }

  @Test func endlessReferencesAreMistakesOfTheSchema() throws {
    for text in [##"{"$ref": "#"}"##, ##"{"$ref": "#/$defs/a", "$defs": {"a": {"allOf": [{"$ref": "#/$defs/a"}]}}}"##] {
      let error = #expect(throws: SchemaErrors.self) { try validator(text) }
      guard case .endlessReference? = error?.errors.first?.kind else {
        Issue.record("\(String(describing: error))")
        return
      }
    }
  }

  @Test func endlessReferencesUnderAConditionAreGivenUp() throws {
    let schema = try validator(##"{"anyOf": [{"type": "string"}, {"$ref": "#"}]}"##)
    #expect(schema.failures(of: try nested(0, "", "\"a\"", "")).isEmpty)
    #expect(schema.failures(of: try nested(0, "", "1", "")).map(\.kind) == [.tooDeep])
  }

  @Test func aliasesThatMultiplyAreLookedAtOnce() throws {
    // Node 0 is a list of lists, each of which names the one before it nine times.
    let range = ByteRange(0, 1)
    var nodes = [Node.collection(isMapping: false, .flow, range)]
    var last = -1
    for _ in 0..<40 {
      let own = nodes.count
      nodes.append(.collection(isMapping: false, .flow, range))
      for _ in 0..<(last < 0 ? 0 : 9) {
        nodes.append(.alias(of: last, .sequence, range))
      }
      nodes[own].close(size: nodes.count - own, count: last < 0 ? 0 : 9, end: 1)
      last = own
    }
    nodes[0].close(size: nodes.count, count: 40, end: 1)
    let tree = DataTree(bytes: [UInt8(ascii: "x")], nodes: nodes, roots: [NodeID(0)])
    #expect(try validator(##"{"items": {"$ref": "#"}, "type": "array"}"##).failures(of: tree).isEmpty)
    #expect(try validator(##"{"items": {"$ref": "#"}, "maxItems": 0}"##).failures(of: tree).count > 1)
    _ = try validator(#"{"uniqueItems": true}"#).failures(of: tree)
    _ = try validator(#"{"not": {"const": [[[[[]]]]]}}"#).failures(of: tree)
    // A list that holds itself.
    nodes[1].close(size: 2, count: 1, end: 1)
    nodes[2] = .alias(of: 0, .sequence, range)
    let endless = DataTree(bytes: [UInt8(ascii: "x")], nodes: nodes, roots: [NodeID(0)])
    _ = try validator(##"{"items": {"$ref": "#"}, "uniqueItems": true}"##).failures(of: endless)
  }

  @Test func itemsBeyondTheLimitOfANodeAreCounted() throws {
    let count = Node.countLimit + 2
    var nodes = [Node.collection(isMapping: false, .flow, ByteRange(0, 1))]
    nodes += [Node](repeating: .scalar(.null, .plain, ByteRange(0, 1), isVerbatim: true), count: count)
    nodes[0].close(size: nodes.count, count: count, end: 1)
    let tree = DataTree(bytes: [UInt8(ascii: "x")], nodes: nodes, roots: [NodeID(0)])
    #expect(try validator(#"{"maxItems": \#(count), "minItems": \#(count)}"#).failures(of: tree).isEmpty)
    #expect(try validator(#"{"maxItems": \#(count - 1)}"#).failures(of: tree).count == 1)
  }

  @Test func manyEqualLookingItemsAreCompared() throws {
    let items = (0..<20_000).map { #"{"a": [\#($0), "\#($0)"], "b": {}}"# }.joined(separator: ",")
    let tree = try JSONParser.parse(Array("[\(items)]".utf8))
    #expect(try validator(#"{"uniqueItems": true}"#).failures(of: tree).isEmpty)
  }

  @Test func manyFailuresAreAllTold() throws {
    let pairs = (0..<5_000).map { #""kez\#($0)": \#($0)"# }.joined(separator: ",")
    let tree = try JSONParser.parse(Array("{\(pairs)}".utf8))
    let schema = try validator(#"{"properties": {"key": true}, "additionalProperties": false}"#)
    #expect(schema.failures(of: tree).count == 5_000)
  }
}
