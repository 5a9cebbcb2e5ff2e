import Markdown
import PostingLint
import SourceText
import Testing

/// The rules of links and addresses, on bodies of ordinary postings.
@Suite struct LinkRuleTests {
  private static let head =
    "---\nroles: Développeuse ou développeur\nopen: true\ndate: 2022-05-30\nstartup: exemple\ndomaines:\n  - Développement\n---\n\n"

  private func source(_ body: String) -> Source {
    Source(path: SourcePath("2022-05-30-exemple.md"), bytes: Array((Self.head + body + "\n").utf8))
  }

  private func linter() throws -> Linter { try Harness.linter(startups: ["exemple"]) }

  /// The rules that speak of a body, in order.
  private func rules(_ body: String) throws -> [String] {
    try linter().lint(source(body)).diagnostics.filter { $0.severity > .info }.map(\.rule)
  }

  /// A body after the fixes at `threshold`.
  private func fixed(_ body: String, _ threshold: Applicability) throws -> String {
    let bytes = Fixer(try linter(), threshold: threshold).fix(source(body)).bytes
    return String(decoding: bytes.dropFirst(Self.head.utf8.count).dropLast(), as: UTF8.self)
  }

  /// What works as CommonMark reads it, and what is a file, a template or a remark, is left in peace.
  @Test(arguments: [
    "[a](mailto:a\\_b@exemple.fr?subject=c\\&body=d)", "[a](mailto:a&#64;exemple.fr)", "![a](logo@3x.webp)",
    "[a](notes@hiver.odt) [b](paquet@2.0) [c](./d@e.fr)", "<a href=\"fiche@mai.pdf\">a</a>",
    "![a][b]\n\n[b]: fond@2x.jpg",
    "[a](cle.toml) [b](plan.avif) [c](suivi.ics) [d](expose.pptx) [e](LISEZMOI.fr.md)",
    "[a](objet.name) [b](module.rs)",
    "[a](<https://exemple.fr/{{ b }}/c>) <https://exemple.fr/{{ b }}> [d][e]\n\n[e]: <https://exemple.fr/{{ f }}>",
    "[a](<une image.png>) [b](<https://exemple.fr/c d>)",
    "[a](https://www&#46;exemple.fr) [b](https://exemple.fr/\\~c)",
    "[l'equipe@exemple.fr](mailto:l'equipe@exemple.fr)", "[d'arc@exemple.fr](mailto:d'arc@exemple.fr)",
    "[à l'accueil@exemple.fr](mailto:accueil@exemple.fr)", "[*a\\_b@exemple.fr*](mailto:a_b@exemple.fr)",
    "[a&#64;exemple.fr](mailto:a@exemple.fr)", "[a@exemple](mailto:a@exemple.fr)[.fr](mailto:a@exemple.fr)",
    "<div>[a](www.exemple.fr)</div>", "- a\n\n      [b](mailto:c@exemple.fr;d@exemple.fr)",
    "{% highlight md %}\n[a](www.exemple.fr)\n{% endhighlight %}", "(une note)[^1]\n\n[^1]: Voir plus bas.",
    "[a](mailto:?subject=b&body=c)", "[a](mailto:b@exemple.fr?subject=c/d)", "[a](//exemple.fr/b)",
    "[a][https://exemple.fr]\n\n[https://exemple.fr]: /b", "a <https://exemple.fr/{{ b }} c", "x < https://exemple.fr",
    "(a) [b] et (c) [/def/g]", "[a] (ceci/\ncela)",
    "[accueil@métiers.fr](mailto:accueil@xn--mtiers-bva.fr)", "[a](mailto:b@localhost)",
    "[EN]: https://exemple.fr en anglais", "[a]: mailto: ouvre le courriel.",
  ])
  func saysNothing(_ body: String) throws {
    #expect(try rules(body) == [])
    #expect(try fixed(body, .unsafe) == body)
  }

