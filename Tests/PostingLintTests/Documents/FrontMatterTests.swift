import PostingLint
import SourceText
import Testing

@Suite struct FrontMatterTests {
  private func read(_ text: String) -> (FrontMatter, content: String) {
    let bytes = Array(text.utf8)
    let block = FrontMatter(bytes)
    return (block, String(decoding: bytes[block.content.indices], as: UTF8.self))
  }

  @Test(arguments: ["---\na: 1\n---\nbody", "---\na: 1\n...\nbody", "---  \na: 1\n---\t\n", "\u{FEFF}---\na: 1\n---\n"])
  func ordinaryBlocks(_ text: String) {
    let (block, content) = read(text)
    #expect(content == "a: 1\n")
    #expect(block.problems.isEmpty)
  }

  @Test func lineEndsOfWindowsAndOldMacs() {
    #expect(read("---\r\na: 1\r\n---\r\nb").content == "a: 1\r\n")
    #expect(read("---\ra: 1\r---\rb").content == "a: 1\r")
  }

  @Test func textAboveIsNoFrontMatterButIsRead() {
    let (block, content) = read("Titre\n\n---\na: 1\n---\nbody")
    #expect(content == "a: 1\n")
    #expect(block.problems == [.textBefore(ByteRange(0, 5))])
  }

  @Test func rulesBetweenParagraphsAreNoFrontMatter() {
    #expect(read("Un texte\n\n---\n\nUn autre\n").0.problems == [.missing])
    #expect(read("Un texte\n---\nNote: suite sans fin\n").0.problems == [.missing])
  }

  @Test func aBlockScalarMayHoldDashes() {
    let (block, content) = read("---\na: |\n  x\n  ---\n  y\nb: 2\n---\nbody")
    #expect(content == "a: |\n  x\n  ---\n  y\nb: 2\n")
    #expect(block.problems.isEmpty)
  }

  @Test func anIndentedCloseIsRecognised() {
    let (block, content) = read("---\na: 1\n ---\nUn texte\n\n---\n")
    #expect(content == "a: 1\n")
    #expect(block.problems == [.nearDelimiter(ByteRange(10, 13), isOpening: false)])
  }

  @Test func aBlockThatNeverEndsStopsAtTheText() {
    let (block, content) = read("---\na: 1\nb:\n  - x\n\nUn texte\n")
    #expect(content == "a: 1\nb:\n  - x\n")
    #expect(block.problems == [.unterminated(opening: ByteRange(0, 3), insertion: 18)])
  }

  @Test(arguments: ["", "\n", "---", "---\n", "-", "\u{FEFF}", "---\n---", "--- \n\n\n"])
  func shortFilesGiveAnAnswer(_ text: String) {
    let (block, _) = read(text)
    #expect(block.body.end == text.utf8.count)
    #expect(text.hasPrefix("---\n---") || !block.problems.isEmpty)
  }
}

@Suite struct DateReadingTests {
  private func read(_ text: String) -> DateReading { DateReading(Array(text.utf8)) }

  @Test(arguments: [
    "2022-05-30", "2022-02-21T9:00:00.000Z", "2022-06-28T07:27:43.367Z", "2001-12-14t21:59:43.10-05:00",
    "2001-12-14 21:59:43.10 -5", "2001-12-15 2:59:43.10", "2024-02-29", "2022-05-30T09:00Z", "2022-05-30T24:00:00",
  ])
  func goodDates(_ text: String) {
    #expect(read(text).timestamp != nil)
  }

  @Test func impossibleDays() throws {
    #expect(read("2022-02-30") == .impossible(suggestion: nil))
    #expect(read("2022-13-01") == .impossible(suggestion: CalendarDate(iso: Array("2022-01-13".utf8))))
    #expect(read("2023-02-29T00:00:00Z") == .impossible(suggestion: nil))
    #expect(read("31/04/2022") == .impossible(suggestion: nil))
    #expect(read("31/02/2022") == .impossible(suggestion: nil))
  }

