import DataTree
import SourceText

extension JSYAMLParser {
  private mutating func open(_ kind: NodeKind, _ style: NodeStyle) -> Int {
    let node = graph.append(kind, style, at: ByteRange(at: position))
    if let anchor { anchors[anchor] = node }
    return node
  }

  private mutating func add(_ child: Int?, to node: Int) {
    graph.add(child ?? empty(), to: node)
  }

  private mutating func close(_ node: Int) {
    let start = graph.nodes[node].range.start
    graph.nodes[node].range = ByteRange(start, max(start, min(position, end)))
    result = node
  }

  // MARK: By indentation

  mutating func readBlockSequence(_ indent: Int) throws(Refusal) -> Bool {
    if !isVersion3, firstTab != nil { return false }
    guard byte == Byte.dash, Self.isBlankOrEnd(at(1)), position < end else { return false }
    let node = open(.sequence, .block)
    while position < end {
      if !isVersion3, let firstTab { throw Refusal(.tab, ByteRange(firstTab, firstTab + 1)) }
      guard byte == Byte.dash, Self.isBlankOrEnd(at(1)) else { break }
      position += 1
      if skip(comments: true) > 0, lineIndent <= indent {
        add(nil, to: node)
        continue
      }
      let start = line
      _ = try compose(parentIndent: indent, .blockIn, allowToSeek: false, allowCompact: true)
      add(result, to: node)
      skip(comments: true)
      if line == start || lineIndent > indent, position < end {
        throw refusal(.indentation)
      } else if lineIndent < indent {
        break
      }
    }
    close(node)
    return true
  }

  mutating func readBlockMapping(_ indent: Int, _ flowIndent: Int) throws(Refusal) -> Bool {
    if !isVersion3, firstTab != nil { return false }
    guard position < end else { return false }
    var node: Int?
    var key: Int?
    var value: Int?
    var atExplicitKey = false
    let ownAnchor = anchor
    func started(_ parser: inout JSYAMLParser) -> Int {
      if let node { return node }
      parser.anchor = ownAnchor
      let made = parser.open(.mapping, .block)
      node = made
      return made
    }
    while position < end {
      if !isVersion3, !atExplicitKey, let firstTab { throw Refusal(.tab, ByteRange(firstTab, firstTab + 1)) }
      let start = line
      var allowCompact = false
      if byte == Byte.question || byte == Byte.colon, Self.isBlankOrEnd(at(1)) {
        if byte == Byte.question {
          if atExplicitKey {
            let node = started(&self)
            add(key, to: node)
            add(nil, to: node)
            (key, value) = (nil, nil)
          }
          _ = started(&self)
          atExplicitKey = true
        } else if atExplicitKey {
          atExplicitKey = false
        } else {
          throw refusal(.keyType)
        }
        allowCompact = true
        position += 1
      } else if try compose(parentIndent: flowIndent, .flowOut, allowToSeek: false, allowCompact: true) {
        if line == start {
          while byte.isBlank, position < end { position += 1 }
          if byte == Byte.colon, position < end {
            position += 1
            guard Self.isBlankOrEnd(byte) else { throw refusal(.missingColon) }
            let read = result
            let node = started(&self)
            if atExplicitKey {
              add(key, to: node)
              add(nil, to: node)
              value = nil
            }
            atExplicitKey = false
            key = read
          } else if node != nil {
            throw refusal(.missingColon)
          } else {
            anchor = ownAnchor
            return true
          }
        } else if node != nil {
          throw refusal(.longKey)
        } else {
          anchor = ownAnchor
          return true
        }
      } else {
        break
      }
      if line == start || lineIndent > indent {
        if try compose(parentIndent: indent, .blockOut, allowToSeek: true, allowCompact: allowCompact) {
          if atExplicitKey { key = result } else { value = result }
        }
        if !atExplicitKey, let node {
          add(key, to: node)
          add(value, to: node)
          (key, value) = (nil, nil)
        }
        skip(comments: true)
      }
      if (!isVersion3 && line == start) || lineIndent > indent, position < end {
        throw refusal(.indentation)
      } else if lineIndent < indent {
        break
      }
    }
    guard let node else { return false }
    if atExplicitKey {
      add(key, to: node)
      add(nil, to: node)
    }
    close(node)
    return true
  }

  // MARK: In brackets

  mutating func readFlowCollection(_ indent: Int) throws(Refusal) -> Bool {
    guard byte == Byte.openBracket || byte == Byte.openBrace, position < end else { return false }
    let isMapping = byte == Byte.openBrace
    let terminator = isMapping ? Byte.closeBrace : Byte.closeBracket
    let start = position
    let node = open(isMapping ? .mapping : .sequence, .flow)
    position += 1
    var readNext = true
    while position < end {
      skip(comments: true)
      if byte == terminator {
        position += 1
        close(node)
        return true
      }
      guard readNext else { throw refusal(.brackets) }
      if !isVersion3, byte == Byte.comma { throw refusal(.brackets) }
      var isPair = false
      var isExplicit = false
      if byte == Byte.question, Self.isBlankOrEnd(at(1)) {
        isPair = true
        isExplicit = true
        position += 1
        skip(comments: true)
      }
      let keyLine = line
      let keyStart = position
      _ = try compose(parentIndent: indent, .flowIn, allowToSeek: false, allowCompact: true)
      let key = result
      var value: Int?
      skip(comments: true)
      if isExplicit || line == keyLine, byte == Byte.colon {
        isPair = true
        position += 1
        skip(comments: true)
        _ = try compose(parentIndent: indent, .flowIn, allowToSeek: false, allowCompact: true)
        value = result
      }
      if isMapping {
        add(key, to: node)
        add(value, to: node)
      } else if isPair {
        let pair = graph.append(.mapping, .flow, at: ByteRange(keyStart, max(keyStart, min(position, end))))
        add(key, to: pair)
        add(value, to: pair)
        add(pair, to: node)
      } else {
        add(key, to: node)
      }
      skip(comments: true)
      readNext = byte == Byte.comma
      if readNext { position += 1 }
    }
    throw Refusal(.brackets, ByteRange(start, start + 1))
  }
}
