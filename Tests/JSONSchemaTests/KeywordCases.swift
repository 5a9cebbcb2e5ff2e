/// Schemas with values that meet them (`+`) and values that do not (`-`), separated by empty lines.
enum KeywordCases {
  /// The same in 2020-12 and in draft-07.
  static let either = ##"""
    true
    + 1
    + null
    + {}

    false
    - 1
    - null
    - {}
    - []

    {}
    + 1
    + []

    {"properties": {"foo": {}, "bar": {}}, "patternProperties": {"^v": {}}, "additionalProperties": false}
    + {"foo": 1}
    + {"foo": 1, "vroom": 2}
    + [1]
    + 12
    - {"foo": 1, "quux": true}

    {"patternProperties": {"^á": {}}, "additionalProperties": false}
    + {"ármányos": 2}
    - {"élmény": 2}

    {"allOf": [{"properties": {"foo": {}}}], "additionalProperties": {"type": "boolean"}}
    + {"foo": true}
    - {"foo": 1, "bar": true}

    {"propertyNames": {"maxLength": 2}, "additionalProperties": {"type": "number"}}
    + {"ab": 4}
    - {"abc": 4}
    - {"a": "x"}

    {"allOf": [{"multipleOf": 2}], "anyOf": [{"multipleOf": 3}], "oneOf": [{"multipleOf": 5}]}
    + 30
    + 60
    - 1
    - 5
    - 3
    - 15
    - 2
    - 10
    - 6

    {"allOf": [true, false]}
    - "foo"

    {"anyOf": [{"type": "integer"}, {"minimum": 2}]}
    + 1
    + 2.5
    + 3
    - 1.5

    {"anyOf": [false, false]}
    - "foo"

    {"anyOf": [{"anyOf": [{"type": "null"}]}]}
    + null
    - 123

    {"contains": {"minimum": 5}}
    + [3, 4, 5]
    + {}
    + "a"
    - [2, 3]
    - []

    {"contains": false}
    + "no list"
    - ["foo"]
    - []

    {"items": {"multipleOf": 2}, "contains": {"multipleOf": 3}}
    + [6, 12]
    - [2, 4, 8]
    - [3, 6, 9]
    - [1, 5]

    {"contains": {"if": false, "else": true}}
    + ["foo"]
    - []

    {"contains": {"type": "null"}}
    + [null]
    - [1]

    {"items": false}
    + []
    - [1, "foo", true]

    {"type": "array", "items": {"type": "array", "items": {"type": "array", "items": {"type": "number"}}}}
    + [[[1, 2]], [[3]]]
    - [[["1"]]]
    - [[1]]

    {"maximum": 3.0}
    + 2.6
    + 3.0
    + "x"
    - 3.5

    {"maximum": 300}
    + 299.97
    + 300
    + 300.00
    - 300.5

    {"minimum": -2}
    + -1
    + 0
    + -2
    + -2.0
    - -2.0001
    - -3

    {"maximum": 18446744073709551615}
    + 18446744073709551600
    - 18446744073709551616

    {"minimum": -18446744073709551615}
    + -18446744073709551600
    - -1e30

    {"exclusiveMaximum": 972783798187987123879878123.188781371}
    + 1
    - 972783798187987123879878123.188781371

    {"exclusiveMinimum": -972783798187987123879878123.188781371}
    + 1
    - -972783798187987123879878123.188781371

    {"type": "integer"}
    + 12345678910111213141516171819202122232425262728293031
    + -9e99
    + 1.0
    - 1.5
    - 1e-3

    {"type": "string"}
    - 98249283749234923498293171823948729348710298301928331

    {"type": "integer", "multipleOf": 0.5}
    + 1e308
    + 1e999999999

    {"multipleOf": 0.123456789}
    + 0
    + 0.246913578
    - 1e308
    - 1e99999999999999999999

    {"multipleOf": 1e-8}
    + 12391239123
    - 1e-9

    {"multipleOf": 123456789012345678901234567890}
    + 246913578024691357802469135780
    - 246913578024691357802469135781

    {"const": 9007199254740992}
    + 9007199254740992
    + 9007199254740992.0
    - 9007199254740991
    - 9007199254740993

    {"enum": [0.1, {"a": [1, null]}]}
    + 0.10
    + 1e-1
    + {"a": [1.0, null]}
    - 0.1000000000000000001
    - {"a": [1]}

