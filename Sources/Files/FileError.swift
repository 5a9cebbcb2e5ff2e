public import SourceText

#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// What can go wrong with a file, a folder or an output; every case is for exit status 2.
public enum FileError: Error, Hashable, Sendable {
  /// Nothing has this path.
  case missing(SourcePath)
  /// The path may not be read.
  case notReadable(SourcePath)
  /// A folder stands where a file is wanted.
  case isFolder(SourcePath)
  /// A pipe, a device or a socket, which is never read.
  case notRegular(SourcePath)
  /// The file holds more than `limit` bytes.
  case tooLarge(SourcePath, limit: Int)
  /// The system has not the memory that reading the file may take.
  case noMemory(SourcePath)
  /// The symbolic links on the way lead round in a circle.
  case linkLoop(SourcePath)
  /// The file, or the folder it lies in, may not be written.
  case notWritable(SourcePath)
  /// Another owner or group has the file, which a new one could not be given.
  case ownerNotKept(SourcePath)
  /// Between reading and writing the file was changed, replaced or removed by somebody else.
  case changedMeanwhile(SourcePath)
  /// Another run is writing the file at this moment.
  case busy(SourcePath)
  /// The path is a link to a file outside the folders that may be written.
  case linkLeadsOutside(SourcePath)
  /// The path is a link to what lies neither in the given paths nor in the repository, and is not read.
  case linkNotFollowed(SourcePath)
  /// The path is a link, or leads through one out of the repository; what is made anew goes through none.
  case writtenThroughLink(SourcePath)
  /// The file is read by the run, which was to write it as well.
  case isReport(SourcePath)
  /// The file lies where git keeps a repository.
  case belowGit(SourcePath)
  /// There is no room left, or a limit on size was reached.
  case diskFull(SourcePath)
  /// Any other refusal of the system, with its `errno`.
  case system(SourcePath, code: Int32)

  /// The error that `code`, an `errno` of reading, means for `path`.
  static func reading(_ path: SourcePath, _ code: Int32) -> FileError {
    switch code {
    case ENOENT, ENOTDIR: .missing(path)
    case EACCES, EPERM: .notReadable(path)
    case EISDIR: .isFolder(path)
    case ELOOP: .linkLoop(path)
    // A file that has nothing to read for the moment is none.
    case ENXIO, ENODEV, EAGAIN: .notRegular(path)
    default: .system(path, code: code)
    }
  }

  /// The error that `code`, an `errno` of writing, means for `path`.
  static func writing(_ path: SourcePath, _ code: Int32) -> FileError {
    switch code {
    case ENOENT, ENOTDIR: .missing(path)
    case EACCES, EPERM, EROFS: .notWritable(path)
    case EISDIR: .isFolder(path)
    case ELOOP: .linkLoop(path)
    case ENXIO: .notRegular(path)
    case ENOSPC, EDQUOT, EFBIG: .diskFull(path)
    default: .system(path, code: code)
    }
  }

  /// The path that the error is about.
  public var path: SourcePath {
    switch self {
    case .missing(let path), .notReadable(let path), .isFolder(let path), .notRegular(let path),
      .tooLarge(let path, _), .noMemory(let path), .linkLoop(let path), .notWritable(let path), .ownerNotKept(let path),
      .changedMeanwhile(let path), .busy(let path), .linkLeadsOutside(let path), .linkNotFollowed(let path),
      .diskFull(let path),
      .writtenThroughLink(let path), .isReport(let path), .belowGit(let path), .system(let path, _):
      path
    }
  }

  /// What to tell a person, the path first.
  public var message: Message {
    let reason = reason
    let name = path.printable
    return Message(fr: "\(name)\u{A0}: \(reason.fr)", en: "\(name): \(reason.en)")
  }

