import Files
import PostingLint
import SourceText

/// The folders that the client works in, and the settings that it gives them.
extension PostingServer {
  /// The number of the folder that a document belongs to: the deepest around it; the last, which is none, otherwise.
  func folderNumber(of path: SourcePath?) -> Int {
    guard let path else { return folders.count == 1 ? 0 : root }
    var best = folders.count - 1
    var length = -1
    for (number, folder) in folders.enumerated() {
      guard let own = folder.path, own.bytes.count > length, path.isInside(own) else { continue }
      best = number
      length = own.bytes.count
    }
    return best
  }

  /// The number of the folder that buffers without a file are taken to lie in.
  var root: Int { 0 }

  /// Makes the folders that `initialize` names.
  mutating func makeFolders(_ uris: [DocumentURI]) {
    folders = uris.map { WorkspaceFolder(uri: $0, settings: startSettings, options) }
    folders.append(WorkspaceFolder(uri: nil, settings: startSettings, options))
  }

  /// Adds and removes folders (LSP 3.17, `workspace/didChangeWorkspaceFolders`).
  mutating func changeFolders(added: [DocumentURI], removed: [DocumentURI]) {
    folders.removeAll { folder in folder.uri.map { removed.contains($0) } ?? false }
    for uri in added where !folders.contains(where: { $0.uri == uri }) {
      folders.insert(WorkspaceFolder(uri: uri, settings: startSettings, options), at: folders.count - 1)
    }
    askForSettings()
    refresh()
    watchFiles()
  }

  /// Asks the client for the settings of each folder, where it can be asked.
  mutating func askForSettings() {
    guard capabilities.givesSettings else { return }
    let uris = folders.map(\.uri)
    let id = request("workspace/configuration") { params in
      params.object {
        $0.array("items") { list in
          for uri in uris {
            list.object { item in
              if let uri { item.member("scopeUri", uri.text) }
              item.member("section", ClientSettings.section)
            }
          }
        }
      }
    }
    settingsRequest = (id, uris)
  }

  /// Takes the settings that were asked for, one item a folder.
  mutating func takeSettings(_ answer: JSONView?) {
    guard let (_, uris) = settingsRequest else { return }
    settingsRequest = nil
    guard let items = answer?.items else { return }
    var changed = false
    for (uri, item) in zip(uris, items) {
      guard let number = folders.firstIndex(where: { $0.uri == uri }) else { continue }
      var settings = startSettings
      settings.take(item)
      if settings != folders[number].settings { changed = true }
      folders[number].set(settings, options)
    }
    if changed { settingsChanged() }
  }

  /// Takes settings that the client pushes, for all folders; asks for them where it pushes none.
  mutating func settingsPushed(_ value: JSONView?) {
    if let value, value.isObject {
      startSettings.take(value)
      for number in folders.indices {
        var settings = folders[number].settings
        settings.take(value)
        folders[number].set(settings, options)
      }
    }
    askForSettings()
    settingsChanged()
  }

  private mutating func settingsChanged() {
    refresh()
    watchFiles()
    if capabilities.refreshesInlayHints { request("workspace/inlayHint/refresh") { $0.null() } }
  }
}
