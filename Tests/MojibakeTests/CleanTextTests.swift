import SourceText
import Testing

@testable import Mojibake

/// Text that is right as it stands, whatever an encoding would make of it.
@Suite struct CleanTextTests {
  /// One text for each language and script, written for these tests.
  static let languages: [(name: String, text: String)] = [
    ("Ukrainian", "Компанії та організації об’єднують зусилля: дії, лінії, енергії — «Мій Київ», Рівне, Їжак, ДІЇ."),
    ("Russian", "В\u{A0}отделе ищут разработчика; всё ещё «Ёлка» — объявление №\u{A0}5, США и ЕС."),
    ("Belarusian", "Ў горадзе шукаюць распрацоўшчыка, ён і яна, мільён рублёў."),
    ("Bulgarian", "Търсим разработчик за „нова услуга“ в София."),
    ("Serbian", "Тражимо програмера, љубав, њива, ђак, ћерка, џеп."),
    ("Greek", "Αναζητούμε έμπειρο προγραμματιστή· «Άλλη Έκδοση», Ήλιος, Ώρα."),
    ("Swedish", "Även på fältet får man fästa flikar längs åkern; därför är färgen grön, fäll ned."),
    ("Finnish", "Työntekijät lähtevät äärimmäisen hyvään päivään: höyry, pöytä, sää, täällä."),
    ("Slovak", "Človek čaká, ďalší kôň, ľahká práca; čučoriedky, čas, ďaleko, môžete, ktorý tvorí službu."),
    ("Slovene", "Če človek čaka, češnje čudežno čistijo čoln."),
    ("Czech", "Ďábel čeká, žlutý kůň a řeka; příští týden."),
    ("Polish", "Rozwój usług: łódź, ćma, źródło, żółw, RÓŻA, KSIĘŻYC."),
    ("Uzbek", "O‘quvchi bo‘lim qo‘shdi, so‘z va g‘oya to‘g‘ri o‘zgardi."),
    ("Turkish", "Çalışanlar değiştirdi; İstanbul’da ığdır, ŞİŞLİ, ağaç."),
    ("Vietnamese", "Chúng tôi đang tuyển lập trình viên giỏi ở Đà Nẵng."),
    ("Portuguese", "NÃO há informações; a irmã e o João, À noite, às vezes."),
    ("Icelandic", "Þróunaraðili óskast í Reykjavík, góð laun og ævintýri."),
    ("Chinese", "我们正在招聘经验丰富的工程师。"), ("Japanese", "経験豊富なエンジニアを募集しています。"),
    ("Korean", "경험 많은 개발자를 찾습니다."), ("Hebrew", "אנחנו מחפשים מפתחת מנוסה."),
    ("Arabic", "نبحث عن مطورة ذات خبرة."), ("Hindi", "हम एक अनुभवी डेवलपर की तलाश में हैं।"),
    ("Thai", "เรากำลังมองหานักพัฒนาที่มีประสบการณ์"),
  ]

  @Test(arguments: languages.map(\.text))
  func languagesAreLeftAlone(_ text: String) {
    #expect(MojibakeScan.findings(in: Array(text.utf8)).isEmpty)
    #expect(MojibakeScan.findings(in: Array("Une équipe à côté.\n\n\(text)\n\nÀ bientôt.".utf8)).isEmpty)
  }

  @Test(arguments: [
    "√π", "2√π·x", "√∂", "√±3", "n√≤7", "Ω²", "Γ²", "Π³ et Θ²", "Γ©", "Γ« oui", "Σ° = 1", "a×b", "u+v×w",
    "longueur×largeur",
    "«Ã» et «Â»", "“Ã”", "∂Ω", "├─ src", "║ a ║", "10 kΩ·m", "5 µm", "x ≈ y",
  ])
  func signsAreLeftAlone(_ text: String) {
    #expect(repaired(text).utf8.elementsEqual(text.utf8))
  }