  @Test(arguments: [
    "28/06/2022", "28 juin 2022", "28-06-2022", "28.6.2022", "2022/06/28", "2022-6-28", "28 Juin 2022", "20220628",
    "2022–06–28", "2022‑06‑28", "2022 - 06 - 28", "28 / 06 / 2022", "2022-06-28.", "28 juin 2022,", "le 28 juin 2022",
    "mardi 28 juin 2022", "le mardi 28/06/2022", "Tuesday, June 28, 2022", "June 28th 2022", "28th June 2022",
    "Jun. 28 2022",
  ])
  func otherForms(_ text: String) throws {
    let date = try #require(CalendarDate(year: 2022, month: 6, day: 28))
    #expect(read(text) == .otherForm(date, isCertain: true))
  }

  /// Of two orders of a short date the one that is nearer to our time; a day of the week that does not fit.
  @Test(arguments: [
    ("26-06-05", "2026-06-05"), ("05-06-26", "2026-06-05"), ("lundi 28 juin 2022", "2022-06-28"),
    ("lundi 28/06/2022", "2022-06-28"),
  ])
  func datesWithTwoReadings(_ text: String, _ day: String) throws {
    #expect(read(text) == .otherForm(try #require(CalendarDate(iso: day.utf8)), isCertain: false))
  }

  @Test(arguments: ["2O22-06-28", "2022-O6-28", "28 jiun 2022", "28 juinn 2022"])
  func slipsOfTheHand(_ text: String) {
    let day = CalendarDate(year: 2022, month: 6, day: 28)
    let isNamed = text.hasPrefix("28")
    #expect(read(text) == (isNamed ? .notADate : .impossible(suggestion: day)))
    #expect(read("28 juilet 2022") == .impossible(suggestion: CalendarDate(year: 2022, month: 7, day: 28)))
  }

  @Test(arguments: ["2022-06-28 2022-07-01", "2022-06-28 au 2022-07-01", "du 5 au 9 mars 2022", "2022", "lundi"])
  func noSingleDay(_ text: String) {
    #expect(read(text) == .notADate)
  }

  @Test(arguments: ["2022-05-30T25:00:00Z", "2022-05-30 09:61", "2022-05-30T09:00:00+30:00", "2022-05-30T9h30"])
  func impossibleTimes(_ text: String) {
    #expect(read(text) == .impossibleTime)
  }

  @Test(arguments: [
    ("3 févr. 2022", 2), ("3 AVRIL 2022", 4), ("3 sept 2022", 9), ("3 dec. 2022", 12), ("3 march 2022", 3),
    ("3 Oktober 2022", 10), ("3 déc. 2022", 12),
  ])
  func namesOfMonths(_ text: String, _ month: Int) throws {
    let date = try #require(CalendarDate(year: 2022, month: month, day: 3))
    #expect(read(text) == .otherForm(date, isCertain: true))
  }

  @Test(arguments: [
    "6 mardi 2022", "9 octaves 2022", "2 maintenant 2022", "4 juinette 2022", "8 nov-lan 2022", "1 d 2022",
  ])
  func wordsThatBeginLikeMonths(_ text: String) {
    #expect(read(text) == .notADate)
  }

  @Test func monthsWithAccents() throws {
    let date = try #require(CalendarDate(year: 2022, month: 8, day: 1))
    #expect(read("1er août 2022") == .otherForm(date, isCertain: true))
  }

  @Test func dayAndMonthMayBeSwapped() throws {
    let date = try #require(CalendarDate(year: 2022, month: 6, day: 5))
    #expect(read("05/06/2022") == .otherForm(date, isCertain: false))
    #expect(read("28/06/22") == .otherForm(try #require(CalendarDate(year: 2022, month: 6, day: 28)), isCertain: false))
  }

  @Test(arguments: [
    "", "bientôt", "2022", "12", "dès que possible", "2022-05-30 et après", "juin 2022", "99999999999", "20221340",
  ])
  func texts(_ text: String) {
    #expect(read(text) == .notADate)
  }

  @Test func zonesCountInTheOrder() throws {
    let early = try #require(read("2022-05-30T00:30:00+02:00").timestamp)
    let late = try #require(read("2022-05-29T23:00:00Z").timestamp)
    #expect(early.isBefore(late))
    #expect(!late.isBefore(early))
    let day = try #require(read("2022-05-30").timestamp)
    #expect(!day.isBefore(early) && !early.isBefore(day))
  }
}
