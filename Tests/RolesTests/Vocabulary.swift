import Roles
import Schemas

/// The embedded vocabulary as bytes.
let bundledRoles: [UInt8] = BundledSchemas.roles.withUTF8Buffer { unsafe Array($0) }

private let shared = Result { RoleReader(vocabulary: try RoleVocabulary(json: bundledRoles)) }

/// A reader of the embedded vocabulary.
func bundledReader() throws -> RoleReader { try shared.get() }
