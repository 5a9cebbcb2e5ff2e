import DataTree
import JSONSchema
import PostingLint
import SourceText
import Testing
import YAML

/// Of alternatives, the nearest one speaks.
@Suite struct NearestBranchWordsTests {
  @Test(arguments: [
    // By type.
    (
      "anyOf: [{type: string, minLength: 3}, {type: array}]", "ab",
      ["this text is too short (2 characters): write at least 3"]
    ),
    (
      "anyOf: [{type: string}, {type: array}]", "1",
      ["“1” does not fit here: write a text or a list (one item a line, after a dash)"]
    ),
    // By the value that tells them apart.
    (
      """
      oneOf:
      - {properties: {kind: {const: cat}, lives: {type: integer}}, required: [kind, lives]}
      - {properties: {kind: {const: dog}, tail: {type: string}, name: {type: string}}, required: [kind, tail, name]}
      """, "{kind: dog, lives: 9}",
      [
        "the key “tail” is missing: add a line “tail: …”",
        "the key “name” is missing: add a line “name: …”",
      ]
    ),
    // One of several keys.
    ("anyOf: [{required: [a]}, {required: [b]}]", "{c: 1}", ["a key is missing: add “a” or “b”"]),
    // Lists of values are one list.
    (
      "anyOf: [{const: red}, {enum: [green, blue]}]", "violet",
      ["“violet” is not in the list: choose “red”, “green” or “blue”"]
    ),
    ("anyOf: [{const: red}, {enum: [green, blue]}]", "gren", ["“gren” is not in the list: did you mean “green”?"]),
    // The branch of a condition.
    (
      "if: {properties: {a: {const: 1}}}\nthen: {required: [b]}\nelse: {required: [c]}", "{a: 1}",
      ["the key “b” is missing: add a line “b: …”"]
    ),
    // Two at once.
    (
      "oneOf: [{type: integer}, {minimum: 2}]", "3",
      ["this value fits several forms at once (1 and 2): keep what belongs to one"]
    ),
    (
      "oneOf: [{title: a number, type: integer}, {type: string}, {title: two or more, minimum: 2}, {minimum: 3}]", "3",
      ["this value fits several forms at once (a number, two or more and 4): keep what belongs to one"]
    ),
    // What tells them apart is none of theirs: one list.
    (
      """
      oneOf:
      - {properties: {kind: {const: cat}}, required: [kind, lives]}
      - {properties: {kind: {enum: [dog, wolf]}, tail: {type: string}}, required: [kind, tail, name]}
      """, "{kind: parrot}", ["“parrot” is not in the list: choose “cat”, “dog” or “wolf”"]
    ),
    // Ties of several mistakes: every branch is named.
    (
      "oneOf: [{required: [a, b]}, {required: [c, d]}]", "{e: 1}",
      [
        "this value does not fit: add a line “a: …”, or else add a line “c: …”"
      ]
    ),
    // Nothing in common: both are named.
    (
      "anyOf: [{minLength: 3}, {pattern: '^x'}]", "ab",
      [
        "this value does not fit: write at least 3, or else correct it"
      ]
    ),
    // A value of a wrong type is one failure.
    (
      "allOf: [{type: integer}, {type: integer}, {enum: [1, 2]}, {minimum: 1}]", "a",
      ["“a” does not fit here: write a whole number"]
    ),
    ("properties: {a: false}", "a: 1", ["the key “a” is extra here: remove this line"]),
    (
      "propertyNames: {pattern: '^[a-z]+$'}", "A1: 1",
      ["the name of this key does not fit: correct it, or remove the line"]
    ),
    (
      "unevaluatedProperties: false\nallOf: [{properties: {title: true}}]", "titel: 1",
      ["there is no key “titel”: did you mean “title”?"]
    ),
  ])
  func theNearestSpeaks(_ schema: String, _ instance: String, _ messages: [String]) throws {
    let validator = try SchemaValidator(schema: YAMLParser.parse(Array(schema.utf8)).tree)
    let found = validator.failures(of: YAMLParser.parse(Array(instance.utf8)).tree)
    #expect(found.map(\.message.en) == messages)
    #expect(found.allSatisfy { MessageTests.isWellSet($0.message.fr) }, "\(found.map(\.message.fr))")
  }
}
