/// Text in order, of scripts and languages that differ in what a scan has to look at.
struct SampleScripts {
  let name: String
  let bytes: [UInt8]

  /// About 64 KB of each.
  static let all: [SampleScripts] = [
    make("French", "Nous cherchons une développeuse à l’écoute, prête à améliorer l’accès aux droits « dès l’été »."),
    make("German", "Größere Teams übernehmen die Prüfung der Anträge; für Rückfragen stehen wir gern zur Verfügung."),
    make("Polish", "Szukamy osoby, która ułatwi mieszkańcom załatwianie spraw urzędowych i pomoże zespołowi."),
    make("Vietnamese", "Chúng tôi đang tìm một lập trình viên để xây dựng dịch vụ công trực tuyến cho người dân."),
    make("Russian", "Мы ищем разработчика, который поможет жителям быстрее получать государственные услуги."),
    make("Ukrainian", "Компанії та організації об’єднують зусилля, щоб їхні послуги були доступні в кожній області."),
    make("Greek", "Αναζητούμε προγραμματιστή που θα βοηθήσει τους πολίτες να εξυπηρετούνται πιο γρήγορα."),
    make("Arabic", "نبحث عن مطورة برمجيات تساعد المواطنين على الوصول إلى الخدمات العامة بسهولة أكبر."),
    make("Hindi", "हम एक ऐसे डेवलपर की तलाश में हैं जो नागरिकों को सेवाएँ जल्दी दिलाने में मदद करे।"),
    make("Japanese", "市民が行政サービスをより早く利用できるように支援するエンジニアを募集しています。"),
  ]

  private static func make(_ name: String, _ sentence: String) -> SampleScripts {
    let line = Array(sentence.utf8) + Array("\n".utf8)
    return SampleScripts(
      name: name, bytes: Array(repeatElement(line, count: 65_536 / line.count).joined()))
  }
}
