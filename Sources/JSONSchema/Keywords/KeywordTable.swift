/// All keywords of the standard.
enum KeywordTable {
  /// The keywords by name, `$` passed over: one file of this folder each.
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

  private static let tables: [[[UInt8]: Keyword]] = Dialect.allCases.map { dialect in
    Dictionary(uniqueKeysWithValues: all.filter { $0.dialects.contains(dialect) }.map { (Array($0.name.utf8), $0) })
  }

  /// The keyword `name` of an edition.
  static func named(_ name: [UInt8], in dialect: Dialect) -> Keyword? {
    tables[Int(dialect.rawValue)][name]
  }
}
