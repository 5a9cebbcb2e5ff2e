import Files
import PostingLint
import SourceText

/// The files beside the documents that findings rest on, as globs for the client.
struct WatchedFiles: Equatable {
  /// The globs, sorted; each begins with `**/`, as a client may work in a folder below that of the configuration.
  private(set) var patterns: [String]

  /// What the program looks for by itself, and what configurations name.
  init(_ configurations: [Configuration], given: SourcePath?) {
    var names: Set<String> = Set(Configuration.fileNames + ["content/_startups/*", "content/_authors/*"])
    if let given { names.insert(String(decoding: given.fileName, as: UTF8.self)) }
    for configuration in configurations {
      let schemas = ([configuration.schema] + configuration.overrides.map(\.schema)).compactMap { $0 }
      names.formUnion(schemas.filter { $0 != "posting" && $0 != "none" })
      if let roles = configuration.roles { names.insert(roles) }
      for origin in configuration.references.values {
        switch origin {
        case .file(let file): names.insert(file)
        case .folder(let folder): names.insert(folder + "/*")
        case .ids: break
        }
      }
    }
    patterns = names.compactMap(Self.pattern).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
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
    guard capabilities.watchesFiles, let root else { return }
    var configurations: [Configuration] = []
    for place in [root.appending("untitled.md")] + documents.keys.compactMap(\.path) {
      if let found = try? workspace.configuration(for: place) { configurations.append(found) }
    }
    let wanted = WatchedFiles(configurations, given: options.overrides.configuration)
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