  @Test(arguments: [
    ("[a][b]\n\n[b]: c@exemple.fr", "malformed-mailto"), ("<a href=\"www.exemple.fr\">a</a>", "malformed-url"),
    ("[a]\n\n[a]:\n  exemple.fr/b", "malformed-url"), ("[a](https://exemple.fr/b", "malformed-url"),
    ("[a](mailto:b@exemple.fr puis", "malformed-mailto"), ("[a](https://exemple.fr/\nb)", "malformed-url"),
    ("![a]()", "empty-link-target"), ("[a](mailto:)", "empty-link-target"),
    ("[&nbsp;](https://exemple.fr)", "empty-link-text"),
    ("[a] (docs/b.md)", "space-before-link-target"), ("[a] (../b)", "space-before-link-target"),
    ("(a)[/bcd/e]", "reversed-link"), ("![a](b@exemple.fr)", "malformed-mailto"),
    ("[a](mailto:b@exemple.fr?objet=c)", "malformed-mailto"), ("[a](/b/c d.pdf)", "malformed-url"),
    ("[b@exemple.fr][a]\n\n[a]: mailto:c@exemple.fr", "mailto-text-mismatch"),
    ("[a](https://exemple.fr \"b \"c\" d\")", "malformed-url"),
    ("Voir https://https://exemple.fr.", "malformed-url"), ("[a][https://exemple.fr/b]", "malformed-url"),
    ("Voir <https://exemple.fr/b et puis", "malformed-url"), ("(a b) [https://exemple.fr]", "reversed-link"),
    ("[a](../b/c.html", "malformed-url"), ("<a href=\"\">a</a>", "empty-link-target"),
    ("[a]:\n  <mailto:b@exemple.fr?sujet=c>\n\n[a]", "malformed-mailto"),
    ("<a href=\"https://https://exemple.fr\">a</a>", "malformed-url"),
    ("une ligne\u{2028}une autre", "invisible-character"),
    ("[a](mailto:b@exemple)", "malformed-mailto"), ("[a](mailto:/b@exemple.fr)", "malformed-mailto"),
    ("[a](mailto:b@ехemple.fr)", "malformed-mailto"), ("[a](mailto:b@exemple·fr)", "malformed-mailto"),
    ("[a](mailto//b@exemple.fr)", "malformed-mailto"), ("[a](mailto :b@exemple.fr)", "malformed-mailto"),
    ("[a](mailto:b@exemple.fr \"c \"d\"\")", "malformed-mailto"), ("[a](https://exemple.fr \"b c)", "malformed-url"),
    ("[a]\n\n[a]: mailto: b@exemple.fr", "malformed-mailto"),
    ("[a]\n\n[a]: https://exemple.fr/mon guide.pdf", "malformed-url"),
    ("[a]\n\n[a]: https://exemple.fr \"b \"c\"\"", "malformed-url"),
    ("[a](https://www.https://exemple.fr)", "malformed-url"), ("(nous)[./contact.md]", "reversed-link"),
    ("(nous)[a@exemple.fr]", "reversed-link"), ("[a]\u{A0}(https://exemple.fr)", "space-before-link-target"),
  ])
  func findsWhatIsBroken(_ body: String, _ rule: String) throws {
    #expect(try rules(body) == [rule])
  }

