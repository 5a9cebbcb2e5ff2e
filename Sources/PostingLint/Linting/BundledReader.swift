public import Roles
import Schemas

extension RoleReader {
  /// Reads titles with the vocabulary of the program, `schemas/roles.json`, which is carried ready made.
  public static func bundled() -> RoleReader {
    RoleReader(
      image: RoleImage(
        numbers: BundledSchemas.roleNumbers,
        texts: BundledSchemas.roleTexts.withUTF8Buffer { unsafe Array($0) }))
  }

  /// The reader of ``bundled()``, made once; nothing can change it.
  static let shared = bundled()
}