    {"enum": ["é"]}
    + "é"
    + "\u00e9"
    - "é"

    {"properties": {"foo": {"type": "array", "maxItems": 3}}, "patternProperties": {"f.o": {"minItems": 2}},
    "additionalProperties": {"type": "integer"}}
    + {"foo": [1, 2]}
    + {"fxo": [1, 2]}
    + {"quux": 3}
    - {"foo": [1, 2, 3, 4]}
    - {"foo": []}
    - {"fxo": []}
    - {"quux": "foo"}

    {"properties": {"foo": true, "bar": false}}
    + {}
    + {"foo": 1}
    - {"bar": 2}

    {"properties": {"foo\nbar": {"type": "number"}, "foo\"bar": {"type": "number"},
    "foo\\bar": {"type": "number"}, "foo\fbar": {"type": "number"}}}
    + {"foo\nbar": 1, "foo\"bar": 1, "foo\\bar": 1, "foo\fbar": 1}
    - {"foo\nbar": "1"}
    - {"foo\"bar": "1"}
    - {"foo\\bar": "1"}
    - {"foo\fbar": "1"}

    {"properties": {"__proto__": {"type": "number"}, "toString": {"properties": {"length": {"type": "string"}}}}}
    + []
    + {}
    + {"__proto__": 1}
    - {"__proto__": "foo"}
    - {"toString": {"length": 37}}

    {"patternProperties": {"a*": {"type": "integer"}, "aaa*": {"maximum": 20}}}
    + {"a": 21}
    + {"aaaa": 18}
    - {"a": "bar"}
    - {"aaaa": 31}
    - {"aaa": "foo", "aaaa": 31}

    {"patternProperties": {"[0-9]{2,}": {"type": "boolean"}, "X_": {"type": "string"}}}
    + {"answer 1": "42"}
    + {"a_x_3": 3}
    - {"a31b": null}
    - {"a_X_3": 3}

    {"patternProperties": {"f.*": true, "b.*": false}}
    + {"foo": 1}
    + {}
    - {"bar": 2}
    - {"foobar": 1}

    {"properties": {"foo": {"default": []}}, "type": "object"}
    + {}
    + {"foo": 13}
    - []

    {"dependencies": {"bar": ["foo"]}}
    + {}
    + {"foo": 1}
    + {"foo": 1, "bar": 2}
    + ["bar"]
    - {"bar": 2}

    {"dependencies": {"foo\nbar": ["foo\rbar"], "foo\tbar": {"minProperties": 4},
    "foo'bar": {"required": ["foo\"bar"]}}}
    + {"foo\nbar": 1, "foo\rbar": 2}
    + {"foo\tbar": 1, "a": 2, "b": 3, "c": 4}
    - {"foo\nbar": 1, "foo": 2}
    - {"foo\tbar": 1, "a": 2}
    - {"foo'bar": 1}

    {"dependencies": {"foo": true, "bar": false, "baz": []}}
    + {}
    + {"foo": 1, "baz": 2}
    - {"bar": 2}

    {"uniqueItems": true}
    + [1, true, 0, false, [1], [true], "1", {}, {"a": 1}, {"a": true}]
    + [[], {}]
    + 5
    + [1, 2, 3, 4, 5, 6, 7, 8]
    - [1, 2, 1.0]
    - [{"a": 1, "b": [2]}, {"b": [2.0], "a": 1}]
    - [1, 2, 3, 4, 5, 6, 7, 8, 7]
    - [null, 1, null]
    - ["\u00e9", 2, 3, 4, 5, 6, 7, 8, "é"]

    {"maxLength": 2}
    + "💩💩"
    + "\uD83D\uDCA9\uD83D\uDCA9"
    + 100
    - "foo"
    - "éèà"

    {"minLength": 2.0}
    + "💩💩"
    + "éè"
    - "💩"
    - "é"
    - ""

    {"$ref": "#/definitions/a", "definitions": {"a": {"type": "integer"}}}
    + 1
    - "a"

    {"definitions": {"b": {"$ref": "#/definitions/a"}, "a": {"type": "integer"}},
    "allOf": [{"$ref": "#/definitions/b"}]}
    + 1
    - "a"
    """##

  /// Of 2020-12 alone.
  static let draft202012 = ##"""
    {"prefixItems": [{"type": "integer"}], "items": {"type": "string"}}
    + [1, "a", "b"]
    + []
    - [1, 2]
    - ["a"]

