public import SourceText

/// Says in JSON what was read of an address; one line without a line end. Ranges are in bytes of the text, from 0.
public enum InspectionPrinter {
  /// `{"valid": true, "address": …, "local": …, "domain": …}`, or `{"valid": false, …, "errors": […]}`.
  public static func email(
    _ bytes: [UInt8], profile: EmailAddress.Profile = .smtp, language: Language = .fr
  ) -> String {
    var json = JSONLine()
    json.add("address", bytes)
    json.add("profile", Array(profile.rawValue.utf8))
    switch EmailAddress.parse(bytes, in: ByteRange(0, bytes.count), profile: profile) {
    case .success(let address):
      json.add("local", Array(bytes[address.localRange.indices]))
      json.add("domain", Array(bytes[address.domainRange.indices]))
      json.add("quoted", raw: "\(address.isQuoted)")
      json.add("literal", raw: "\(address.isLiteral)")
      json.add("international", raw: "\(address.isInternational)")
      json.add("errors", raw: "[]")
      return json.text(valid: true)
    case .failure(let error):
      json.add("errors", raw: "[\(described(error.kind.rawValue, error.range, error.message[language]))]")
      return json.text(valid: false)
    }
  }

  /// `{"valid": …, "to": […], "headers": {…}, "errors": […]}`: `to` has the recipients of the path and of every `to`
  /// field, `headers` the other fields, decoded, under lower-case names. Where a field stands twice, addresses are
  /// joined by a comma, and of any other the first counts.
  public static func mailto(_ bytes: [UInt8], language: Language = .fr) -> String {
    let uri = MailtoURI.parse(bytes, in: ByteRange(0, bytes.count))
    var json = JSONLine()
    let to = uri.recipients.filter { $0.place == .path || $0.place == .to }.map { JSONText.quoted($0.address) }
    json.add("to", raw: "[\(to.joined(separator: ", "))]")
    var names: [[UInt8]: Int] = [:]
    var headers: [(name: [UInt8], value: [UInt8])] = []
    for field in uri.fields where field.name != Array("to".utf8) {
      if let index = names[field.name] {
        let isList = field.name == Array("cc".utf8) || field.name == Array("bcc".utf8)
        if isList { headers[index].value += [AddressByte.comma] + field.value }
      } else {
        names[field.name] = headers.count
        headers.append((field.name, field.value))
      }
    }
    let members = headers.map { "\(JSONText.quoted($0.name)): \(JSONText.quoted($0.value))" }
    json.add("headers", raw: "{\(members.joined(separator: ", "))}")
    let errors = uri.errors.map { described($0.code, $0.range, $0.message[language]) }
    json.add("errors", raw: "[\(errors.joined(separator: ", "))]")
    return json.text(valid: uri.isValid)
  }

  private static func described(_ code: String, _ range: ByteRange, _ message: String) -> String {
    let message = JSONText.quoted(Array(message.utf8))
    return "{\"code\": \"\(code)\", \"start\": \(range.start), \"end\": \(range.end), \"message\": \(message)}"
  }
}

/// The members of a JSON object on one line (RFC 8259).
private struct JSONLine {
  private var members: [String] = []

  mutating func add(_ name: String, _ value: [UInt8]) { add(name, raw: JSONText.quoted(value)) }

  mutating func add(_ name: String, raw: String) { members.append("\"\(name)\": \(raw)") }

  func text(valid: Bool) -> String {
    "{\((["\"valid\": \(valid)"] + members).joined(separator: ", "))}"
  }
}
