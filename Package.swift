// swift-tools-version: 6.2

import PackageDescription

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

let settings: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .strictMemorySafety(),
]

/// How the released command is linked: with all that it needs, where the system's C library can be had that way. Then it
/// starts faster, and runs on every Linux. Debian and Ubuntu have that library wherever Swift can build at all.
let linking: [LinkerSetting] =
  ["x86_64", "aarch64"].contains { access("/usr/lib/\($0)-linux-gnu/libc.a", R_OK) == 0 }
  ? [.unsafeFlags(["-static-executable"], .when(platforms: [.linux], configuration: .release))] : []

let package = Package(
  name: "posting-lint",
  platforms: [.macOS(.v15)],
  products: [
    .executable(name: "posting-lint", targets: ["posting-lint"]),
    .library(name: "PostingLint", targets: ["PostingLint"]),
    .plugin(name: "LintPostings", targets: ["LintPostings"]),
  ],
  targets: [
    // MARK: Addresses
    .target(name: "Addresses", dependencies: ["SourceText"], swiftSettings: settings),
    .testTarget(
      name: "AddressesTests", dependencies: ["Addresses", "SourceText", "TestSupport"], swiftSettings: settings),

    // MARK: Arguments
    .target(name: "Arguments", dependencies: ["SourceText"], swiftSettings: settings),
    .testTarget(
      name: "ArgumentsTests", dependencies: ["Arguments", "Files", "SourceText"], swiftSettings: settings),

    // MARK: DataTree
    .target(name: "DataTree", dependencies: ["SourceText"], swiftSettings: settings),

    // MARK: Files
    .target(name: "Files", dependencies: ["SourceText"], swiftSettings: settings),
    .testTarget(name: "FilesTests", dependencies: ["Files", "SourceText"], swiftSettings: settings),

    // MARK: Fuzzing
    .target(
      name: "Fuzzing",
      dependencies: [
        "Addresses", "DataTree", "Files", "JSON", "JSONSchema", "LanguageServer", "Markdown", "Mojibake", "Pattern",
        "PostingLint", "Readers", "Roles", "SchemaDrafts", "SourceText", "TOML", "YAML",
      ],
      path: "Tests/Fuzzing", exclude: ["Corpora", "Dictionaries"], swiftSettings: settings),
    .testTarget(name: "FuzzingTests", dependencies: ["Fuzzing", "TestSupport"], swiftSettings: settings),

    // MARK: JSON
    .target(name: "JSON", dependencies: ["DataTree", "SourceText"], swiftSettings: settings),
    .testTarget(name: "JSONTests", dependencies: ["DataTree", "JSON", "SourceText"], swiftSettings: settings),

    // MARK: JSONSchema
    .target(
      name: "JSONSchema", dependencies: ["Addresses", "DataTree", "JSON", "Pattern", "SourceText"],
      swiftSettings: settings),
    .testTarget(
      name: "JSONSchemaTests", dependencies: ["DataTree", "JSON", "JSONSchema", "SourceText", "TestSupport", "YAML"],
      swiftSettings: settings),

    // MARK: LanguageServer
    .target(
      name: "LanguageServer",
      dependencies: [
        "DataTree", "Files", "JSON", "Markdown", "PostingLint", "Readers", "SourceText", "TOML", "YAML",
      ],
      swiftSettings: settings),
    .testTarget(
      name: "LanguageServerTests",
      dependencies: ["DataTree", "Files", "LanguageServer", "PostingLint", "SourceText", "TestSupport"],
      swiftSettings: settings),

    // MARK: LintPostings
    .plugin(
      name: "LintPostings",
      capability: .command(
        intent: .custom(verb: "lint-postings", description: "Check the front matter of Markdown job postings")),
      path: "Sources/LintPostings"),

    // MARK: Markdown
    .target(name: "Markdown", dependencies: ["SourceText"], swiftSettings: settings),
    .testTarget(
      name: "MarkdownTests", dependencies: ["Markdown", "SourceText", "TestSupport"], swiftSettings: settings),

    // MARK: Mojibake
    .target(name: "Mojibake", dependencies: ["SourceText"], swiftSettings: settings),
    .testTarget(
      name: "MojibakeTests", dependencies: ["Mojibake", "SourceText", "TestSupport"], exclude: ["Generators"],
      swiftSettings: settings),

    // MARK: Pattern
    .target(name: "Pattern", swiftSettings: settings),
    .testTarget(
      name: "PatternTests", dependencies: ["DataTree", "JSON", "Pattern", "TestSupport"], swiftSettings: settings),

    // MARK: PostingLint
    .target(
      name: "PostingLint",
      dependencies: [
        "Addresses", "DataTree", "Files", "JSON", "JSONSchema", "Markdown", "Mojibake", "Readers", "Roles",
        "SchemaDrafts",
        "Schemas", "SourceText", "TOML", "YAML",
      ],
      swiftSettings: settings),
    .testTarget(
      name: "PostingLintTests",
      dependencies: [
        "Addresses", "DataTree", "Files", "JSON", "JSONSchema", "Markdown", "PostingLint", "Readers", "Roles",
        "Schemas", "SourceText", "TestSupport", "TOML", "YAML",
      ],
      swiftSettings: settings
    ),

    // MARK: Readers
    .target(
      name: "Readers", dependencies: ["DataTree", "JSON", "SourceText", "TOML", "YAML"], swiftSettings: settings),
    .testTarget(
      name: "ReadersTests",
      dependencies: ["Arguments", "DataTree", "PostingLint", "Readers", "SourceText", "TestSupport", "YAML"],
      swiftSettings: settings),

    // MARK: Roles
    .target(name: "Roles", dependencies: ["DataTree", "JSON", "SourceText"], swiftSettings: settings),
    .testTarget(
      name: "RolesTests", dependencies: ["Roles", "Schemas", "SourceText", "TestSupport"], swiftSettings: settings),

    // MARK: SchemaDrafts
    .target(
      name: "SchemaDrafts", dependencies: ["DataTree", "JSONSchema", "Pattern", "SourceText", "YAML"],
      swiftSettings: settings),

    // MARK: Schemas
    .target(
      name: "Schemas", path: "schemas",
      exclude: [
        "README.md", "agent-prompt.schema.json", "agent-rules.schema.json", "config.schema.json",
        "diagnostics.schema.json", "docusaurus.schema.json", "hugo.schema.json", "jekyll.schema.json",
        "myst.schema.json", "posting-lint.vocabulary.json", "posting.schema.json", "roles.json", "skill.schema.json",
      ],
      sources: ["BundledPosting.swift", "BundledRoles.swift", "BundledSchemas.swift"], swiftSettings: settings),
    .testTarget(name: "SchemasTests", dependencies: ["Schemas", "TestSupport"], swiftSettings: settings),

    // MARK: SourceText
    .target(name: "SourceText", swiftSettings: settings),
    .testTarget(name: "SourceTextTests", dependencies: ["SourceText"], swiftSettings: settings),

    // MARK: TOML
    .target(name: "TOML", dependencies: ["DataTree", "SourceText"], swiftSettings: settings),
    .testTarget(
      name: "TOMLTests", dependencies: ["DataTree", "SourceText", "TOML", "TestSupport"], swiftSettings: settings),

    // MARK: TestSupport
    .target(name: "TestSupport", dependencies: ["SourceText"], path: "Tests/TestSupport", swiftSettings: settings),

    // MARK: YAML
    .target(name: "YAML", dependencies: ["DataTree", "SourceText"], swiftSettings: settings),
    .testTarget(
      name: "YAMLTests", dependencies: ["DataTree", "JSON", "SourceText", "TestSupport", "YAML"],
      swiftSettings: settings),

    // MARK: posting-lint
    .testTarget(
      name: "CommandTests", dependencies: ["Arguments", "PostingLint", "TestSupport", "posting-lint"],
      swiftSettings: settings),
    .executableTarget(
      name: "posting-lint",
      dependencies: [
        "Addresses", "Arguments", "DataTree", "Files", "LanguageServer", "PostingLint", "Readers", "Roles",
        "SchemaDrafts", "SourceText", "TOML", "YAML",
      ],
      swiftSettings: settings,
      linkerSettings: linking),

    // MARK: posting-lint-benchmark
    .executableTarget(
      name: "posting-lint-benchmark",
      dependencies: [
        "DataTree", "Files", "JSON", "LanguageServer", "Markdown", "Mojibake", "PostingLint", "Roles", "Schemas",
        "SourceText", "TOML", "YAML",
      ],
      swiftSettings: settings, linkerSettings: linking),
  ],
  swiftLanguageModes: [.v6]
)
