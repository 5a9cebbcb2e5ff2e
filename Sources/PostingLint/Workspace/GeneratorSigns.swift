import Files
import Readers
import SourceText

/// The files that show which generator makes a site, as its own documentation names them.
///
/// A generator that changed its reader has both in force: its configuration does not tell the version.
enum GeneratorSigns {
  /// How much of a file is read where its name is not enough, in bytes.
  private static let limit = 1 << 16

  /// The readers that the files of a folder show.
  static func found(in probe: borrowing FolderProbe, _ folder: SourcePath) -> [FoundReader] {
    var result: [FoundReader] = []
    func add(_ readers: [Reader], _ name: [UInt8]) {
      for reader in readers { result.append(FoundReader(reader: reader, file: folder.appending(name))) }
    }
    if let name = probe.firstFile(SignNames.underscore) { add(ofUnderscoreConfig(probe), name) }
    if let name = hugo(probe, folder) { add([.hugo], name) }
    // js-yaml in packages/markdown/remark/src/frontmatter.ts of withastro/astro at 5346cad, `yaml` ^2.8.2 in that of
    // @astrojs/markdown-remark 7.0.0-beta.2 (177e001).
    if let name = probe.firstFile(SignNames.astro) { add([.jsYAML, .yaml], name) }
    // gray-matter ^4.0.3 in @docusaurus/utils 3.7.0; in 3.10.2 @11ty/gray-matter ^1.0.0, on js-yaml ^4.1.0: its package.json.
    if let name = probe.firstFile(SignNames.docusaurus) { add([.grayMatter, .jsYAML], name) }
    // gray-matter ^4.0.3 in @11ty/eleventy 3.0.0: its package.json; later @11ty/gray-matter, on js-yaml 4
    // (11ty/buildawesome#3892).
    if let name = probe.firstFile(SignNames.eleventy) { add([.grayMatter, .jsYAML], name) }
    if let name = probe.firstFile(SignNames.mkdocs) { add([.mkdocs], name) }
    if let name = probe.firstFile(SignNames.zensical) { add([.zensical], name) }
    if let name = probe.firstFile(SignNames.pelican) { add(ofPelican(text(of: name, in: probe, folder)), name) }
    if let name = probe.firstFile(SignNames.python) { add(ofPython(text(of: name, in: probe, folder)), name) }
    return result
  }

  /// What `_config.yml` shows: Jekyll, whose reader depends on who packed it; or Hexo or Jupyter Book, by their other
  /// files.
  private static func ofUnderscoreConfig(_ probe: borrowing FolderProbe) -> [Reader] {
    // hexo-front-matter 4.2.1 reads with js-yaml ^4.1.0: its package.json.
    if probe.hasFolder("scaffolds") { return [.jsYAML] }
    if probe.firstFile(SignNames.contents) != nil { return [.mystParser] }
    return [.jekyll, .jekyllPsych]
  }

  /// The file that shows Hugo.
  private static func hugo(_ probe: borrowing FolderProbe, _ folder: SourcePath) -> [UInt8]? {
    if let name = probe.firstFile(SignNames.hugo) { return name }
    if let config = probe.opened("config"), let inner = config.opened("_default"),
      let name = inner.firstFile(SignNames.hugo) ?? inner.firstFile(SignNames.config)
    {
      return Array("config/_default/".utf8) + name
    }
    if probe.hasFolder("archetypes"), let name = probe.firstFile(SignNames.config) {
      return name
    }
    guard let name = probe.firstFile("config.toml"), probe.hasFolder("content"),
      // Zola's settings have the same name; they must hold this key, which Hugo writes `baseURL`.
      !ByteSearch.contains(Array("base_url".utf8), in: text(of: name, in: probe, folder))
    else { return nil }
    return name
  }

  /// What a `pelicanconf.py` shows: Pelican, or its plugin pelican-yaml-metadata 2.2.0, which reads with PyYAML.
  private static func ofPelican(_ text: [UInt8]) -> [Reader] {
    ByteSearch.contains(Array("yaml_metadata".utf8), in: text) ? [.pyYAML] : [.pelican]
  }

  /// What a `conf.py` shows: Sphinx with MyST, or Nikola.
  private static func ofPython(_ text: [UInt8]) -> [Reader] {
    if ByteSearch.contains(Array("myst_parser".utf8), in: text) { return [.mystParser] }
    return ByteSearch.contains(Array("COMPILERS".utf8), in: text) && ByteSearch.contains(Array("POSTS".utf8), in: text)
      ? [.nikola] : []
  }

  /// The beginning of a file, where no link further up leads out of the repository; empty otherwise.
  static func text(of name: [UInt8], in probe: borrowing FolderProbe, _ folder: SourcePath) -> [UInt8] {
    Repository.holds(folder) ? probe.head(of: name, limit) : []
  }
}
