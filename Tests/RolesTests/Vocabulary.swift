import Roles
import Schemas

/// The embedded vocabulary as bytes.
let bundledRoles: [UInt8] = BundledSchemas.roles.withUTF8Buffer { unsafe Array($0) }

/// A reader of the embedded vocabulary.
func bundledReader() throws -> RoleReader {
  RoleReader(vocabulary: try RoleVocabulary(json: bundledRoles))
}
