internal import Addresses
internal import Pattern

/// One format of the standard (JSON Schema 2020-12 Validation, 7.3; draft-07 Validation, 7.3).
package struct StandardFormat: Sendable {
  /// The value of the keyword `format`.
  package let name: String
  /// Whether draft-07 has it too.
  package let isInDraft07: Bool
  /// Whether the UTF-8 text has the format; bytes that are not UTF-8 have none.
  package let isValid: @Sendable (ArraySlice<UInt8>) -> Bool
}

/// All formats of the standard, by name.
package enum StandardFormats {
  /// The formats, by name in alphabetical order.
  package static let all: [StandardFormat] = [
    StandardFormat(name: "date", isInDraft07: true, isValid: DateFormat.isValid),
    StandardFormat(name: "date-time", isInDraft07: true, isValid: DateTimeFormat.isValid),
    StandardFormat(name: "duration", isInDraft07: false, isValid: DurationFormat.isValid),
    // `Mailbox` of RFC 5321, 4.1.2.
    StandardFormat(name: "email", isInDraft07: true) { EmailAddress.isValid(Array($0), allowingInternational: false) },
    StandardFormat(name: "hostname", isInDraft07: true, isValid: HostnameFormat.isValid),
    // `Mailbox` of RFC 5321 as RFC 6531, 3.3, extends it.
    StandardFormat(name: "idn-email", isInDraft07: true) {
      EmailAddress.isValid(Array($0), allowingInternational: true)
    },
    StandardFormat(name: "idn-hostname", isInDraft07: true, isValid: IDNHostnameFormat.isValid),
    StandardFormat(name: "ipv4", isInDraft07: true, isValid: IPv4Format.isValid),
    StandardFormat(name: "ipv6", isInDraft07: true, isValid: IPv6Format.isValid),
    // `IRI` of RFC 3987, 2.2.
    StandardFormat(name: "iri", isInDraft07: true) { IRISyntax(allowsUnicode: true).isAbsolute($0) },
    // `IRI-reference` of RFC 3987, 2.2.
    StandardFormat(name: "iri-reference", isInDraft07: true) { IRISyntax(allowsUnicode: true).isReference($0) },
    StandardFormat(name: "json-pointer", isInDraft07: true, isValid: JSONPointerFormat.isValid),
    // A pattern of ECMA-262 with the `u` flag.
    StandardFormat(name: "regex", isInDraft07: true) { (try? CompiledPattern.check(Array($0))) != nil },
    StandardFormat(name: "relative-json-pointer", isInDraft07: true, isValid: RelativeJSONPointerFormat.isValid),
    StandardFormat(name: "time", isInDraft07: true, isValid: TimeFormat.isValid),
    // `URI` of RFC 3986, 3.
    StandardFormat(name: "uri", isInDraft07: true) { IRISyntax(allowsUnicode: false).isAbsolute($0) },
    // `URI-reference` of RFC 3986, 4.1.
    StandardFormat(name: "uri-reference", isInDraft07: true) { IRISyntax(allowsUnicode: false).isReference($0) },
    StandardFormat(name: "uri-template", isInDraft07: true, isValid: URITemplateFormat.isValid),
    StandardFormat(name: "uuid", isInDraft07: false, isValid: UUIDFormat.isValid),
  ]

  /// The format of that name, or `nil` where the standard has none. Look it up once, when a schema is compiled.
  package static func named(_ name: String) -> StandardFormat? {
    all.first { $0.name.utf8.elementsEqual(name.utf8) }
  }

  /// Whether `text` has the format `name`; `nil` for a format that is not known, which is no mistake.
  package static func isValid(name: String, text: ArraySlice<UInt8>) -> Bool? {
    named(name)?.isValid(text)
  }

  /// Whether `text` has the format `name`; `nil` for a format that is not known, which is no mistake.
  package static func isValid(name: String, text: [UInt8]) -> Bool? {
    isValid(name: name, text: text[...])
  }
}
