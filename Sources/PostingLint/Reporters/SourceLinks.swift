import SourceText

/// Where the files of a run stand on the web.
struct SourceLinks {
  /// The address of the root of the repository, without a slash at its end; `nil` where there is none.
  let root: String?

  /// The page of a reported path; `nil` for what lies outside the repository. GitHub has line numbers for Markdown only in
  /// its plain view.
  func address(of path: SourcePath) -> String? {
    guard let root, path.bytes.first != Byte.slash, !path.bytes.starts(with: "../".utf8),
      path != ReportPaths.standardInput
    else { return nil }
    let encoded = PercentCoding.encode(path: path.bytes)
    return "\(root)/\(String(decoding: encoded, as: UTF8.self))?plain=1"
  }
}
