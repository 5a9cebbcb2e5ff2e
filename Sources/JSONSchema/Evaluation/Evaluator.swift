import DataTree
import SourceText

/// Runs a compiled schema on a tree.
///
/// There is one code path for both questions. "Does it hold?" stops at the first failure and builds nothing; "what is
/// wrong?" (`isCollecting`) goes on after a failure, keeps the way to the value, and notes failures. A valid value
/// costs the same either way.
///
/// Nodes are passed as indices of `tree.nodes`, aliases resolved; only `evaluate`, `descend` and the failures know the
/// alias itself.
struct Evaluator: ~Copyable {
  let program: CompiledSchema
  let tree: DataTree
  let dispatch: DispatchTables
  /// How many schemas may be open at once; a level of nesting opens one to three.
  let depthLimit: Int
  /// The key that is meant by an unknown one.
  let meantKey: (@Sendable ([UInt8]) -> [UInt8]?)?

  /// Whether failures are noted.
  var isCollecting = false
  var failures: [SchemaFailure] = []
  /// How many failures of one keyword are noted, all of them for 0.
  let failureLimit: Int
  /// How many failures of each keyword were noted, and how many were not, from when there may be too many.
  var tally: [SchemaSite: (noted: Int, others: Int)] = [:]
  /// Where the failures of the alternative at hand begin.
  var branchStart: Int?
  /// The way from the root to the value at hand, while collecting.
  var path: [PathStep] = []
  /// The schemas that are open, outermost first, while collecting; those of the value at hand from `chainStart` on.
  var chain: [SchemaID] = []
  var chainStart = 0
  /// The resources that are open, outermost first, for dynamic references.
  var scope: [Int32] = []
  /// Why the run was given up, where it was.
  private(set) var stopReason: SchemaFailureKind?
  private(set) var isStopped = false
  /// What was found of schemas that are applied to one value again and again.
  var memory = Memory()
  /// How many more suggestions may be looked for, and among how many words together.
  var suggestionsLeft = 200
  var comparisonsLeft = 1 << 18
  /// What was last asked for suggestions: many keys of one mapping ask the same.
  var lastTables: (owner: SchemaID, tables: [NameTable])?
  var lastFreeNames: (mapping: Int, table: Int32, names: [[UInt8]])?
  var lastOrder: (owner: SchemaID, mapping: Int, entries: [(order: Int, value: Int)])?
  /// Keywords of the client with values that meet them, from before failures are noted.
  var soundCustoms: [UInt64] = []
  /// The keys of the large mapping that was last asked for one.
  var lastKeys: (mapping: Int, names: NameIndex)?

  /// How many more alternatives may be looked into for the nearest.
  var branchesLeft = 10_000

  /// The instruction of the root at which the first run ended: those before it hold.
  private var failedPlace: Int?
  private var depth = 0
  private var stepsLeft: Int
  /// From how many steps left on the results of references are remembered.
  private let rememberAt: Int
  private let tracksScope: Bool

  private init(
    _ program: CompiledSchema, _ tree: DataTree, _ dispatch: consuming DispatchTables, options: SchemaOptions,
    limit: Int = 0
  ) {
    failureLimit = limit
    self.program = program
    self.tree = tree
    self.dispatch = dispatch
    depthLimit = options.depthLimit
    meantKey = options.meantKey
    tracksScope = !program.dynamicReferences.isEmpty
    let (product, overflow) = (program.instructions.count + 64).multipliedReportingOverflow(by: tree.nodes.count + 64)
    stepsLeft = overflow ? Int.max : max(product, 1_000_000)
    // A run that takes a hundred steps a node is one where remembering pays.
    rememberAt = stepsLeft - min(stepsLeft, 100 * tree.nodes.count + 10_000)
  }

  /// Whether the value at `root` meets the schema.
  static func isValid(_ tree: DataTree, _ root: NodeID, _ program: CompiledSchema, options: SchemaOptions) -> Bool {
    DispatchTables.with(tree, program) { dispatch in
      var evaluator = Evaluator(program, tree, dispatch, options: options)
      return evaluator.evaluate(program.root, root.index) && !evaluator.isStopped
    }
  }

  /// What is wrong with the value at `root`, by place.
  static func failures(
    of tree: DataTree, _ root: NodeID, _ program: CompiledSchema, options: SchemaOptions, limit: Int = 0
  ) -> [SchemaFailure] {
    DispatchTables.with(tree, program) { dispatch in
      var evaluator = Evaluator(program, tree, dispatch, options: options, limit: limit)
      if evaluator.evaluate(program.root, root.index), !evaluator.isStopped { return [] }
      if !evaluator.isStopped { evaluator.collect(root) }
      if let kind = evaluator.stopReason { return [SchemaFailure(aborted: kind, at: root, in: tree, program)] }
      let failures = evaluator.failures
      evaluator.failures = []
      return FailureFilter.counted(FailureFilter.tidied(consume failures), evaluator.tally)
    }
  }

