import Roles
import TestSupport
import Testing

/// Reads the titles of the data folder, and says how many come out as they were judged.
@Suite struct GoldTests {
  private struct Row {
    var title: String
    var domains: Set<String>
    var roles: Set<String>
    var form: String
    var declared: [String]

    /// A third of the titles, by hash: looked at only as a number while rules were written.
    var isHeldOut: Bool { title.utf8.reduce(UInt32(5381)) { $0 &* 33 ^ UInt32($1) } % 3 == 0 }
  }

  private static func rows() throws -> [Row] {
    let text = String(decoding: try SharedData.bytes("corpus/gold/roles.tsv"), as: UTF8.self)
    return text.split(separator: "\n").dropFirst().map { line in
      let fields = line.split(separator: "\t", omittingEmptySubsequences: false).map { String($0) }
      func set(_ index: Int) -> Set<String> {
        index < fields.count ? Set(fields[index].split(separator: "|").map { String($0) }) : []
      }
      let notes = fields.count > 4 ? fields[4].split(separator: ";").map { String($0) } : []
      let declared = notes.compactMap { note -> [String]? in
        let parts = note.split(separator: "=")
        guard parts.count == 2, parts[0].hasSuffix("declared") else { return nil }
        return parts[1].split(separator: "+").map { String($0) }
      }
      return Row(
        title: fields[0], domains: set(1), roles: set(2), form: fields.count > 3 ? fields[3] : "",
        declared: declared.first ?? [])
    }
  }

  @Test(.enabled(if: SharedData.exists("corpus/gold/roles.tsv"), Comment(rawValue: SharedData.why)))
  func titlesComeOutAsJudged() throws {
    let reader = try bundledReader()
    let rows = try Self.rows()
    #expect(rows.count > 100)
    var report = ""
    for (name, part) in [
      ("all", rows), ("held out", rows.filter(\.isHeldOut)), ("rest", rows.filter { !$0.isHeldOut }),
    ] {
      var right = 0
      var wrong = 0
      var forms = 0
      var roles = 0
      for row in part {
        let reading = reader.read(Array(row.title.utf8))
        let domains = Set(reading.domains)
        if domains == row.domains { right += 1 } else if !domains.isEmpty { wrong += 1 }
        if reading.form == row.form { forms += 1 }
        if Set(reading.roles) == row.roles { roles += 1 }
        if name == "rest" {
          if domains != row.domains { report += "  domains \(row.title): \(reading.domains), not \(row.domains)\n" }
          if reading.form != row.form { report += "  form \(row.title): \(reading.form), not \(row.form)\n" }
          if Set(reading.roles) != row.roles { report += "  roles \(row.title): \(reading.roles), not \(row.roles)\n" }
        }
      }
      func percent(_ count: Int) -> Double { Double(count * 1000 / max(part.count, 1)) / 10 }
      report += "\(name) (\(part.count)): domains right \(percent(right)) %, wrong \(percent(wrong)) %, "
      report += "form right \(percent(forms)) %, roles right \(percent(roles)) %\n"
      #expect(percent(right) >= 98)
      #expect(percent(wrong) <= 1)
      #expect(percent(forms) >= 97)
    }
    print(report)
  }

  @Test(.enabled(if: SharedData.exists("corpus/gold/errors.tsv"), Comment(rawValue: SharedData.why)))
  func misspellingsAreFoundAndNothingElse() throws {
    let reader = try bundledReader()
    let text = String(decoding: try SharedData.bytes("corpus/gold/errors.tsv"), as: UTF8.self)
    var known: Set<String> = []
    var missed: [String] = []
    for line in text.split(separator: "\n") {
      let fields = line.split(separator: "\t", omittingEmptySubsequences: false).map { String($0) }
      guard fields.count > 5, fields[2] == "spelling-role" else { continue }
      let value = String(fields[3].drop { $0 != ":" }.dropFirst(2))
      known.insert(value)
      let found = reader.misspellings(in: Array(value.utf8))
      print("  \(fields[5]) \(value): \(found.map(\.suggestion))")
      if found.isEmpty, fields[5] == "certain" { missed.append(value) }
    }
    #expect(!known.isEmpty)
    #expect(missed.isEmpty)
    let alarms = try Self.rows().filter { !known.contains($0.title) }.compactMap { row in
      let found = reader.misspellings(in: Array(row.title.utf8))
      return found.isEmpty ? nil : "\(row.title): \(found.map(\.suggestion))"
    }
    #expect(alarms.isEmpty, "\(alarms)")
  }

  @Test(.enabled(if: SharedData.exists("corpus/gold/roles.tsv"), Comment(rawValue: SharedData.why)))
  func declaredDomainsAreSeldomContradicted() throws {
    let reader = try bundledReader()
    let declared = try Self.rows().filter { !$0.declared.isEmpty }
    #expect(!declared.isEmpty)
    let flagged = declared.filter { row in
      reader.contradicts(declared: row.declared, implied: reader.read(Array(row.title.utf8)).domains)
    }
    print("domains contradicted: \(flagged.count) of \(declared.count)")
    #expect(flagged.count * 50 <= declared.count, "\(flagged.map(\.title))")
  }
}
