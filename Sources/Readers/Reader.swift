/// A program or library that reads front matter, as far as its reading is known here.
public enum Reader: String, Hashable, Sendable, CaseIterable {
  /// Jekyll, as its authors release it.
  case jekyll
  /// Jekyll of Debian, which reads with Psych.
  case jekyllPsych = "jekyll-psych"
  /// Hugo.
  case hugo
  /// Hugo up to the versions that read YAML 1.1.
  case hugo0111 = "hugo-0.111"
  /// The JavaScript library gray-matter.
  case grayMatter = "gray-matter"
  /// The JavaScript library js-yaml 4.
  case jsYAML = "js-yaml"
  /// The JavaScript library `yaml` 2.
  case yaml
  /// PyYAML, its parser in Python.
  case pyYAML = "pyyaml"
  /// The Python library python-frontmatter.
  case pythonFrontmatter = "python-frontmatter"
  /// MkDocs.
  case mkdocs
  /// MyST for Sphinx.
  case mystParser = "myst-parser"
  /// The Python library ruamel.yaml.
  case ruamel
  /// Nikola.
  case nikola
  /// Pelican, which reads no YAML.
  case pelican
  /// pandoc.
  case pandoc
  /// The PHP component symfony/yaml.
  case symfony
  /// Zensical.
  case zensical
  /// The Go library gopkg.in/yaml.v3.
  case goYAML = "go-yaml"
  /// markata-go.
  case markata
  /// The content manager Decap CMS, which was Netlify CMS.
  case decap
  /// The content manager Sveltia CMS.
  case sveltia
  /// The content manager Pages CMS.
  case pagesCMS = "pages-cms"
  /// The content manager Front Matter CMS.
  case frontMatterCMS = "front-matter-cms"
  /// The content manager TinaCMS.
  case tina

  /// The name in configurations and messages.
  public var name: String { rawValue }

  /// The reader of a name or of another name of it; `nil` for an unknown one. Names are compared byte for byte.
  public init?(name: String) {
    let bytes = Array(name.utf8)
    guard
      let reader = Self.allCases.first(where: { reader in
        Array(reader.rawValue.utf8) == bytes || reader.profile.aliases.contains { Array($0.utf8) == bytes }
      })
    else { return nil }
    self = reader
  }

  /// Every name that a reader is found by: the readers' own in their order, then other names of them.
  public static var allNames: [String] { allCases.map(\.name) + allCases.flatMap(\.profile.aliases) }

  /// Whether it finds the front matter of a page by itself; a library is handed a text.
  public var findsFences: Bool { profile.fences.opening != .library }

  /// Who it is and how it reads.
  public var profile: Profile {
    switch self {
    case .jekyll: .jekyll
    case .jekyllPsych: .jekyllPsych
    case .hugo: .hugo
    case .hugo0111: .hugo0111
    case .grayMatter: .grayMatter
    case .jsYAML: .jsYAML
    case .yaml: .yaml
    case .pyYAML: .pyYAML
    case .pythonFrontmatter: .pythonFrontmatter
    case .mkdocs: .mkdocs
    case .mystParser: .mystParser
    case .ruamel: .ruamel
    case .nikola: .nikola
    case .pelican: .pelican
    case .pandoc: .pandoc
    case .symfony: .symfony
    case .zensical: .zensical
    case .goYAML: .goYAML
    case .markata: .markata
    case .decap: .decap
    case .sveltia: .sveltia
    case .pagesCMS: .pagesCMS
    case .frontMatterCMS: .frontMatterCMS
    case .tina: .tina
    }
  }

  /// The readers that are in force where nothing tells which ones a site has.
  public static let defaults: [Reader] = [.jekyll, .jekyllPsych, .hugo, .grayMatter, .jsYAML, .mkdocs]
}
