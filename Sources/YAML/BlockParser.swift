import DataTree
import SourceText

// Block collections (YAML 1.2.2, 8.2).
extension Parser {
  /// Reads the collections above frame `base` until they are closed.
  mutating func readCollections(above base: Int) {
    while frames.count > base {
      let top = frames.count - 1
      if frames[top].state == .value {
        let place = frames[top].place
        frames[top].state = place == .explicitKey ? .explicitKey : .entry
        readNode(indent: frames[top].current, place, absentAt: pos)
      } else {
        readNextEntry(base)
      }
    }
  }

  /// Goes to the next line of the innermost collection: reads its next entry, or closes it.
  private mutating func readNextEntry(_ base: Int) {
    if !atToken { finishLine() }
    let top = frames.count - 1
    let parent = top > base ? frames[top - 1].current : -1
    let isDash = input[pos] == Byte.dash && input.isBlankOrEnd(pos + 1)
    if isTabbed, !isAtBoundary { takeTabs() }
    if column < 0 || column < parent {
      closeBlock()
    } else if column == frames[top].indent || column == frames[top].current {
      let isSequence = frames[top].kind == .blockSequence
      if isSequence, !isDash, column == parent || !keepsInSequence(top, base) {
        closeBlock()
      } else {
        readEntry(top, isDash: isDash)
      }
    } else if column <= parent {
      closeBlock()
    } else {
      readMisplacedEntry(top, base, isDash: isDash)
    }
  }

  /// Closes the innermost block collection where its last child ends.
  private mutating func closeBlock() {
    let top = frames.count - 1
    if frames[top].state == .explicitKey { appendAbsent(at: contentEnd, Pending()) }
    close(end: contentEnd)
  }

  /// Reads one entry of the innermost collection at `pos`.
  mutating func readEntry(_ top: Int, isDash: Bool) {
    frames[top].current = column
    if frames[top].kind == .blockSequence {
      if isDash {
        readDash(top)
      } else {
        // What stands there is read as if the dash were there.
        frames[top].count += 1
        atToken = false
        readNode(indent: column, .sequenceEntry, absentAt: pos)
      }
      return
    }
    if frames[top].state == .explicitKey {
      frames[top].state = .entry
      if input[pos] == Byte.colon, input.isBlankOrEnd(pos + 1) {
        readIndicator()
        return expect(.explicitValue, top)
      }
      appendAbsent(at: contentEnd, Pending())
    }
    if input[pos] == Byte.question, input.isBlankOrEnd(pos + 1) {
      frames[top].count += 1
      readIndicator()
      expect(.explicitKey, top)
    } else if !readPlainPair(top) {
      readImplicitKey(top, isDash: isDash)
    }
  }

  /// Reads `- ` and the entry after it.
  mutating func readDash(_ top: Int) {
    frames[top].count += 1
    readIndicator()
    expect(.sequenceEntry, top)
  }

  /// Has the node at `pos` read next, as `place` of the collection `frames[top]`; nesting costs no call depth so.
  @inline(__always) mutating func expect(_ place: Place, _ top: Int) {
    frames[top].place = place
    frames[top].state = .value
  }

  /// Takes the one-byte indicator at `pos`.
  @inline(__always) mutating func readIndicator() {
    token(.indicator, pos, pos + 1)
    pos += 1
    contentEnd = pos
    atToken = false
  }

  /// Reads `key: value` at `pos`, two plain texts on a line, as nearly all pairs are; false, with nothing read, for any pair
  /// that may be something else, or that there may be something to say of.
  private mutating func readPlainPair(_ top: Int) -> Bool {
    guard input[pos].isLetter else { return false }
    let start = pos
    let (keyEnd, colon) = input.plainLineEnd(from: start, inFlow: false)
    guard input[colon] == Byte.colon, colon - start <= 1_024 else { return false }
    let value = input.skippingSpaces(colon + 1)
    guard input[value].isAlphanumeric else { return false }
    let (end, stop) = input.plainLineEnd(from: value, inFlow: false)
    let last = input[end - 1]
    guard input.isBreakOrEnd(stop), last != Byte.comma, last != Byte.semicolon,
      input.continuation(after: stop, indent: column) == nil
    else { return false }
    token(.scalar, start, keyEnd)
    token(.indicator, colon, colon + 1)
    token(.scalar, value, end)
    append(ScalarScan(start: start, end: keyEnd, style: .plain, isVerbatim: true), Pending())
    append(ScalarScan(start: value, end: end, style: .plain, isVerbatim: true), Pending())
    pos = end
    atToken = false
    frames[top].count += 1
    return true
  }

  /// Reads `key:` at `pos` in the mapping `frames[top]`; its value comes next.
  private mutating func readImplicitKey(_ top: Int, isDash: Bool) {
    if isDash || isSkippedLine() {
      skipLines(isDash ? .unexpectedDash : .directiveInDocument)
      return
    }
    let indent = column
    let nodeCount = nodes.count
    let errorCount = errors.count
    atToken = false
    var pending = Pending()
    let start = pos
    if input[pos].isPropertySign { readProperties(into: &pending, inFlow: false) }
    let key = readInline(pending, indent: indent, isKey: true)
    guard let colon = input.valueIndicator(after: pos) else {
      dropNodes(from: nodeCount)
      reportMissingColon(from: start, key, errorsBefore: errorCount)
      return
    }
    if let scalar = key.scalar { append(scalar, pending) }
    if key.isAbsent { appendAbsent(at: colon, pending) }
    checkKey(key, start: start, colon: colon)
    pos = colon
    readIndicator()
    frames[top].count += 1
    expect(.implicitValue, top)
  }

  /// Reports a key over several lines or over 1,024 characters (7.4.2, 8.2.2).
  @inline(__always) mutating func checkKey(_ key: Inline, start: Int, colon: Int) {
    if key.isMultiline || colon - start > 1_024 { reportKey(key, start: start, colon: colon) }
  }

  private mutating func reportKey(_ key: Inline, start: Int, colon: Int) {
    if key.isMultiline { return report(.multilineKey, key.start, key.end, related: ByteRange(colon, colon + 1)) }
    var count = 0
    for index in start..<colon where input[index] & 0xC0 != 0x80 { count += 1 }
    if count > 1_024 { report(.keyTooLong, start, colon) }
  }
}
