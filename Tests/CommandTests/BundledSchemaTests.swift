import Foundation
import TestSupport
import Testing

/// The schemas of other programs' own keys, where the settings name them.
@Suite struct BundledSchemaTests {
  /// What is found in a file of these lines of front matter, as its line and rule.
  private func found(_ name: String, _ path: String, _ lines: String) throws -> [String] {
    let folder = try CommandFolder()
    try folder.write(".posting-lint.yml", "schema: \(name)\n")
    try folder.write(path, "---\n\(lines)\n---\n\nText.\n")
    let text = try folder.run("--advice", "--lang", "en", path).text
    return text.matches(of: #/(?m)^\S+:(\d+):\d+: .*\[([a-z-]+)\]$/#).map { "\($0.output.1) \($0.output.2)" }
  }

  /// Whole pages, with keys of plugins and themes, and every form that the programs take.
  @Test(arguments: [
    (
      "jekyll", "a.md",
      """
      layout: post
      title: 2022
      permalink: /cartes/:year/
      date: 2022-05-31 10:00:00 +0200
      categories: cartes mer
      tags: [cartes, 2022]
      published: false
      redirect_from: /anciennes/
      redirect_to: [https://exemple.fr/]
      excerpt_separator: <!--more-->
      toc: yes-please
      redirect_too: a plugin's
      """
    ),
    ("jekyll", "a.md", "layout: null\ntags:\ncategory: [a, b]\npermalink:"),
    (
      "hugo", "a.md",
      """
      title: Cartes
      date: 2022-05-31T10:00:00+02:00
      expiryDate:
      weight: 10
      draft: false
      aliases: [/anciennes/, ../b]
      tags: [cartes]
      categories: mer
      outputs: [html, json]
      menus: {main: {weight: 5}}
      build: {list: local, render: link, publishResources: false}
      cascade: [{_target: {kind: page}, color: red}]
      sitemap: {changefreq: weekly, priority: 0.5}
      resources: [{src: "*.png", title: A}]
      params: {color: red}
      wieght: a theme's
      """
    ),
    ("hugo", "a.md", "aliases: /anciennes/\nmenu: main\nslug: 5\noutputs: html\nauthor: [Ana]"),
    (
      "docusaurus", "a.md",
      """
      id: cartes
      title: 2022
      sidebar_position: 2.5
      slug: /
      tags: [mer, {label: Côte, permalink: /cote}]
      keywords: [cartes]
      pagination_next: null
      toc_max_heading_level: 4
      custom_edit_url: null
      last_update: {date: 1/31/2022, author: Ana}
      unlisted: true
      sidebar_labell: another plugin's
      """
    ),
    (
      "myst", "a.md",
      """
      title: null
      authors: [{name: Ana}, Bob]
      date: May 11, 2022
      keywords: cartes, mer
      license: CC-BY-4.0
      open_access: true
      pmid: 12345
      pmcid: PMC12345
      kernelspec: {name: python3}
      numbering: true
      thumbnail: null
      """
    ),
    (
      "agents", "lire-une-carte/SKILL.md",
      """
      name: lire-une-carte
      description: "Lit une carte : utile en mer."
      license: Apache-2.0
      allowed-tools: Bash(git:*) Read
      metadata: {version: "1.0"}
      argument-hint: [carte]
      disable-model-invocation: true
      """
    ),
    ("agents", "a/b.instructions.md", "applyTo: \"**/*.ts,**/*.tsx\"\ndescription: Style\nname: TS"),
    ("agents", "a/b.mdc", "description:\nglobs:\nalwaysApply: true"),
    ("agents", "a/.claude/rules/c/d.md", "paths: [\"src/**\"]"),
    ("agents", "a/c.prompt.md", "description: Dit tout\nagent: ask\nmodel: [a, b]\ntools: [search/codebase, fetch]"),
    ("agents", "a/other.md", "description: [a, b]"),
  ])
  func whatTheProgramsTakeIsGood(_ name: String, _ path: String, _ lines: String) throws {
    #expect(try found(name, path, lines) == [])
  }

  /// One change of a good page each.
  @Test(arguments: [
    ("jekyll", "tags: cartes, mer", "wrong-type"),
    ("jekyll", "categories: cartes, mer", "wrong-type"),
    ("jekyll", "published: \"false\"", "wrong-type"),
    ("jekyll", "published: no", "ambiguous-scalar"),
    ("jekyll", "permalink: \"\"", "schema"),
    ("jekyll", "permalink: 5", "wrong-type"),
    ("jekyll", "date:", "wrong-type"),
    ("jekyll", "date: 2022-02-30", "impossible-date"),
    ("jekyll", "redirect_to: {a: b}", "wrong-type"),
    ("jekyll", "redirect_to: [/a, /b]", "schema"),
    ("hugo", "weight: dix", "wrong-type"),
    ("hugo", "weight: \"010\"", "wrong-type"),
    ("hugo", "tags: cartes, mer", "wrong-type"),
    ("hugo", "aliases: /a /b", "wrong-type"),
    ("hugo", "aliases: [https://exemple.fr/a]", "schema"),
    ("hugo", "url: https://exemple.fr/a", "schema"),
    ("hugo", "draft: \"yes\"", "wrong-type"),
    ("hugo", "build: {list: sometimes}", "unknown-value"),
    ("hugo", "expiryDate: demain", "impossible-date"),
    ("docusaurus", "id: a/b", "schema"),
    ("docusaurus", "toc_max_heading_level: 7", "schema"),
    ("docusaurus", "tags: cartes, mer", "wrong-type"),
    ("docusaurus", "slug:", "wrong-type"),
    ("docusaurus", "sidebar_label: \"\"", "schema"),
    ("docusaurus", "tags: [{label: A}]", "missing-key"),
    ("docusaurus", "last_update: {date: 2022-02-30}", "impossible-date"),
    ("myst", "open_access: oui", "wrong-type"),
    ("myst", "pmid: PMC5", "wrong-type"),
    ("myst", "pmcid: \"12\"", "schema"),
    ("myst", "subject: Une matière dont le nom est bien trop long pour tenir", "schema"),
    ("myst", "title: 2022", "wrong-type"),
    ("myst", "date: 2022-02-30", "impossible-date"),
    ("skill", "name: Lire une carte\ndescription: Lit", "schema"),
    ("skill", "description: Lit", "missing-key"),
    ("skill", "description: Lit : une carte\nname: a", "yaml-syntax"),
    ("skill", "name: a\ndescription:", "empty-value"),
    ("skill", "name: a\ndescription: Lit\nmetadata: {version: 1.0}", "wrong-type"),
    ("agent-rules", "applyTo: [a]", "wrong-type"),
    ("agent-rules", "applyTo: \"\"", "schema"),
    ("agent-rules", "alwaysApply: \"true\"", "wrong-type"),
    ("agent-prompt", "description: [Dit]", "wrong-type"),
    ("agent-prompt", "tools: {a: b}", "wrong-type"),
    ("agent-prompt", "disable-model-invocation: oui", "wrong-type"),
  ])
  func oneMistakeIsOneFinding(_ name: String, _ lines: String, _ rule: String) throws {
    #expect(try found(name, "a.md", lines).map { String($0.drop { $0 != " " }.dropFirst()) } == [rule])
  }

  @Test(arguments: ["jekyll", "hugo", "docusaurus"])
  func aTextOfTagsBecomesAList(_ name: String) throws {
    let folder = try CommandFolder()
    try folder.write(".posting-lint.yml", "schema: \(name)\n")
    try folder.write("a.md", "---\ntags: cartes, mer # deux\n---\n")
    _ = try folder.run("--unsafe-fixes", "a.md")
    #expect(try folder.bytes("a.md") == Array("---\ntags: [cartes, mer] # deux\n---\n".utf8))
  }

  /// A skill whose description has a colon vanishes: that is said, and the quotes are written.
  @Test func aColonInADescriptionHidesASkill() throws {
    let folder = try CommandFolder()
    try folder.write(".posting-lint.yml", "schema: agents\n")
    try folder.write("a/SKILL.md", "---\nname: a\ndescription: Use it when: a map is there\n---\n")
    let result = try folder.run("--lang", "en", "a")
    #expect(result.text.contains("an agent may pass over in silence a file"))
    _ = try folder.run("--fix", "a")
    let wanted = "---\nname: a\ndescription: \"Use it when: a map is there\"\n---\n"
    #expect(try folder.bytes("a/SKILL.md") == Array(wanted.utf8))
  }

  /// They are schemas that other programs can use too, and the manual names each of their keys.
  @Test(arguments: ["jekyll", "hugo", "docusaurus", "myst", "skill", "agent-rules", "agent-prompt"])
  func theSchemasAreValidAndTheirKeysInTheManual(_ name: String) throws {
    let file = SharedData.package.appendingPathComponent("schemas/\(name).schema.json")
    let folder = try CommandFolder()
    try folder.write("a.md", "---\nname: a\ndescription: Text\n---\n")
    #expect(try folder.run("validate", "--schema", file.path, "a.md").status == 0)
    let page = "Sources/PostingLint/PostingLint.docc/SchemasOfOtherPrograms.md"
    let manual = try String(contentsOf: SharedData.package.appendingPathComponent(page), encoding: .utf8)
    let schema = try #require(JSONSerialization.jsonObject(with: Data(contentsOf: file)) as? [String: Any])
    let keys = try #require(schema["properties"] as? [String: Any]).keys
    #expect(manual.contains("| `\(name)` |") && keys.allSatisfy { manual.contains("| `\($0)` |") })
  }

  @Test func nothingOfThemHoldsUnlessTheyAreNamed() throws {
    let folder = try CommandFolder()
    try folder.write("_config.yml", "title: A site\n")
    try folder.write("_posts/2022-05-30-a.md", "---\nlayout: [a]\nredirect_to: {a: b}\n---\n")
    #expect(try folder.run(".").status == 0)
  }

  /// The path chooses, and `config` says what it chose.
  @Test func filesOfOneFolderMayHaveDifferentOnes() throws {
    let folder = try CommandFolder()
    try folder.write(".posting-lint.yml", "schema: agents\n")
    try folder.write("a/SKILL.md", "---\nname: x\n---\n")
    try folder.write("a/other.md", "---\nname: x\n---\n")
    try folder.write("a/none.prompt.md", "Text.\n")
    let result = try folder.run("a")
    #expect(result.text.contains("a/SKILL.md:") && !result.text.contains("other") && !result.text.contains("none"))
    #expect(try folder.run("config", "a/SKILL.md").text.contains("agents (skill)"))
    #expect(try folder.run("config", "a/other.md").text.contains("agents (none)"))
    #expect(try folder.run("validate", "a/SKILL.md").status == 1)
    #expect(try folder.run("validate", "a/other.md").status == 2)
  }
}
