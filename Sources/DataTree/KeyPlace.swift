public import SourceText

/// A place where a key is named besides that of its node.
public struct KeyPlace: Hashable, Sendable {
  /// The key.
  public let key: NodeID
  /// The bytes of the key there, with its quotes.
  public let range: ByteRange

  /// Names a place.
  public init(key: NodeID, range: ByteRange) {
    self.key = key
    self.range = range
  }
}

extension DataTree {
  /// Every place where a key is named: that of its node, then the others in the order of the text.
  public func places(of key: NodeID) -> [ByteRange] {
    var low = 0
    var high = otherPlaces.count
    while low < high {
      let middle = (low + high) / 2
      if otherPlaces[middle].key.index < key.index { low = middle + 1 } else { high = middle }
    }
    var places = [range(of: key)]
    while low < otherPlaces.count, otherPlaces[low].key == key {
      places.append(otherPlaces[low].range)
      low += 1
    }
    return places
  }
}