  private mutating func collect(_ root: NodeID) {
    isCollecting = true
    path = [.root(root)]
    chain = []
    scope = []
    depth = 0
    let object = dispatch.schema(program.root)
    if object.count > 0 { _ = open(program.root, object, failedPlace ?? Int(object.start), root.index) }
  }

  // MARK: Running

  /// Whether the node meets the schema. What its type alone decides is decided here.
  @inline(__always)
  mutating func evaluate(_ schema: SchemaID, _ written: Int) -> Bool {
    let object = dispatch.schema(schema)
    if object.count == 0 { return true }
    var first = Int(object.start)
    if !isCollecting, object.types != .all {
      let type = type(written)
      if object.types.allows(type) {
        if object.count == 1 { return true }
        first += 1
      } else if type != .float || !object.types.contains(.integer) {
        return false
      }
    }
    return open(schema, object, first, written)
  }

  /// Runs the instructions of a schema from `first` on.
  @inline(never)
  private mutating func open(_ schema: SchemaID, _ object: SchemaObject, _ first: Int, _ written: Int) -> Bool {
    guard enter() else { return false }
    defer { depth -= 1 }
    var node = written
    if dispatch.node(written).kind == .alias {
      node = tree.resolved(NodeID(written)).index
      // Aliases can make a small text stand for a huge value: each part of it is looked at once.
      if !tracksScope, let known = memory.alias(schema, node, isCollecting: isCollecting) { return known }
    }
    if isCollecting { chain.append(schema) }
    let opensResource = tracksScope && scope.last != object.resource
    if opensResource { scope.append(object.resource) }
    let isValid = run(first..<Int(object.start) + Int(object.count), schema, node)
    if opensResource { scope.removeLast() }
    if isCollecting { chain.removeLast() }
    if node != written { memory.noteAlias(schema, node, isValid, isCollecting: isCollecting) }
    return isValid
  }

  @inline(__always)
  private mutating func run(_ places: Range<Int>, _ schema: SchemaID, _ node: Int) -> Bool {
    var isValid = true
    for place in places {
      let instruction = dispatch.instruction(place)
      if perform(instruction, schema, node) { continue }
      guard isCollecting else {
        if depth == 1 { failedPlace = place }
        return false
      }
      isValid = false
      // Of a value of a wrong kind there is nothing more to say.
      if instruction.check.rank <= 1 { return false }
    }
    return isValid
  }

  private mutating func perform(_ instruction: Instruction, _ schema: SchemaID, _ node: Int) -> Bool {
    let keyword = instruction.keyword
    switch instruction.check {
    case .never: return fail(keyword) { _ in .forbiddenValue }
    case .type(let set): return checkType(set, node, keyword)
    case .const(let index): return checkConst(index, node, keyword)
    case .enumeration(let index): return checkEnum(index, node, keyword)
    case .minimum(let index, let isExclusive): return checkMinimum(index, isExclusive: isExclusive, node, keyword)
    case .maximum(let index, let isExclusive): return checkMaximum(index, isExclusive: isExclusive, node, keyword)
    case .multipleOf(let index): return checkMultipleOf(index, node, keyword)
    case .minLength(let limit): return checkMinLength(limit, node, keyword)
    case .maxLength(let limit): return checkMaxLength(limit, node, keyword)
    case .minItems(let limit): return checkMinItems(limit, node, keyword)
    case .maxItems(let limit): return checkMaxItems(limit, node, keyword)
    case .minProperties(let limit): return checkMinProperties(limit, node, keyword)
    case .maxProperties(let limit): return checkMaxProperties(limit, node, keyword)
    case .required(let index): return checkRequired(index, node, keyword)
    case .dependentRequired(let index): return checkDependentRequired(index, node, keyword)
    case .pattern(let index): return checkPattern(index, node, keyword)
    case .format(let index): return checkFormat(index, node, keyword)
    case .content(let check): return checkContent(check, node, keyword)
    case .properties(let index): return checkProperties(index, node, keyword)
    case .propertyNames(let names): return checkPropertyNames(names, node)
    case .items(let prefix, let rest): return checkItems(prefix: prefix, rest: rest, node, keyword)
    case .contains(let item, let minimum, let maximum): return checkContains(item, minimum, maximum, node, keyword)
    case .uniqueItems: return checkUniqueItems(node, keyword)
    case .reference(let target): return refer(to: target, node)
    case .dynamicReference(let index): return evaluate(dynamicTarget(index), node)
    case .allOf(let list): return checkAllOf(list, node)
    case .anyOf(let list): return checkAnyOf(list, node, keyword)
    case .oneOf(let list): return checkOneOf(list, node, keyword)
    case .not(let forbidden): return checkNot(forbidden, node, keyword)
    case .conditional(let condition, let then, let otherwise):
      return checkConditional(condition, then, otherwise, node)
    case .dependentSchemas(let index): return checkDependentSchemas(index, node)
    case .custom(let index): return checkCustom(index, node, keyword)
    case .unevaluatedItems(let item): return checkUnevaluatedItems(item, of: schema, node, keyword)
    case .unevaluatedProperties(let value): return checkUnevaluatedProperties(value, of: schema, node, keyword)
    }
  }