  /// What such letters and signs are damage of is found beside letters of a word.
  @Test(arguments: [
    ("o√π est la cl√© du mod√®le", "où est la clé du modèle"), ("une Γ©tude Γ\u{A0} l’est", "une étude à l’est"),
    ("РџСЂРёРІРµС‚, СЂР°Р·СЂР°Р±РѕС‚С‡РёРє Рё РјРёСЂ", "Привет, разработчик и мир"),
    ("Î ÏÎ¿Î³ÏÎ±Î¼Î¼Î±Ï„Î¹ÏƒÎ¼ÏŒÏ‚", "Î ÏÎ¿Î³ÏÎ±μματισμός"),
  ])
  func damageOfTheSameLettersIsFound(_ damaged: String, _ meant: String) {
    let found = MojibakeScan.findings(in: Array(damaged.utf8))
    #expect(!found.isEmpty)
    if !meant.contains("Î") { #expect(repaired(damaged).utf8.elementsEqual(meant.utf8)) }
  }

  /// A text without any space or line end is gone through in parts.
  @Test(.timeLimit(.minutes(1)), arguments: ["РџСЂ", "продолжение", "続けて", "Ã©", "дії"])
  func aTextWithoutSpacesIsReadToItsEnd(_ part: String) {
    let text = String(repeating: part, count: 60_000 / part.utf8.count)
    let found = MojibakeScan.findings(in: Array((text + " Ã©tÃ©").utf8))
    #expect(found.last?.range.end == text.utf8.count + 10)
  }

  @Test func damagedCyrillicAmongCleanCyrillicIsFoundAlone() {
    let clean = "Компанії шукають розробника, дії та лінії."
    let text = "\(clean)\n\nРџСЂРѕРіСЂР°РјС–СЃС‚\n\n\(clean)\n"
    #expect(repaired(text).utf8.elementsEqual("\(clean)\n\nПрограміст\n\n\(clean)\n".utf8))
  }
}

@Suite struct RepairTests {
  @Test(arguments: [
    ("bientÃŽt, trÃšs tÃŽt", "bientôt, très tôt"), ("MÃŒnchen", "München"), ("le systÃšme prÃªt", "le système prêt"),
    ("ÃŽles et ÃŠtres", "Îles et Êtres"),
  ])
  func latin9IsToldFromWindows(_ damaged: String, _ meant: String) {
    #expect(repaired(damaged).utf8.elementsEqual(meant.utf8))
  }

  /// The bytes of each emoji but one, then something that would become the missing byte once it is mended.
  @Test(arguments: ["👏", "🎉", "💡", "🤝", "🚀"], ["\u{A0}", "»", "·", "²", "°"])
  func anEmojiThatLostAByteNeverBecomesAnother(_ emoji: String, _ next: String) {
    var bytes = Array(emoji.utf8)
    bytes.removeLast()
    let damaged = DamageTests.damage("Bravo ", .windows1252) + damage(bytes) + damage(Array(next.utf8)) + " à tous"
    var text = damaged
    for _ in 0..<3 {
      text = repaired(text)
      #expect(!text.unicodeScalars.contains { $0.properties.isEmojiPresentation }, "\(text)")
    }
  }

  private func damage(_ bytes: [UInt8]) -> String {
    String(String.UnicodeScalarView(bytes.map { CodePage.windows1252.scalar(of: $0) }))
  }

  /// Two characters of every page, whatever they are: nothing is written that Unicode does not have.
  @Test(arguments: CodePage.allCases)
  func nothingIsWrittenThatIsNoCharacter(_ page: CodePage) {
    var state: UInt64 = 7
    for _ in 0..<300 {
      var text = "mot "
      for _ in 0..<12 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        text.unicodeScalars.append(page.scalar(of: UInt8(truncatingIfNeeded: state >> 40) | 0x80))
      }
      for finding in MojibakeScan.findings(in: Array(text.utf8)) {
        let written = String(decoding: finding.replacement ?? [], as: UTF8.self)
        #expect(!written.unicodeScalars.contains { $0.properties.generalCategory == .unassigned }, "\(text)")
      }
    }
  }

  /// One line, many findings that touch: what is joined is not copied each time.
  @Test(.timeLimit(.minutes(1)))
  func oneLongLineIsOneFinding() {
    let count = 60_000
    let bytes = Array(String(repeating: "Ã©", count: count).utf8)
    let findings = MojibakeScan.findings(in: bytes)
    #expect(findings.map(\.range) == [ByteRange(0, bytes.count)])
    #expect(findings.first?.replacement == Array(String(repeating: "é", count: count).utf8))
    #expect((findings.first?.message(in: bytes).fr.utf8.count ?? 0) < 400)
  }
}