  private var reason: Message {
    switch self {
    case .missing:
      Message(fr: "ce fichier ou dossier n’existe pas", en: "there is no such file or folder")
    case .notReadable:
      Message(fr: "lecture refusée, vérifiez les droits d’accès", en: "may not be read, check its permissions")
    case .isFolder:
      Message(fr: "c’est un dossier, il faut un fichier", en: "is a folder, a file is needed")
    case .notRegular:
      Message(
        fr: "ce n’est pas un fichier ordinaire, donnez le chemin d’un fichier",
        en: "is not a regular file, give the path of a file")
    case .tooLarge(_, let limit):
      Message(
        fr: "fichier trop grand, la limite est de \(limit >> 20) Mio",
        en: "is too large, the limit is \(limit >> 20) MiB")
    case .noMemory:
      Message(
        fr: "pas assez de mémoire pour ce fichier, coupez-le en plusieurs, ou relevez la limite du système",
        en: "there is not enough memory for this file, split it, or raise the limit of the system")
    case .linkLoop:
      Message(
        fr: "ce lien mène à lui-même, donnez le chemin du vrai fichier",
        en: "this link leads back to itself, give the path of the real file")
    case .notWritable:
      Message(
        fr: "écriture refusée, vérifiez les droits du fichier et de son dossier",
        en: "may not be written, check the permissions of the file and of its folder")
    case .ownerNotKept:
      Message(
        fr: "non modifié, car le fichier appartient à quelqu’un d’autre et ne pourrait pas garder son propriétaire",
        en: "left as it was: it belongs to somebody else and could not keep its owner")
    case .changedMeanwhile:
      Message(
        fr: "non modifié, car le fichier a changé depuis sa lecture\u{A0}; relancez la commande",
        en: "left as it was: it has changed since it was read; run the command again")
    case .busy:
      Message(
        fr: "non modifié, car une autre exécution écrit ce fichier en ce moment",
        en: "left as it was: another run is writing it at this moment")
    case .linkLeadsOutside:
      Message(
        fr: "non modifié, car ce lien mène hors des dossiers indiqués et du dépôt",
        en: "left as it was: this link leads outside the given folders and the repository")
    case .linkNotFollowed:
      Message(
        fr: "non lu, car ce lien mène hors des chemins indiqués et du dépôt\u{A0}; indiquez le fichier lui-même",
        en: "not read: this link leads outside the given paths and the repository; give the file itself")
    case .writtenThroughLink:
      Message(
        fr: "rien n’est écrit à travers un lien symbolique\u{A0}; donnez le nom du fichier lui-même",
        en: "nothing is written through a symbolic link; give the name of the file itself")
    case .isReport:
      Message(
        fr: "non vérifié ni modifié, car un rapport devait prendre sa place\u{A0}; donnez un autre nom au rapport",
        en: "neither checked nor changed, as a report was to take its place; give the report another name")
    case .belowGit:
      Message(
        fr: "non modifié, car git range là ses propres fichiers", en: "left as it was: git keeps its own files there")
    case .diskFull:
      Message(
        fr: "le disque est plein, libérez de la place, puis recommencez",
        en: "the disk is full, free some space, then try again")
    case .system(_, let code):
      Message(fr: "erreur du système (\(Self.text(of: code)))", en: "system error (\(Self.text(of: code)))")
    }
  }

  private static func text(of code: Int32) -> String {
    guard let text = unsafe strerror(code) else { return "errno \(code)" }
    return unsafe String(cString: text)
  }
}

extension SourcePath {
  /// The path for a line of text: control characters and bad bytes are escaped, and nothing in it is taken for a
  /// command by a terminal or a build server.
  public var printable: String {
    var result = ""
    var index = 0
    while index < bytes.count {
      guard let (scalar, length) = UTF8Scan.scalar(at: index, in: bytes) else {
        result += Self.escape(bytes[index])
        index += 1
        continue
      }
      switch scalar.value {
      case 0x0A: result += "\\n"
      case 0x0D: result += "\\r"
      case 0x09: result += "\\t"
      case 0..<0x20, 0x7F: result += Self.escape(bytes[index])
      case 0x5B where HostileText.opensCommand(after: Array(result.utf8.suffix(20))): result += "\\["
      case _ where HostileText.isUnprintable(scalar):
        result += "\\u{\(String(scalar.value, radix: 16, uppercase: true))}"
      default: result.unicodeScalars.append(scalar)
      }
      index += length
    }
    // The path may begin a line.
    return HostileText.isCommand(line: result) ? "./" + result : result
  }

  private static func escape(_ byte: UInt8) -> String {
    (byte < 0x10 ? "\\x0" : "\\x") + String(byte, radix: 16, uppercase: true)
  }
}
