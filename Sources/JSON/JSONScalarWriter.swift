public import DataTree
import SourceText

/// Writes texts as JSON: always in double quotes. A text that is not UTF-8 cannot be written.
public enum JSONScalarWriter: ScalarWriting {
  public static func written(_ text: [UInt8], at place: ScalarPlace, like style: NodeStyle) -> [UInt8]? {
    let decoded = String(decoding: text, as: UTF8.self)
    guard decoded.utf8.elementsEqual(text) else { return nil }
    var output: [UInt8] = []
    JSONText.append(decoded, to: &output)
    return output
  }
}
