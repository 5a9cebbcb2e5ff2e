import DataTree

extension Keyword {
  /// Keys or schemas that keys bring into force (draft-07 validation, 6.5.7); split in two since 2019-09, and still
  /// understood there.
  static let dependencies = Keyword("dependencies", .applicator, .all, .schemaOrNamesMap) { builder, site in
    var names: [Dependency] = []
    var schemas: [(key: [UInt8], schema: SchemaID)] = []
    for pair in builder.tree.pairs(of: site.value) {
      let key = builder.tree.utf8(of: pair.key)
      if builder.tree.type(of: pair.value) == .sequence {
        names.append(Dependency(key: key, names: builder.texts(pair.value)))
      } else {
        schemas.append((key, builder.schema(pair.value)))
      }
    }
    builder.addDependencies(names, site)
    builder.addSchemaDependencies(schemas, site)
  }
}
