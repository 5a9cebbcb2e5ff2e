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
    StandardFormat(name: "email", isInDraft07: true, isValid: EmailFormat.isValid),
    StandardFormat(name: "hostname", isInDraft07: true, isValid: HostnameFormat.isValid),
    StandardFormat(name: "idn-email", isInDraft07: true, isValid: IDNEmailFormat.isValid),
    StandardFormat(name: "idn-hostname", isInDraft07: true, isValid: IDNHostnameFormat.isValid),
    StandardFormat(name: "ipv4", isInDraft07: true, isValid: IPv4Format.isValid),
    StandardFormat(name: "ipv6", isInDraft07: true, isValid: IPv6Format.isValid),
    StandardFormat(name: "iri", isInDraft07: true, isValid: IRIFormat.isValid),
    StandardFormat(name: "iri-reference", isInDraft07: true, isValid: IRIReferenceFormat.isValid),
    StandardFormat(name: "json-pointer", isInDraft07: true, isValid: JSONPointerFormat.isValid),
    StandardFormat(name: "regex", isInDraft07: true, isValid: RegexFormat.isValid),
    StandardFormat(name: "relative-json-pointer", isInDraft07: true, isValid: RelativeJSONPointerFormat.isValid),
    StandardFormat(name: "time", isInDraft07: true, isValid: TimeFormat.isValid),
    StandardFormat(name: "uri", isInDraft07: true, isValid: URIFormat.isValid),
    StandardFormat(name: "uri-reference", isInDraft07: true, isValid: URIReferenceFormat.isValid),
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