    {"prefixItems": [{}, {}, {}], "items": false}
    + [1, 2, 3]
    + [1]
    - [1, 2, 3, 4]

    {"allOf": [{"prefixItems": [{"minimum": 3}]}], "items": {"minimum": 5}}
    + [5, 5]
    - [3, 5]

    {"contains": {"const": 1}, "maxContains": 1}
    + [1]
    + [1, 2]
    - []
    - [1, 1]

    {"contains": {"const": 1}, "minContains": 0, "maxContains": 1.0}
    + []
    + [1]
    - [1, 1]

    {"maxContains": 1}
    + [1, 2]

    {"contains": {"const": 1}, "minContains": 1, "maxContains": 3}
    + [1, 1]
    - []
    - [1, 1, 1, 1]

    {"contains": {"const": 1}, "minContains": 2, "maxContains": 1}
    - []
    - [1]
    - [1, 1]
    - [1, 1, 1]

    {"$ref": "#foo", "$defs": {"A": {"$anchor": "foo", "type": "integer"}}}
    + 1
    - "a"

    {"$id": "http://localhost:1234/draft2020-12/root",
    "$ref": "http://localhost:1234/draft2020-12/nested.json#foo", "$defs": {"A": {"$id": "nested.json",
    "$defs": {"B": {"$anchor": "foo", "type": "integer"}}}}}
    + 1
    - "a"

    {"$id": "http://localhost:1234/foobar", "$defs": {"A": {"$id": "child1", "allOf": [{"$id": "child2",
    "$anchor": "my_anchor", "type": "number"}, {"$anchor": "my_anchor", "type": "string"}]}},
    "$ref": "child1#my_anchor"}
    + "a"
    - 1

    {"$ref": "https://json-schema.org/draft/2020-12/schema"}
    + {"minLength": 1}
    + true
    - {"minLength": -1}
    - {"$defs": {"foo": {"type": 1}}}
    - {"items": [true]}
    - 1

    {"$ref": "http://json-schema.org/draft-07/schema#"}
    + {"items": [true]}
    - {"definitions": {"foo": {"type": 1}}}

    {"$ref": "https://json-schema.org/draft/2020-12/meta/validation#/$defs/stringArray"}
    + ["a"]
    - [1]
    - ["a", "a"]

    {"dependentSchemas": {"bar": {"properties": {"foo": {"type": "integer"}}}}}
    + {"foo": "quux"}
    + {"foo": 1, "bar": 2}
    - {"foo": "quux", "bar": 2}

    {"unevaluatedProperties": {"type": "string"}, "properties": {"a": true}}
    + {"a": 1, "b": "x"}
    - {"b": 1}

    {"$schema": "http://json-schema.org/draft-07/schema#", "type": "integer"}
    + 1
    - ""
    """##

  /// Of draft-07 alone.
  static let draft07 = ##"""
    {"items": [{"type": "integer"}, {"type": "string"}], "additionalItems": false}
    + [1, "a"]
    + [1]
    + []
    - ["a"]
    - [1, "a", 2]

    {"items": [{}], "additionalItems": {"type": "integer"}}
    + ["a", 1]
    - [1, "a"]

    {"items": {}, "additionalItems": false}
    + [1, 2]

    {"prefixItems": [false], "unevaluatedProperties": false, "dependentRequired": {"a": ["b"]}, "minContains": 0,
    "contains": {"const": 1}}
    + [1]
    + {"a": 1}
    - [2]

    {"$ref": "http://json-schema.org/draft-07/schema#"}
    + {"definitions": {"foo": {"type": "integer"}}}
    - {"definitions": {"foo": {"type": 1}}}

    {"properties": {"foo": {"$ref": "#/definitions/r"}}, "definitions": {"r": {"type": "array"}}}
    + {"foo": []}
    - {"foo": 1}

    {"definitions": {"r": {"type": "array"}}, "properties": {"foo": {"$ref": "#/definitions/r", "maxItems": 0}}}
    + {"foo": [1]}
    - {"foo": 1}

    {"allOf": [{"$ref": "#foo"}], "definitions": {"A": {"$id": "#foo", "type": "integer"}}}
    + 1
    - "a"

    {"$id": "http://x/root.json", "allOf": [{"$ref": "http://x/bar#foo"}],
    "definitions": {"A": {"$id": "http://x/bar#foo", "type": "integer"}}}
    + 1
    - "a"
    """##
}
