import SourceText

/// All keywords of the standard.
enum KeywordTable {
  /// The keywords by name, `$` passed over: no name twice. One that checks has a file of its own.
  static let all: [Keyword] = [
    .additionalItems,
    .additionalProperties,
    .allOf,
    .anchor,
    .anyOf,
    .comment,
    .const,
    .contains,
    .contentEncoding,
    .contentMediaType,
    .contentSchema,
    .defaultValue,
    .definitions,
    .defs,
    .dependencies,
    .dependentRequired,
    .dependentSchemas,
    .deprecated,
    .description,
    .dynamicAnchor,
    .dynamicRef,
    .otherwise,
    .enumeration,
    .examples,
    .exclusiveMaximum,
    .exclusiveMinimum,
    .format,
    .identifier,
    .condition,
    .items,
    .maxContains,
    .maximum,
    .maxItems,
    .maxLength,
    .maxProperties,
    .minContains,
    .minimum,
    .minItems,
    .minLength,
    .minProperties,
    .multipleOf,
    .not,
    .oneOf,
    .pattern,
    .patternProperties,
    .prefixItems,
    .properties,
    .propertyNames,
    .readOnly,
    .recursiveAnchor,
    .recursiveRef,
    .ref,
    .required,
    .schema,
    .then,
    .title,
    .type,
    .unevaluatedItems,
    .unevaluatedProperties,
    .uniqueItems,
    .vocabulary,
    .writeOnly,
  ]

  /// The names of all keywords, in the same order.
  private static let names: NameIndex = {
    var names = NameIndex()
    for keyword in all { names.insert(Array(keyword.name.utf8)) }
    return names
  }()

  /// The keyword `name` of an edition.
  static func named(_ name: [UInt8], in dialect: Dialect) -> Keyword? {
    guard let number = names.number(of: name), all[number].dialects.contains(dialect) else { return nil }
    return all[number]
  }
}