  /// A safe fix takes nothing for granted; an unsafe one writes what was meant; `=` stands for no change.
  @Test(arguments: [
    ("[a](mailto:<b@exemple.fr>)", "=", "[a](mailto:b@exemple.fr)"),
    ("[a](mailto:b[at]exemple.fr?subject=é)", "=", "[a](mailto:b@exemple.fr?subject=%C3%A9)"),
    ("[a](mailto:b＠exemple.fr)", "=", "[a](mailto:b@exemple.fr)"),
    ("[a](mailto:bé@exemple.fr)", "=", "[a](mailto:bé@exemple.fr)"),
    ("[a](mailto:b@exemple.fr subject=c d)", "=", "[a](mailto:b@exemple.fr?subject=c%20d)"),
    ("[a](mailto:b @exemple.fr?subject=é)", "=", "[a](mailto:b @exemple.fr?subject=é)"),
    ("[a](mailto:b@exemple,fr)", "=", "[a](mailto:b@exemple.fr)"),
    ("[a](b\\_c@exemple.fr)", "[a](mailto:b\\_c@exemple.fr)", "[a](mailto:b\\_c@exemple.fr)"),
    ("[a](mailto:b@exemple.fr?subject=e\u{301}t)", "[a](mailto:b@exemple.fr?subject=%C3%A9t)", "="),
    (
      "[a](mailto:b@exemple.fr?subject=Poste \\& é)", "=", "[a](mailto:b@exemple.fr?subject=Poste%20\\&%20%C3%A9)"
    ),
    ("[a](https ://exemple.fr)", "[a](https://exemple.fr)", "="),
    ("[a](http//:exemple.fr)", "[a](http://exemple.fr)", "="),
    ("[a](https;//exemple.fr)", "[a](https://exemple.fr)", "="),
    ("[a](https://exemple,fr/b)", "=", "[a](https://exemple,fr/b)"),
    ("[a](<https://exemple.fr)", "=", "[a](https://exemple.fr)"),
    ("[a] (/bcd/e)", "=", "[a](/bcd/e)"),
    ("Voir https://https://exemple.fr.", "=", "Voir https://exemple.fr."),
    ("[a][https://exemple.fr/b].", "=", "[a](https://exemple.fr/b)."),
    ("Voir <https://exemple.fr/b et puis", "=", "Voir <https://exemple.fr/b> et puis"),
    ("(a b) [https://exemple.fr]", "=", "[a b](https://exemple.fr)"),
    ("[a](../b/c.html", "=", "[a](../b/c.html)"),
    ("[a](https://exemple.fr/b c  d/e.pdf)", "=", "[a](https://exemple.fr/b%20c%20%20d/e.pdf)"),
    ("[a](https://exemple.fr/b Un titre)", "=", "[a](https://exemple.fr/b Un titre)"),
    ("[a](https://exemple.fr « b \"c\" »)", "=", "[a](https://exemple.fr \" b \\\"c\\\" \")"),
    ("[a\\_b@exemple.fr]()", "[a\\_b@exemple.fr](mailto:a\\_b@exemple.fr)", "="),
    ("[a](mailto：b@exemple.fr)", "[a](mailto:b@exemple.fr)", "="),
    ("[a](mailto:///b@exemple.fr)", "=", "[a](mailto:b@exemple.fr)"),
    ("[a](https://exemple.fr \"b c)", "=", "[a](https://exemple.fr \"b c\")"),
    ("[a](mailto:b@exemple.fr \"c \"d\"\")", "=", "[a](mailto:b@exemple.fr \"c \\\"d\\\"\")"),
    ("(nous)[a@exemple.fr]", "=", "[nous](mailto:a@exemple.fr)"),
    ("[a]\n\n[a]: mailto: b@exemple.fr", "=", "[a]\n\n[a]: mailto:b@exemple.fr"),
  ])
  func mendsRightlyOrNotAtAll(_ body: String, _ safe: String, _ unsafe: String) throws {
    #expect(try !rules(body).isEmpty)
    #expect(try fixed(body, .safe) == (safe == "=" ? body : safe))
    #expect(try fixed(body, .unsafe) == (unsafe == "=" ? safe : unsafe))
  }

  /// A safe fix does not make a broken link longer: where a person has to look, it waits with the others.
  @Test(arguments: [
    ("[a](mailto:b@exemple.fr body=é)", "[a](mailto:b@exemple.fr?body=%C3%A9)"),
    ("[a](mailto:b@exemple.fr ; c@exemple.fr)", "[a](mailto:b@exemple.fr,c@exemple.fr)"),
    ("[a](mailto:b@exemple.fr?objet=é)", "[a](mailto:b@exemple.fr?subject=%C3%A9)"),
    ("<a href=\"b@exemple.fr?subject=c d\">a</a>", "<a href=\"mailto:b@exemple.fr?subject=c%20d\">a</a>"),
    ("[a](mailto:b@exemple?subject=é)", "[a](mailto:b@exemple?subject=%C3%A9)"),
  ])
  func aLinkThatStaysBrokenIsLeftReadable(_ body: String, _ unsafe: String) throws {
    #expect(try fixed(body, .safe) == body)
    #expect(try fixed(body, .unsafe) == unsafe)
  }

  /// What nobody sees in an address that is shown is another mistake than a wrong address.
  @Test func anInvisibleCharacterIsNoOtherAddress() throws {
    #expect(try rules("[a\u{200B}@exemple.fr](mailto:a@exemple.fr)") == ["invisible-character"])
    #expect(try rules("[a\u{200B}@exemple.fr](mailto:b@exemple.fr)").contains("mailto-text-mismatch"))
  }

