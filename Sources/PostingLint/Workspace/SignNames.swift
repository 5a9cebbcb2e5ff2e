import SourceText

/// The names of the files that show which programs read the pages of a site; a NUL parts them.
enum SignNames {
  static let underscore: StaticString = "_config.yml\0_config.yaml\0_config.toml"
  static let hugo: StaticString = "hugo.toml\0hugo.yaml\0hugo.yml\0hugo.json"
  static let config: StaticString = "config.toml\0config.yaml\0config.yml\0config.json"
  static let astro: StaticString =
    "astro.config.mjs\0astro.config.ts\0astro.config.js\0astro.config.mts\0astro.config.cjs\0astro.config.cts"
  static let docusaurus: StaticString =
    "docusaurus.config.js\0docusaurus.config.ts\0docusaurus.config.mjs\0docusaurus.config.cjs"
  static let eleventy: StaticString =
    ".eleventy.js\0eleventy.config.js\0eleventy.config.mjs\0eleventy.config.cjs\0eleventy.config.ts"
  static let mkdocs: StaticString = "mkdocs.yml\0mkdocs.yaml"
  static let zensical: StaticString = "zensical.toml"
  static let pelican: StaticString = "pelicanconf.py"
  static let python: StaticString = "conf.py"
  static let contents: StaticString = "_toc.yml"
  static let pagesCMS: StaticString = ".pages.yml"
  static let frontMatterCMS: StaticString = "frontmatter.json"
  static let tina: StaticString = "config.ts\0config.tsx\0config.js\0config.jsx"

  /// All of them, sorted by their bytes.
  static var all: [String] {
    let groups = [
      underscore, hugo, config, astro, docusaurus, eleventy, mkdocs, zensical, pelican, python, contents, pagesCMS,
      frontMatterCMS, tina,
    ]
    var names: [String] = []
    for group in groups {
      let bytes = group.withUTF8Buffer { unsafe Array($0) }
      names += bytes.split(separator: 0).map { String(decoding: $0, as: UTF8.self) }
    }
    return names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }
}
