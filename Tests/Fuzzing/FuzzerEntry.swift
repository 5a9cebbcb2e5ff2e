#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The reader that `FUZZ_READER` names.
private let reader: FuzzedReader? = variable("FUZZ_READER").flatMap(FuzzedReader.named)

/// Where inputs that break a law are kept while the run goes on; without it the first one ends the run.
private let collection: String? = variable("FUZZ_COLLECT")

/// Whether the growth of the time is looked at, and nothing else.
private let measuresGrowth = variable("FUZZ_GROWTH") != nil

private func variable(_ name: String) -> String? {
  unsafe getenv(name).map { unsafe String(cString: $0) }
}

/// What libFuzzer calls with every input; a broken law ends the process, so that the input is kept.
@_cdecl("LLVMFuzzerTestOneInput")
package func testOneInput(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  guard let reader else { fatalError("FUZZ_READER must be one of: \(FuzzedReader.all.map(\.name))") }
  let bytes = unsafe Array(UnsafeBufferPointer(start: start, count: count))
  do {
    if measuresGrowth { try reader.checkGrowth(bytes) } else { try reader.check(bytes) }
  } catch {
    guard let collection else { fatalError("\(reader.name): \(error)") }
    keep(bytes, "\(error)", in: collection + "/" + reader.name)
  }
  return 0
}

/// Keeps the shortest input for each broken law, under a name made of its description: without numbers, and without
/// the case at hand, which follows a `|`.
private func keep(_ bytes: [UInt8], _ description: String, in start: String) {
  var name = start
  for byte in description.utf8.prefix(while: { $0 != UInt8(ascii: "|") }).prefix(80) {
    switch byte {
    case 0x41...0x5A, 0x61...0x7A: name.unicodeScalars.append(Unicode.Scalar(byte))
    case 0x20 where name.utf8.last != 0x2D: name += "-"
    default: break
    }
  }
  guard let old = unsafe fopen(name, "rb") else { return write(bytes, name, description) }
  unsafe fseek(old, 0, SEEK_END)
  let length = unsafe ftell(old)
  unsafe fclose(old)
  if bytes.count < length { write(bytes, name, description) }
}

private func write(_ bytes: [UInt8], _ name: String, _ description: String) {
  print("broken law: \(description), kept in \(name)")
  guard let file = unsafe fopen(name, "wb") else { return }
  unsafe bytes.withUnsafeBytes { unsafe _ = fwrite($0.baseAddress, 1, $0.count, file) }
  unsafe fclose(file)
}
