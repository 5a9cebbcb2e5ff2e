/// A list of ids that texts may turn out to be of.
package struct IDList: Sendable {
  /// Its name, for the keyword `reference`.
  package let name: String
  /// The folder whose files bear the ids as names; `nil` where something else lists them.
  package let folder: String?
  /// The ids, in UTF-8.
  package let ids: Set<[UInt8]>

  /// Makes a list.
  package init(name: String, folder: String?, ids: some Sequence<[UInt8]>) {
    self.name = name
    self.folder = folder
    self.ids = Set(ids)
  }
}
