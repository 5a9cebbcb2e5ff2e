import DataTree
import SourceText

/// The arrays that a run reads at every step, without reference counts.
///
/// It is made for the length of one closure (`with`) and never leaves it. Places come from the tree and from the
/// compiled schema, and are checked against the arrays' ends.
@safe struct DispatchTables: ~Copyable {
  private let nodes: UnsafeBufferPointer<Node>
  private let bytes: UnsafeBufferPointer<UInt8>
  private let schemas: UnsafeBufferPointer<SchemaObject>
  private let instructions: UnsafeBufferPointer<Instruction>
  private let lists: UnsafeBufferPointer<SchemaID>
  private let objects: UnsafeBufferPointer<ObjectPlan>
  private let nameBytes: UnsafeBufferPointer<UInt8>
  private let nameSlots: UnsafeBufferPointer<NameSlot>

  /// Calls `body` with the tables of a tree and a schema.
  static func with<Result>(_ tree: DataTree, _ program: CompiledSchema, _ body: (consuming DispatchTables) -> Result)
    -> Result
  {
    unsafe tree.nodes.withUnsafeBufferPointer { nodes in
      unsafe tree.bytes.withUnsafeBufferPointer { bytes in
        unsafe program.schemas.withUnsafeBufferPointer { schemas in
          unsafe program.instructions.withUnsafeBufferPointer { instructions in
            unsafe program.lists.withUnsafeBufferPointer { lists in
              unsafe program.objects.withUnsafeBufferPointer { objects in
                unsafe program.namePool.bytes.withUnsafeBufferPointer { nameBytes in
                  unsafe program.namePool.slots.withUnsafeBufferPointer { nameSlots in
                    unsafe body(
                      DispatchTables(
                        nodes: nodes, bytes: bytes, schemas: schemas, instructions: instructions, lists: lists,
                        objects: objects, nameBytes: nameBytes, nameSlots: nameSlots))
                  }
                }
              }
            }
          }
        }
      }
    }
  }

  @inline(__always)
  private static func at<Element>(_ buffer: UnsafeBufferPointer<Element>, _ index: Int) -> Element {
    precondition(UInt(bitPattern: index) < UInt(bitPattern: buffer.count))
    return unsafe buffer[index]
  }

  @inline(__always)
  func node(_ index: Int) -> Node { unsafe Self.at(nodes, index) }

  @inline(__always)
  func schema(_ id: SchemaID) -> SchemaObject { unsafe Self.at(schemas, Int(id.index)) }

  @inline(__always)
  func instruction(_ index: Int) -> Instruction { unsafe Self.at(instructions, index) }

  @inline(__always)
  func listed(_ index: Int) -> SchemaID { unsafe Self.at(lists, index) }

  @inline(__always)
  func object(_ index: Int32) -> ObjectPlan { unsafe Self.at(objects, Int(index)) }

  @inline(__always)
  func slot(_ index: Int) -> NameSlot { unsafe Self.at(nameSlots, index) }

  /// Whether the name of a slot is `text`.
  @inline(__always)
  func equals(_ slot: NameSlot, _ text: TextView) -> Bool {
    guard Int(slot.count) == text.count else { return false }
    return unsafe TextView(nameBytes, Int(slot.start), Int(slot.start) + text.count).equals(text)
  }

  /// The value of a scalar that stands in the source as it is.
  @inline(__always)
  func verbatim(_ index: Int) -> TextView? {
    let node = node(index)
    guard node.isVerbatimScalar else { return nil }
    let start = Int(node.start)
    let end = Int(node.end)
    if node.isPlain { return unsafe TextView(bytes, start, end) }
    // Of three quotes the first line break is none of the text.
    guard node.isQuoted, start < end else { return nil }
    // An unclosed quote ends with the text: there is one quote less to leave out.
    let isClosed = unsafe end > start + 1 && Self.at(bytes, end - 1) == Self.at(bytes, start)
    return unsafe TextView(bytes, start + 1, isClosed ? end - 1 : end)
  }
}
