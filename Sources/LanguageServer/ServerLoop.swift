import Files
import PostingLint
import SourceText

/// Lets a server talk on standard input and output.
package enum ServerLoop {
  /// Answers the client until it leaves; says whether it said `shutdown` before.
  package static func run(_ options: ServerOptions) -> Bool {
    var server = PostingServer(options)
    defer { server.close() }
    var output = OutputWriter.standardOutput()
    while !server.hasEnded {
      let answer: [UInt8]
      if server.hasWork, !StandardInput.isWaiting {
        answer = server.work()
      } else {
        let bytes = StandardInput.readAvailable()
        if bytes.isEmpty { break }
        answer = server.receive(bytes)
      }
      if answer.isEmpty { continue }
      output.write(answer)
      do {
        try output.flush()
      } catch {
        return false
      }
      if output.isClosed { return false }
    }
    return server.endedCleanly
  }
}
