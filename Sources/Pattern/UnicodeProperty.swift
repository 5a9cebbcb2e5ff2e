/// The properties that `\p{…}` knows (ECMA-262, 22.2.2.9, tables 67 to 70); names are compared exactly.
///
/// Everything but the scripts comes from the standard library, so its Unicode version is that of the Swift runtime.
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
    case "Emoji_Component", "EComp": return emojiComponents
    case "Extended_Pictographic", "ExtPict": return extendedPictographic
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

  /// UTS #51, `emoji-data.txt`; not in the standard library.
  private static let emojiComponents = CodePointSet(sorted: [
    0x23...0x23, 0x2A...0x2A, 0x30...0x39, 0x200D...0x200D, 0x20E3...0x20E3, 0xFE0F...0xFE0F, 0x1F1E6...0x1F1FF,
    0x1F3FB...0x1F3FF, 0x1F9B0...0x1F9B3, 0xE0020...0xE007F,
  ])

  /// The same, of Unicode 17.0.
  private static let extendedPictographic = CodePointSet(sorted: [
    0xA9...0xA9, 0xAE...0xAE, 0x203C...0x203C, 0x2049...0x2049, 0x2122...0x2122, 0x2139...0x2139, 0x2194...0x2199,
    0x21A9...0x21AA, 0x231A...0x231B, 0x2328...0x2328, 0x23CF...0x23CF, 0x23E9...0x23F3, 0x23F8...0x23FA,
    0x24C2...0x24C2, 0x25AA...0x25AB, 0x25B6...0x25B6, 0x25C0...0x25C0, 0x25FB...0x25FE, 0x2600...0x2604,
    0x260E...0x260E, 0x2611...0x2611, 0x2614...0x2615, 0x2618...0x2618, 0x261D...0x261D, 0x2620...0x2620,
    0x2622...0x2623, 0x2626...0x2626, 0x262A...0x262A, 0x262E...0x262F, 0x2638...0x263A, 0x2640...0x2640,
    0x2642...0x2642, 0x2648...0x2653, 0x265F...0x2660, 0x2663...0x2663, 0x2665...0x2666, 0x2668...0x2668,
    0x267B...0x267B, 0x267E...0x267F, 0x2692...0x2697, 0x2699...0x2699, 0x269B...0x269C, 0x26A0...0x26A1,
    0x26A7...0x26A7, 0x26AA...0x26AB, 0x26B0...0x26B1, 0x26BD...0x26BE, 0x26C4...0x26C5, 0x26C8...0x26C8,
    0x26CE...0x26CF, 0x26D1...0x26D1, 0x26D3...0x26D4, 0x26E9...0x26EA, 0x26F0...0x26F5, 0x26F7...0x26FA,
    0x26FD...0x26FD, 0x2702...0x2702, 0x2705...0x2705, 0x2708...0x270D, 0x270F...0x270F, 0x2712...0x2712,
    0x2714...0x2714, 0x2716...0x2716, 0x271D...0x271D, 0x2721...0x2721, 0x2728...0x2728, 0x2733...0x2734,
    0x2744...0x2744, 0x2747...0x2747, 0x274C...0x274C, 0x274E...0x274E, 0x2753...0x2755, 0x2757...0x2757,
    0x2763...0x2764, 0x2795...0x2797, 0x27A1...0x27A1, 0x27B0...0x27B0, 0x27BF...0x27BF, 0x2934...0x2935,
    0x2B05...0x2B07, 0x2B1B...0x2B1C, 0x2B50...0x2B50, 0x2B55...0x2B55, 0x3030...0x3030, 0x303D...0x303D,
    0x3297...0x3297, 0x3299...0x3299, 0x1F004...0x1F004, 0x1F02C...0x1F02F, 0x1F094...0x1F09F, 0x1F0AF...0x1F0B0,
    0x1F0C0...0x1F0C0, 0x1F0CF...0x1F0D0, 0x1F0F6...0x1F0FF, 0x1F170...0x1F171, 0x1F17E...0x1F17F, 0x1F18E...0x1F18E,
    0x1F191...0x1F19A, 0x1F1AE...0x1F1E5, 0x1F201...0x1F20F, 0x1F21A...0x1F21A, 0x1F22F...0x1F22F, 0x1F232...0x1F23A,
    0x1F23C...0x1F23F, 0x1F249...0x1F25F, 0x1F266...0x1F321, 0x1F324...0x1F393, 0x1F396...0x1F397, 0x1F399...0x1F39B,
    0x1F39E...0x1F3F0, 0x1F3F3...0x1F3F5, 0x1F3F7...0x1F3FA, 0x1F400...0x1F4FD, 0x1F4FF...0x1F53D, 0x1F549...0x1F54E,
    0x1F550...0x1F567, 0x1F56F...0x1F570, 0x1F573...0x1F57A, 0x1F587...0x1F587, 0x1F58A...0x1F58D, 0x1F590...0x1F590,
    0x1F595...0x1F596, 0x1F5A4...0x1F5A5, 0x1F5A8...0x1F5A8, 0x1F5B1...0x1F5B2, 0x1F5BC...0x1F5BC, 0x1F5C2...0x1F5C4,
    0x1F5D1...0x1F5D3, 0x1F5DC...0x1F5DE, 0x1F5E1...0x1F5E1, 0x1F5E3...0x1F5E3, 0x1F5E8...0x1F5E8, 0x1F5EF...0x1F5EF,
    0x1F5F3...0x1F5F3, 0x1F5FA...0x1F64F, 0x1F680...0x1F6C5, 0x1F6CB...0x1F6D2, 0x1F6D5...0x1F6E5, 0x1F6E9...0x1F6E9,
    0x1F6EB...0x1F6F0, 0x1F6F3...0x1F6FF, 0x1F7DA...0x1F7FF, 0x1F80C...0x1F80F, 0x1F848...0x1F84F, 0x1F85A...0x1F85F,
    0x1F888...0x1F88F, 0x1F8AE...0x1F8AF, 0x1F8BC...0x1F8BF, 0x1F8C2...0x1F8CF, 0x1F8D9...0x1F8FF, 0x1F90C...0x1F93A,
    0x1F93C...0x1F945, 0x1F947...0x1F9FF, 0x1FA58...0x1FA5F, 0x1FA6E...0x1FAFF, 0x1FC00...0x1FFFD,
  ])

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
