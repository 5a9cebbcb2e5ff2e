import PostingLint
import SourceText
import Testing

@Suite struct FileNameTests {
  private func name(_ path: String) -> FileName { FileName(SourcePath(path)) }

  @Test(arguments: [
    ("2022-05-30-coach.md", "2022-05-30", "-coach.md"), ("a/b-c/2020-02-29.md", "2020-02-29", ".md"),
    ("0001-01-01-x", "0001-01-01", "-x"),
  ])
  func aDayOfTheCalendar(_ path: String, _ day: String, _ rest: String) {
    let name = name(path)
    #expect(name.date?.iso == day)
    #expect(String(decoding: name.rest, as: UTF8.self) == rest)
  }

  @Test func noDayOfTheCalendar() {
    #expect(
      name("2022-30-05-a.md").beginning
        == .impossible(text: "2022-30-05", suggestion: CalendarDate(iso: Array("2022-05-30".utf8))))
    #expect(name("2021-02-29-a.md").beginning == .impossible(text: "2021-02-29", suggestion: nil))
  }

  @Test func theDayFirst() throws {
    let date = try #require(CalendarDate(iso: Array("2017-11-28".utf8)))
    #expect(name("28-11-2017-a.md").beginning == .dayFirst(text: "28-11-2017", date))
    #expect(name("28-11-2017-a.md").date == nil)
  }

  @Test(arguments: [("22-05-30-a.md", "22-05-30", "2022-05-30"), ("2022-5-3-a.md", "2022-5-3", "2022-05-03")])
  func aDayInFewerDigits(_ path: String, _ text: String, _ day: String) throws {
    let date = try #require(CalendarDate(iso: Array(day.utf8)))
    #expect(name(path).beginning == .short(text: text, date))
  }

  @Test(arguments: [
    ("20220530-coach.md", "2022-05-30-coach.md"), ("_2022-05-30-coach.md", "2022-05-30-coach.md"),
    ("2022–05–30-coach.md", "2022-05-30-coach.md"), ("2022.05.30_coach.md", "2022-05-30-coach.md"),
    ("30.05.2022 coach.md", "2022-05-30-coach.md"), ("coach-agile-2022-05-30.md", "2022-05-30-coach-agile.md"),
    ("5.06.2022-coach.md", nil), ("2022-05-301-coach.md", nil), ("coach2022-05-30.md", nil),
    ("2022-05-30-coach.md", nil),
  ])
  func theNameThatWasMeant(_ path: String, _ meant: String?) {
    #expect(name(path).meant.map { String(decoding: $0, as: UTF8.self) } == meant)
  }

  @Test(arguments: [
    "coach.md", "2022-coach.md", "2022-05-coach.md", "", "-", "2022-05-", "99999999999999999999-1-1",
    "\u{FFFD}2022-05-30",
  ])
  func noDate(_ path: String) {
    let name = name(path)
    #expect(name.beginning == .none)
    #expect(name.rest.elementsEqual(name.bytes))
  }
}
