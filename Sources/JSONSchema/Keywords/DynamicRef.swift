extension Keyword {
  /// A schema that an outer resource may replace (2020-12 core, 8.2.3.2): where the reference leads to a
  /// `$dynamicAnchor`, the outermost resource on the way here that has one of the same name decides.
  static let dynamicRef = Keyword("$dynamicRef", .core, .draft202012, .uriReference) { builder, site in
    guard let reference = builder.text(site.value),
      let target = builder.compiler.resolve(
        reference, from: builder.resource, document: builder.document, node: site.value)
    else { return }
    guard let anchor = target.anchor else { return builder.add(.reference(target.id), site) }
    let index = builder.compiler.dynamicAnchor(anchor)
    builder.compiler.parts.dynamicReferences.append(DynamicReference(target: target.id, anchor: index))
    builder.add(.dynamicReference(Int32(clamping: builder.compiler.parts.dynamicReferences.count - 1)), site)
  }
}

extension Evaluator {
  /// The schema that a dynamic reference means on the way that led here.
  mutating func dynamicTarget(_ index: Int32) -> SchemaID {
    let reference = program.dynamicReferences[Int(index)]
    let anchor = program.dynamicAnchors[Int(reference.anchor)]
    for resource in scope {
      if let schema = anchor.schemas[resource] { return schema }
    }
    return reference.target
  }
}
