/// Rows of the table that are not met, with the reason; a row that is met must leave the list.
enum KnownMisses {
  static let rows: [(reader: String, reason: String, inputs: Set<String>)] = [
    (
      "mkdocs", "the table has decoded text",
      ["t-crlf"]
    ),
    (
      "nikola", "the table has decoded text",
      ["t-crlf"]
    ),
    (
      "nikola", "the table's run knew YAML only; the table of TOML has what the site does",
      ["t-toml-fm", "t-json-fm"]
    ),
    (
      "python-frontmatter", "the table's run was without the package `toml`",
      ["t-toml-fm"]
    ),
  ]
}
