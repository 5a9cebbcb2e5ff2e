package import SourceText

/// Finds the files to lint: those that are named, and the Markdown files of folders.
///
/// - A named file is taken whatever its name is; only an exclusion leaves it out.
/// - In a folder, at any depth, the files `*.md`, `*.markdown`, `*.mdx`, `*.qmd` and `*.mdc` in any case are taken, and
///   files without an extension or with `.txt` after the one of Markdown that begin with front matter. Left out are names
///   that begin with a dot, what git ignores, and README, CHANGELOG, CONTRIBUTING, LICENSE, CODE_OF_CONDUCT and SECURITY
///   without front matter.
/// - A link to a file is taken for that file, which is linted once, under its own name where both are found. Links to
///   folders are followed when they are named, never inside a folder: no loop, and no way out of the tree. A link is
///   followed only to what lies in one of the given paths, in the folder of the link or in its repository; any other is
///   an error.
package struct FileFinder {
  /// Says whether the configuration excludes a path, given as it would be reported; the flag is true for a folder,
  /// which is then not entered.
  package typealias Exclusion = (SourcePath, _ isFolder: Bool) -> Bool

  /// Whether what git ignores is left out of folders.
  package var respectsGitIgnore = true
  /// When set, only these files are taken: absolute paths without links.
  package var only: Set<SourcePath>?
  /// What the configuration excludes.
  package var exclusion: Exclusion?

  /// Makes a finder.
  package init(
    respectsGitIgnore: Bool = true, only: Set<SourcePath>? = nil, exclusion: Exclusion? = nil
  ) {
    self.respectsGitIgnore = respectsGitIgnore
    self.only = only
    self.exclusion = exclusion
  }

  /// Finds the files that `paths`, files and folders, stand for; no path means the current folder.
  package func find(_ paths: [SourcePath]) -> FoundFiles {
    var search = FileSearch(paths, respectsGitIgnore: respectsGitIgnore, only: only)
    var result = FoundFiles()
    while let step = search.next(excluding: { exclusion?($0, $1) ?? false }) {
      switch step {
      case .file(let file): result.files.append(file)
      case .failure(let error): result.errors.append(error)
      case .passedOver: continue
      }
    }
    result.emptyFolders = search.emptyFolders
    result.passedOver = search.passedOver
    return result
  }

  /// Whether `name` ends as names of Markdown do, in any case: `.md`, `.markdown`, `.mdx`, Quarto's `.qmd`, Nuxt's `.mdc`.
  package static func isMarkdown(_ name: [UInt8]) -> Bool { isMarkdown(name[...]) }

  /// Whether `name` is one of Markdown.
  package static func isMarkdown(_ name: ArraySlice<UInt8>) -> Bool {
    guard let dot = name.lastIndex(of: Byte.dot) else { return false }
    let suffix = name[(dot + 1)...]
    // Nearly all end so.
    if suffix.elementsEqual("md".utf8) { return true }
    return markdownExtensions.contains(suffix.map(\.lowercased))
  }

  /// Whether `name` is one of Markdown with the `.txt` behind it that Notepad adds: `fiche.md.txt`.
  package static func isMarkdownText(_ name: [UInt8]) -> Bool {
    guard name.count > 4, name[name.count - 4] == Byte.dot else { return false }
    return name.suffix(4).map(\.lowercased).elementsEqual(".txt".utf8) && isMarkdown(name.dropLast(4))
  }

  /// Whether `name` is one of the files that stand in repositories by convention, in any case and with any extension.
  package static func isConventional(_ name: some Collection<UInt8>) -> Bool {
    let stem = name.prefix { $0 != Byte.dot }
    return conventionalNames.contains { $0.count == stem.count && $0.elementsEqual(stem.lazy.map(\.lowercased)) }
  }

  private static let markdownExtensions: [[UInt8]] = ["md", "markdown", "mdx", "qmd", "mdc"].map { Array($0.utf8) }
  private static let conventionalNames: [[UInt8]] =
    ["readme", "changelog", "contributing", "license", "code_of_conduct", "security"].map { Array($0.utf8) }
}
