import Files
import Readers
import SourceText

/// The files that show which content manager people write with, as its own documentation names them.
enum ManagerSigns {
  /// The content managers that the files of a folder show.
  static func found(in probe: borrowing FolderProbe, _ folder: SourcePath) -> [FoundReader] {
    var result: [FoundReader] = []
    func add(_ reader: Reader, _ name: String) {
      result.append(FoundReader(reader: reader, file: folder.appending(name)))
    }
    func look(in place: borrowing FolderProbe, _ prefix: String) {
      guard let admin = place.opened("admin"), let name = admin.firstFile("config.yml") else { return }
      // Both read settings of this name; the page beside them loads one or the other.
      let page = admin.firstFile("index.html").map { GeneratorSigns.text(of: $0, in: admin, folder) } ?? []
      let reader: Reader = ByteSearch.contains(Array("sveltia".utf8), in: page) ? .sveltia : .decap
      add(reader, prefix + "admin/" + String(decoding: name, as: UTF8.self))
    }
    look(in: probe, "")
    if let inner = probe.opened("static") { look(in: inner, "static/") }
    if let inner = probe.opened("public") { look(in: inner, "public/") }
    if let inner = probe.opened("source") { look(in: inner, "source/") }
    if probe.firstFile(SignNames.pagesCMS) != nil { add(.pagesCMS, ".pages.yml") }
    if probe.firstFile(SignNames.frontMatterCMS) != nil { add(.frontMatterCMS, "frontmatter.json") }
    if let tina = probe.opened("tina"), let name = tina.firstFile(SignNames.tina) {
      add(.tina, "tina/" + String(decoding: name, as: UTF8.self))
    }
    return result
  }
}
