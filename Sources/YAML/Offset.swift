/// An offset, a place or a number in a text of fewer than 2 GB, in four bytes: what is handed about a lot is small so.
@propertyWrapper
struct Offset {
  private var stored: Int32

  @inline(__always) init(wrappedValue: Int) { stored = Int32(truncatingIfNeeded: wrappedValue) }

  @inline(__always) var wrappedValue: Int {
    get { Int(stored) }
    set { stored = Int32(truncatingIfNeeded: newValue) }
  }
}
