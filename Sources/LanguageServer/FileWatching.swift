import Files
import PostingLint
import SourceText

/// The files beside the documents that findings rest on, as globs for the client.
struct WatchedFiles: Equatable {
  /// The globs, sorted; each begins with `**/`, as a client may work in a folder below that of the configuration.
  private(set) var patterns: [String]

  /// What the program looks for by itself, and what the answers for the files of some folders rest on.
  init(_ folders: [WorkspaceFolder]) {
    var names: Set<String> = Set(Configuration.fileNames + ["content/_startups/*", "content/_authors/*"])
    for folder in folders {
      guard let root = folder.path else { continue }
      for path in folder.foundation {
        let isFolder = FolderListing.isFolder(path)
        guard isFolder || FolderListing.exists(path), let rest = FolderListing.absolute(path).rest(in: root) else {
          continue
        }
        let name = Array(rest.fileName)
        if Configuration.fileNames.contains(where: { name.elementsEqual($0.utf8) }) { continue }
        names.insert(rest.display + (isFolder ? "/*" : ""))
      }
    }
    // What lies in a folder below another one is the same glob: `content/_startups/*` stands for it in every folder.
    let short = names.filter { name in
      !names.contains { other in
        other.utf8.count < name.utf8.count && name.utf8.elementsEqual(name.utf8.dropLast(other.utf8.count) + other.utf8)
          && name.utf8.dropLast(other.utf8.count).last == UInt8(ascii: "/")
      }
    }
    let signs = "**/{" + Workspace.readerSigns.joined(separator: ",") + "}"
    patterns = (short.compactMap(Self.pattern) + [signs]).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  /// The glob for a path; `nil` for one that no glob below a folder can stand for.
  private static func pattern(_ path: String) -> String? {
    var bytes = Array(path.utf8)
    while bytes.starts(with: [UInt8(ascii: "."), UInt8(ascii: "/")]) { bytes.removeFirst(2) }
    let special = Array("[]{}?\\".utf8)
    let isPlain = !bytes.contains { special.contains($0) }
    let staysBelow = bytes.first != UInt8(ascii: "/") && !bytes.starts(with: Array("..".utf8))
    return isPlain && staysBelow ? "**/" + String(decoding: bytes, as: UTF8.self) : nil
  }
}

extension PostingServer {
  /// Asks the client to tell of changes to what findings rest on beside the texts, where that is not asked yet.
  mutating func watchFiles() {
    // Without a folder there is nothing to watch.
    guard capabilities.watchesFiles, folders.count > 1 else { return }
    for number in folders.indices {
      if let path = folders[number].path {
        _ = folders[number].settings(for: path.appending("untitled.md"), hasFileName: false)
      }
    }
    let wanted = WatchedFiles(folders)
    guard wanted != watched else { return }
    if watched != nil {
      request("client/unregisterCapability") { params in
        // The protocol's own spelling.
        params.object { $0.array("unregisterations") { list in list.object(Self.writeRegistration) } }
      }
    }
    watched = wanted
    request("client/registerCapability") { params in
      params.object {
        $0.array("registrations") { list in list.object { Self.write(wanted, to: &$0) } }
      }
    }
  }

  /// Asks the client to tell of changed settings, where it must be asked.
  mutating func registerForSettings() {
    // Without a folder there is no project whose settings could change.
    guard capabilities.registersForSettings, folders.count > 1 else { return }
    request("client/registerCapability") { params in
      params.object {
        $0.array("registrations") { list in
          list.object { registration in
            registration.member("id", "posting-lint-settings")
            registration.member("method", "workspace/didChangeConfiguration")
            registration.object("registerOptions") { $0.member("section", ClientSettings.section) }
          }
        }
      }
    }
  }

  private static func writeRegistration(_ output: inout JSONWriter) {
    output.member("id", "posting-lint-files")
    output.member("method", "workspace/didChangeWatchedFiles")
  }

  private static func write(_ files: WatchedFiles, to registration: inout JSONWriter) {
    writeRegistration(&registration)
    registration.object("registerOptions") { options in
      options.array("watchers") { list in
        for pattern in files.patterns { list.object { $0.member("globPattern", pattern) } }
      }
    }
  }
}
