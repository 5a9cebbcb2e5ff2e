/// The properties that `\p{…}` knows (ECMA-262, 22.2.2.9, tables 67 to 70); names are compared exactly.
///
/// What the standard library has comes from there, of the Unicode version of the Swift runtime.
enum UnicodeProperty {
  /// The code points of `\p{name}` or `\p{name=value}`, or `nil` where ECMA-262 has no such property.
  static func set(_ name: String, value: String?) -> CodePointSet? {
    guard let value else { return generalCategory(name) ?? binary(name) }
    switch name {
    case "General_Category", "gc": return generalCategory(value)
    case "Script", "sc": return UnicodeScript.set(value, withExtensions: false)
    case "Script_Extensions", "scx": return UnicodeScript.set(value, withExtensions: true)
    default: return nil
    }
  }

  // MARK: General_Category

  private static func generalCategory(_ name: String) -> CodePointSet? {
    guard let categories = categories(name) else { return nil }
    return CodePointSet(categoryRuns.filter { categories.contains($0.category) }.map { $0.range })
  }

  private typealias Category = Unicode.GeneralCategory

  /// The runs of equal category, found once: looking at every code point takes some milliseconds.
  private static let categoryRuns: [(range: ClosedRange<UInt32>, category: Category)] = {
    var runs: [(range: ClosedRange<UInt32>, category: Category)] = []
    forEachBlock { block, scalar in
      let category = scalar?.properties.generalCategory ?? .surrogate
      if let last = runs.last, last.category == category {
        runs[runs.count - 1].range = last.range.lowerBound...block.upperBound
      } else {
        runs.append((block, category))
      }
    }
    return runs
  }()

  private static func categories(_ name: String) -> [Category]? {
    switch name {
    case "LC", "Cased_Letter": [.uppercaseLetter, .lowercaseLetter, .titlecaseLetter]
    case "Lu", "Uppercase_Letter": [.uppercaseLetter]
    case "Ll", "Lowercase_Letter": [.lowercaseLetter]
    case "Lt", "Titlecase_Letter": [.titlecaseLetter]
    case "Lm", "Modifier_Letter": [.modifierLetter]
    case "Lo", "Other_Letter": [.otherLetter]
    case "L", "Letter": [.uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter]
    case "Mn", "Nonspacing_Mark": [.nonspacingMark]
    case "Mc", "Spacing_Mark": [.spacingMark]
    case "Me", "Enclosing_Mark": [.enclosingMark]
    case "M", "Mark", "Combining_Mark": [.nonspacingMark, .spacingMark, .enclosingMark]
    case "Nd", "Decimal_Number", "digit": [.decimalNumber]
    case "Nl", "Letter_Number": [.letterNumber]
    case "No", "Other_Number": [.otherNumber]
    case "N", "Number": [.decimalNumber, .letterNumber, .otherNumber]
    default: otherCategories(name)
    }
  }

  private static func otherCategories(_ name: String) -> [Category]? {
    switch name {
    case "Pc", "Connector_Punctuation": [.connectorPunctuation]
    case "Pd", "Dash_Punctuation": [.dashPunctuation]
    case "Ps", "Open_Punctuation": [.openPunctuation]
    case "Pe", "Close_Punctuation": [.closePunctuation]
    case "Pi", "Initial_Punctuation": [.initialPunctuation]
    case "Pf", "Final_Punctuation": [.finalPunctuation]
    case "Po", "Other_Punctuation": [.otherPunctuation]
    case "P", "Punctuation", "punct":
      [
        .connectorPunctuation, .dashPunctuation, .openPunctuation, .closePunctuation, .initialPunctuation,
        .finalPunctuation, .otherPunctuation,
      ]
    case "Sm", "Math_Symbol": [.mathSymbol]
    case "Sc", "Currency_Symbol": [.currencySymbol]
    case "Sk", "Modifier_Symbol": [.modifierSymbol]
    case "So", "Other_Symbol": [.otherSymbol]
    case "S", "Symbol": [.mathSymbol, .currencySymbol, .modifierSymbol, .otherSymbol]
    case "Zs", "Space_Separator": [.spaceSeparator]
    case "Zl", "Line_Separator": [.lineSeparator]
    case "Zp", "Paragraph_Separator": [.paragraphSeparator]
    case "Z", "Separator": [.spaceSeparator, .lineSeparator, .paragraphSeparator]
    case "Cc", "Control", "cntrl": [.control]
    case "Cf", "Format": [.format]
    case "Cs", "Surrogate": [.surrogate]
    case "Co", "Private_Use": [.privateUse]
    case "Cn", "Unassigned": [.unassigned]
    case "C", "Other": [.control, .format, .surrogate, .privateUse, .unassigned]
    default: nil
    }
  }