  /// Follows a `$ref`. All recursion goes through one, so remembering its results is enough to look at every pair of
  /// schema and node only a few times, however the schema branches.
  private mutating func refer(to target: SchemaID, _ node: Int) -> Bool {
    guard stepsLeft < rememberAt, !isCollecting, !tracksScope else { return evaluate(target, node) }
    if let known = memory.reference(target, node) { return known }
    let isValid = evaluate(target, node)
    if !isStopped { memory.noteReference(target, node, isValid) }
    return isValid
  }

  /// Counts a step and a level; false where the run is given up.
  @inline(__always)
  private mutating func enter() -> Bool {
    stepsLeft -= 1
    depth += 1
    if stepsLeft < 0 || depth > depthLimit || isStopped {
      abort(depth > depthLimit ? .tooDeep : .tooComplex)
      depth -= 1
      return false
    }
    return true
  }

  /// Gives the run up; the first reason counts.
  @inline(never)
  mutating func abort(_ reason: SchemaFailureKind) {
    if !isStopped { stopReason = reason }
    isStopped = true
  }

  /// Counts a step of comparing or hashing; false where the run is given up.
  mutating func spend() -> Bool {
    stepsLeft -= 1
    if stepsLeft < 0 { abort(.tooComplex) }
    return !isStopped
  }

  // MARK: Going down

  /// Whether the value of a key meets the schema.
  @inline(__always)
  mutating func descend(_ schema: SchemaID, _ key: Int, _ value: Int) -> Bool {
    if !isCollecting { return evaluate(schema, value) }
    return descendNoting(schema, value, .key(NodeID(key), value: NodeID(value)))
  }

  /// Whether an item of a list meets the schema.
  @inline(__always)
  mutating func descend(_ schema: SchemaID, item place: Int, _ value: Int) -> Bool {
    if !isCollecting { return evaluate(schema, value) }
    return descendNoting(schema, value, .item(place, value: NodeID(value)))
  }

  private mutating func descendNoting(_ schema: SchemaID, _ value: Int, _ step: PathStep) -> Bool {
    path.append(step)
    let outerStart = chainStart
    chainStart = chain.count
    defer {
      path.removeLast()
      chainStart = outerStart
    }
    return evaluate(schema, value)
  }

  /// Whether a key, as a text, meets the schema.
  mutating func evaluateKey(_ schema: SchemaID, _ key: Int) -> Bool {
    guard isCollecting else { return evaluate(schema, key) }
    let mark = failures.count
    path.append(.keyItself(NodeID(key)))
    defer { path.removeLast() }
    let isValid = evaluate(schema, key)
    for place in mark..<max(mark, failures.count) { failures[place].isAboutKey = true }
    return isValid
  }

  /// The answer of `question` without noting failures.
  @inline(__always)
  mutating func quietly(_ question: (inout Evaluator) -> Bool) -> Bool {
    let wasCollecting = isCollecting
    isCollecting = false
    defer { isCollecting = wasCollecting }
    return question(&self)
  }

  /// Whether the schema is `false`.
  @inline(__always)
  mutating func isNever(_ schema: SchemaID) -> Bool {
    let object = dispatch.schema(schema)
    guard object.count == 1, case .never = dispatch.instruction(Int(object.start)).check else { return false }
    return true
  }

  /// Opens the resource of a schema whose marks are asked for, and a level.
  mutating func openMarking(_ object: SchemaObject) -> Bool {
    depth += 1
    if depth > depthLimit { abort(.tooDeep) }
    let opensResource = tracksScope && scope.last != object.resource
    if opensResource { scope.append(object.resource) }
    return opensResource
  }

  /// Undoes `openMarking`.
  mutating func closeMarking(_ opensResource: Bool) {
    depth -= 1
    if opensResource { scope.removeLast() }
  }
}

/// Results that are worth keeping, by schema and node.
struct Memory {
  private var aliases: [UInt64: Bool] = [:]
  private var reported: Set<UInt64> = []
  private var references: [UInt64: Bool] = [:]

  private static func key(_ schema: SchemaID, _ node: Int) -> UInt64 {
    UInt64(UInt32(bitPattern: schema.index)) << 32 | UInt64(UInt32(truncatingIfNeeded: node))
  }

  func alias(_ schema: SchemaID, _ node: Int, isCollecting: Bool) -> Bool? {
    guard let known = aliases[Self.key(schema, node)] else { return nil }
    // A failure is told once, at the place where it was first met.
    if isCollecting, !known, !reported.contains(Self.key(schema, node)) { return nil }
    return known
  }

  mutating func noteAlias(_ schema: SchemaID, _ node: Int, _ isValid: Bool, isCollecting: Bool) {
    aliases[Self.key(schema, node)] = isValid
    if isCollecting { reported.insert(Self.key(schema, node)) }
  }

  func reference(_ schema: SchemaID, _ node: Int) -> Bool? { references[Self.key(schema, node)] }

  mutating func noteReference(_ schema: SchemaID, _ node: Int, _ isValid: Bool) {
    references[Self.key(schema, node)] = isValid
  }
}
