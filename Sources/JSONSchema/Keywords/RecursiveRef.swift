extension Keyword {
  /// The schema's own root (2019-09 core, 8.2.4.2.1); an outer root never takes its place here.
  static let recursiveRef = Keyword("$recursiveRef", .core, .draft201909, .uriReference) { builder, site in
    guard let reference = builder.text(site.value),
      let target = builder.compiler.resolve(
        reference, from: builder.resource, document: builder.document, node: site.value)
    else { return }
    builder.add(.reference(target.id), site)
  }
}