  // MARK: Binary properties

  private static func binary(_ name: String) -> CodePointSet? {
    switch name {
    case "Any": return .all
    case "ASCII": return CodePointSet(sorted: [0...0x7F])
    case "Assigned": return generalCategory("Cn")?.inverted
    case "Regional_Indicator", "RI": return CodePointSet(sorted: [0x1F1E6...0x1F1FF])
    case "Emoji_Component", "EComp": return PropertyTable.emojiComponents
    case "Terminal_Punctuation", "Term": return PropertyTable.terminalPunctuation
    case "Extended_Pictographic", "ExtPict": return PropertyTable.extendedPictographic
    default:
      guard let test = test(name) ?? caseTest(name) ?? emojiTest(name) else { return nil }
      return set { test($0.properties) }
    }
  }

  private typealias Test = (Unicode.Scalar.Properties) -> Bool

  private static func test(_ name: String) -> Test? {
    switch name {
    case "ASCII_Hex_Digit", "AHex": { $0.isASCIIHexDigit }
    case "Alphabetic", "Alpha": { $0.isAlphabetic }
    case "Bidi_Control", "Bidi_C": { $0.isBidiControl }
    case "Bidi_Mirrored", "Bidi_M": { $0.isBidiMirrored }
    case "Dash": { $0.isDash }
    case "Default_Ignorable_Code_Point", "DI": { $0.isDefaultIgnorableCodePoint }
    case "Deprecated", "Dep": { $0.isDeprecated }
    case "Diacritic", "Dia": { $0.isDiacritic }
    case "Extender", "Ext": { $0.isExtender }
    case "Grapheme_Base", "Gr_Base": { $0.isGraphemeBase }
    case "Grapheme_Extend", "Gr_Ext": { $0.isGraphemeExtend }
    case "Hex_Digit", "Hex": { $0.isHexDigit }
    case "IDS_Binary_Operator", "IDSB": { $0.isIDSBinaryOperator }
    case "IDS_Trinary_Operator", "IDST": { $0.isIDSTrinaryOperator }
    case "ID_Continue", "IDC": { $0.isIDContinue }
    case "ID_Start", "IDS": { $0.isIDStart }
    case "Ideographic", "Ideo": { $0.isIdeographic }
    case "Join_Control", "Join_C": { $0.isJoinControl }
    case "Logical_Order_Exception", "LOE": { $0.isLogicalOrderException }
    case "Math": { $0.isMath }
    case "Noncharacter_Code_Point", "NChar": { $0.isNoncharacterCodePoint }
    case "Pattern_Syntax", "Pat_Syn": { $0.isPatternSyntax }
    case "Pattern_White_Space", "Pat_WS": { $0.isPatternWhitespace }
    case "Quotation_Mark", "QMark": { $0.isQuotationMark }
    case "Radical": { $0.isRadical }
    case "Sentence_Terminal", "STerm": { $0.isSentenceTerminal }
    case "Soft_Dotted", "SD": { $0.isSoftDotted }
    case "Unified_Ideograph", "UIdeo": { $0.isUnifiedIdeograph }
    case "Variation_Selector", "VS": { $0.isVariationSelector }
    case "White_Space", "space": { $0.isWhitespace }
    case "XID_Continue", "XIDC": { $0.isXIDContinue }
    case "XID_Start", "XIDS": { $0.isXIDStart }
    default: nil
    }
  }

