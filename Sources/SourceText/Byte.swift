/// Names for the bytes that mean something in the syntaxes that are read here.
public enum Byte {
  /// A tab.
  @inlinable @inline(__always) public static var tab: UInt8 { 0x09 }
  /// A line feed.
  @inlinable @inline(__always) public static var lineFeed: UInt8 { 0x0A }
  /// A carriage return.
  @inlinable @inline(__always) public static var carriageReturn: UInt8 { 0x0D }
  /// A space.
  @inlinable @inline(__always) public static var space: UInt8 { 0x20 }
  /// The sign `!`.
  @inlinable @inline(__always) public static var exclamation: UInt8 { UInt8(ascii: "!") }
  /// A straight double quote.
  @inlinable @inline(__always) public static var doubleQuote: UInt8 { UInt8(ascii: "\"") }
  /// The sign `#`.
  @inlinable @inline(__always) public static var hash: UInt8 { UInt8(ascii: "#") }
  /// The sign `%`.
  @inlinable @inline(__always) public static var percent: UInt8 { UInt8(ascii: "%") }
  /// The sign `&`.
  @inlinable @inline(__always) public static var ampersand: UInt8 { UInt8(ascii: "&") }
  /// A straight single quote.
  @inlinable @inline(__always) public static var singleQuote: UInt8 { UInt8(ascii: "'") }
  /// The sign `(`.
  @inlinable @inline(__always) public static var openParenthesis: UInt8 { UInt8(ascii: "(") }
  /// The sign `)`.
  @inlinable @inline(__always) public static var closeParenthesis: UInt8 { UInt8(ascii: ")") }
  /// The sign `*`.
  @inlinable @inline(__always) public static var asterisk: UInt8 { UInt8(ascii: "*") }
  /// The sign `+`.
  @inlinable @inline(__always) public static var plus: UInt8 { UInt8(ascii: "+") }
  /// The sign `,`.
  @inlinable @inline(__always) public static var comma: UInt8 { UInt8(ascii: ",") }
  /// The sign `-`.
  @inlinable @inline(__always) public static var dash: UInt8 { UInt8(ascii: "-") }
  /// The sign `.`.
  @inlinable @inline(__always) public static var dot: UInt8 { UInt8(ascii: ".") }
  /// The sign `/`.
  @inlinable @inline(__always) public static var slash: UInt8 { UInt8(ascii: "/") }
  /// The first digit.
  @inlinable @inline(__always) public static var zero: UInt8 { UInt8(ascii: "0") }
  /// The last digit.
  @inlinable @inline(__always) public static var nine: UInt8 { UInt8(ascii: "9") }
  /// The sign `:`.
  @inlinable @inline(__always) public static var colon: UInt8 { UInt8(ascii: ":") }
  /// The sign `;`.
  @inlinable @inline(__always) public static var semicolon: UInt8 { UInt8(ascii: ";") }
  /// The sign `<`.
  @inlinable @inline(__always) public static var less: UInt8 { UInt8(ascii: "<") }
  /// The sign `=`.
  @inlinable @inline(__always) public static var equals: UInt8 { UInt8(ascii: "=") }
  /// The sign `>`.
  @inlinable @inline(__always) public static var greater: UInt8 { UInt8(ascii: ">") }
  /// The sign `?`.
  @inlinable @inline(__always) public static var question: UInt8 { UInt8(ascii: "?") }
  /// The sign `@`.
  @inlinable @inline(__always) public static var at: UInt8 { UInt8(ascii: "@") }
  /// The sign `[`.
  @inlinable @inline(__always) public static var openBracket: UInt8 { UInt8(ascii: "[") }
  /// A backslash.
  @inlinable @inline(__always) public static var backslash: UInt8 { UInt8(ascii: "\\") }
  /// The sign `]`.
  @inlinable @inline(__always) public static var closeBracket: UInt8 { UInt8(ascii: "]") }
  /// The sign `^`.
  @inlinable @inline(__always) public static var caret: UInt8 { UInt8(ascii: "^") }
  /// The sign `_`.
  @inlinable @inline(__always) public static var underscore: UInt8 { UInt8(ascii: "_") }
  /// A backtick.
  @inlinable @inline(__always) public static var backtick: UInt8 { UInt8(ascii: "`") }
  /// The sign `{`.
  @inlinable @inline(__always) public static var openBrace: UInt8 { UInt8(ascii: "{") }
  /// The sign `|`.
  @inlinable @inline(__always) public static var bar: UInt8 { UInt8(ascii: "|") }
  /// The sign `}`.
  @inlinable @inline(__always) public static var closeBrace: UInt8 { UInt8(ascii: "}") }
  /// The sign `~`.
  @inlinable @inline(__always) public static var tilde: UInt8 { UInt8(ascii: "~") }
}
