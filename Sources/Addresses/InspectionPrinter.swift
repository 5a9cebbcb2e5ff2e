public import SourceText

/// Says in JSON what was read of an address; one line without a line end. Ranges are in bytes of the text, from 0.
public enum InspectionPrinter {
  /// `{"valid": true, "address": …, "local": …, "domain": …}`, or `{"valid": false, …, "errors": […]}`.
  public static func email(
    _ bytes: [UInt8], profile: EmailAddress.Profile = .smtp, language: Language
  ) -> String {
    let result = EmailAddress.parse(bytes, in: ByteRange(0, bytes.count), profile: profile)
    return object(isValid: (try? result.get()) != nil) { json in
      json.member("address", text(bytes))
      json.member("profile", profile.rawValue)
      switch result {
      case .success(let address):
        json.member("local", text(bytes[address.localRange.indices]))
        json.member("domain", text(bytes[address.domainRange.indices]))
        json.member("quoted", address.isQuoted)
        json.member("literal", address.isLiteral)
        json.member("international", address.isInternational)
        json.member("errors", [])
      case .failure(let error):
        json.array("errors") {
          write(
            error.kind.rawValue, error.range, error.message(showing: text(bytes[error.range.indices]))[language],
            to: &$0)
        }
      }
    }
  }

  /// `{"valid": …, "to": […], "headers": {…}, "errors": […]}`: `to` has the recipients of the path and of every `to`
  /// field, `headers` the other fields, decoded, under lower-case names. Where a field stands twice, addresses are
  /// joined by a comma, and of any other the first counts.
  public static func mailto(_ bytes: [UInt8], language: Language) -> String {
    let uri = MailtoURI.parse(bytes, in: ByteRange(0, bytes.count))
    var names: [[UInt8]: Int] = [:]
    var headers: [(name: [UInt8], value: [UInt8])] = []
    for field in uri.fields where field.name != Array("to".utf8) {
      if let index = names[field.name] {
        let isList = field.name == Array("cc".utf8) || field.name == Array("bcc".utf8)
        if isList { headers[index].value += [Byte.comma] + field.value }
      } else {
        names[field.name] = headers.count
        headers.append((field.name, field.value))
      }
    }
    return object(isValid: uri.isValid) { json in
      let recipients = uri.recipients.filter { $0.place == .path || $0.place == .to }
      json.member("to", recipients.map { text($0.address) })
      json.object("headers") {
        for (name, value) in headers {
          $0.key(text: text(name))
          $0.string(text(value))
        }
      }
      json.array("errors") {
        for error in uri.errors {
          write(error.code, error.range, error.message(showing: text(bytes[error.range.indices]))[language], to: &$0)
        }
      }
    }
  }

  private static func object(isValid: Bool, _ members: (inout JSONWriter) -> Void) -> String {
    var json = JSONWriter(isSpaced: true)
    json.object {
      $0.member("valid", isValid)
      members(&$0)
    }
    return text(json.bytes)
  }

  private static func write(_ code: String, _ range: ByteRange, _ message: String, to list: inout JSONWriter) {
    list.object {
      $0.member("code", code)
      $0.member("start", range.start)
      $0.member("end", range.end)
      $0.member("message", message)
    }
  }

  /// The text of bytes; a bad one becomes U+FFFD.
  private static func text(_ bytes: some Sequence<UInt8>) -> String { String(decoding: Array(bytes), as: UTF8.self) }
}