  private static func caseTest(_ name: String) -> Test? {
    switch name {
    case "Case_Ignorable", "CI": { $0.isCaseIgnorable }
    case "Cased": { $0.isCased }
    case "Changes_When_Casefolded", "CWCF": { $0.changesWhenCaseFolded }
    case "Changes_When_Casemapped", "CWCM": { $0.changesWhenCaseMapped }
    case "Changes_When_Lowercased", "CWL": { $0.changesWhenLowercased }
    case "Changes_When_NFKC_Casefolded", "CWKCF": { $0.changesWhenNFKCCaseFolded }
    case "Changes_When_Titlecased", "CWT": { $0.changesWhenTitlecased }
    case "Changes_When_Uppercased", "CWU": { $0.changesWhenUppercased }
    case "Lowercase", "Lower": { $0.isLowercase }
    case "Uppercase", "Upper": { $0.isUppercase }
    default: nil
    }
  }

  private static func emojiTest(_ name: String) -> Test? {
    switch name {
    case "Emoji": { $0.isEmoji }
    case "Emoji_Modifier", "EMod": { $0.isEmojiModifier }
    case "Emoji_Modifier_Base", "EBase": { $0.isEmojiModifierBase }
    case "Emoji_Presentation", "EPres": { $0.isEmojiPresentation }
    default: nil
    }
  }

  // MARK: Walking the code points

  private static func set(where test: (Unicode.Scalar) -> Bool) -> CodePointSet {
    var ranges: [ClosedRange<UInt32>] = []
    forEachBlock { block, scalar in
      guard let scalar, test(scalar) else { return }
      if let last = ranges.last, last.upperBound + 1 == block.lowerBound {
        ranges[ranges.count - 1] = last.lowerBound...block.upperBound
      } else {
        ranges.append(block)
      }
    }
    return CodePointSet(sorted: ranges)
  }

  /// Blocks whose characters all have the same properties, as the Unicode stability policy and chapter 18 have it:
  /// ideographs, syllables, private use, and the empty planes. One look at their first character is enough.
  private static let uniformBlocks: [ClosedRange<UInt32>] = [
    0x3400...0x4DBF, 0x4E00...0x9FFF, 0xAC00...0xD7A3, 0xD800...0xDFFF, 0xE000...0xF8FF, 0x17000...0x187F7,
    0x20000...0x2A6DF, 0x2A700...0x2B739, 0x2B740...0x2B81D, 0x2B820...0x2CEA1, 0x2CEB0...0x2EBE0,
    0x30000...0x3134A, 0x31350...0x323AF, 0x40000...0x4FFFD, 0x50000...0x5FFFD, 0x60000...0x6FFFD, 0x70000...0x7FFFD,
    0x80000...0x8FFFD, 0x90000...0x9FFFD, 0xA0000...0xAFFFD, 0xB0000...0xBFFFD, 0xC0000...0xCFFFD, 0xD0000...0xDFFFD,
    0xE1000...0xEFFFD, 0xF0000...0xFFFFD, 0x100000...0x10FFFD,
  ]

  /// Calls `body` for every code point, or once for a uniform block; `nil` stands for the surrogates.
  private static func forEachBlock(_ body: (ClosedRange<UInt32>, Unicode.Scalar?) -> Void) {
    var next: UInt32 = 0
    for block in uniformBlocks + [CodePointSet.last + 1...CodePointSet.last + 1] {
      while next < block.lowerBound {
        body(next...next, Unicode.Scalar(next))
        next += 1
      }
      if next <= CodePointSet.last { body(block, Unicode.Scalar(next)) }
      next = block.upperBound + 1
    }
  }
}