  /// What is damaged is said, repaired first where it can be, and never encoded.
  @Test(arguments: [
    ("[a](mailto:b@exemple.fr?subject=dÃ©part)", "[a](mailto:b@exemple.fr?subject=d%C3%A9part)"),
    ("[a](mailto:b@exemple.fr?subject=d\u{FFFD}part)", "[a](mailto:b@exemple.fr?subject=d\u{FFFD}part)"),
    ("[a](mailto:b@exemple.fr?subject=dé\u{200B}part)", "[a](mailto:b@exemple.fr?subject=d%C3%A9part)"),
    (
      "<a href=\"mailto:b@exemple.fr?subject=d\u{FFFD}part\">a</a>",
      "<a href=\"mailto:b@exemple.fr?subject=d\u{FFFD}part\">a</a>"
    ),
  ])
  func damageIsNeverEncoded(_ body: String, _ expected: String) throws {
    #expect(try !rules(body).isEmpty)
    #expect(try fixed(body, .safe) == expected)
  }

  /// A label is composed in all its places, or nowhere.
  @Test(arguments: [
    ("[e\u{301}] [b][E\u{301}]\n\n[e\u{301}]: /c", "[é] [b][É]\n\n[é]: /c"),
    ("[e\u{301}] [é]\n\n[e\u{301}]: /c\n[é]: /d", "[e\u{301}] [é]\n\n[e\u{301}]: /c\n[é]: /d"),
    ("[e\u{301}]\n\n[autre]: /c", "[é]\n\n[autre]: /c"),
  ])
  func labelsKeepTheirDefinitions(_ body: String, _ expected: String) throws {
    // Byte for byte: Swift takes both forms of a letter for equal.
    #expect(Array(try fixed(body, .safe).utf8) == Array(expected.utf8))
  }

  /// A safe fix moves no link that worked: what leads elsewhere afterwards is part of a finding with a safe fix.
  @Test(arguments: [
    "[a](mailto:b\\_c@exemple.fr) [d] (https://exemple.fr) <https://exemple.fr/e> [f]\n\n[f]: /g&amp;h",
    "[a](b@exemple.fr) ![c](d@2x.png) [e](mailto:f@exemple.fr;g@exemple.fr) [h](i%20j) <k@exemple.fr>",
    "[été](/a) [o\u{301}](b) [c\u{200B}](d) <a href=\"e&amp;f\">dÃ©but</a>",
  ])
  func safeFixesMoveNoLinkThatWorked(_ body: String) throws {
    let source = source(body)
    let linter = try linter()
    let mended = linter.lint(source).diagnostics.compactMap(\.fix).filter { $0.applicability == .safe }.flatMap(\.edits)
    let after = Fixer(linter, threshold: .safe).fix(source).bytes
    var left = MarkdownScan.scan(after).resolvedTargets(in: after).map(\.bytes)
    for target in MarkdownScan.scan(source.bytes).resolvedTargets(in: source.bytes) {
      if let place = left.firstIndex(of: target.bytes) {
        left.remove(at: place)
      } else {
        let isFinding = mended.contains {
          target.targetRange.overlaps($0.range) || target.targetRange.contains($0.range)
        }
        #expect(isFinding, "\(String(decoding: target.bytes, as: UTF8.self))")
      }
    }
  }

  /// What the fixes make of broken links needs no second run.
  @Test func secondRunsChangeNothing() throws {
    let pieces = [
      "[x](", "mailto:", "a@exemple.fr", "a[at]exemple.fr", "é@exemple.fr", ";", ",", " ", "?sujet=", "?subject=",
      "&cc=",
      "é", "Ã©", "\u{200B}", "e\u{301}", "%", ")", "]", "<", ">", "\"a \"b\" c\"", "https://", "www.", "exemple.fr",
      "/b c.pdf",
      "(d)", "\\_", "&#64;", "{{ e }}", "[f](g)", "(h)[", "[i] (", "\n", "[j]: ", "\n\n",
    ]
    var state: UInt64 = 11
    func next(_ count: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % count
    }
    let linter = try linter()
    for _ in 0..<150 {
      let body = "[x](" + (0..<2 + next(6)).map { _ in pieces[next(pieces.count)] }.joined() + ")"
      for threshold in [Applicability.safe, .unsafe] {
        let fixer = Fixer(linter, threshold: threshold)
        let once = fixer.fix(source(body))
        let twice = fixer.fix(Source(path: once.report.source.path, bytes: once.bytes))
        #expect(twice.bytes == once.bytes, "\(body)")
      }
    }
  }
}
