/// Finds many strings at once, in one pass over a text: the automaton of Aho and Corasick.
struct StringSearch: Sendable {
  /// The state that a byte leads to, by the state and the byte.
  private var edges: [Int: Int] = [:]
  /// The state that a byte leads to from the beginning, where most of a text is read.
  private var first = [Int](repeating: 0, count: 256)
  /// The state of the longest ending that is also a beginning.
  private var failure = [0]
  /// The string that ends in a state.
  private var ending: [Int?] = [nil]
  /// The next state along the failures in which a string ends; 0 when there is none.
  private var next = [0]

  /// Makes a search for strings, none of them empty; of equal ones the first counts.
  init(_ strings: [[UInt8]]) {
    var children: [[(byte: UInt8, state: Int)]] = [[]]
    for (index, string) in strings.enumerated() {
      var state = 0
      for byte in string {
        if let known = edges[state << 8 | Int(byte)] {
          state = known
        } else {
          let new = ending.count
          edges[state << 8 | Int(byte)] = new
          children[state].append((byte, new))
          children.append([])
          ending.append(nil)
          failure.append(0)
          next.append(0)
          state = new
        }
      }
      if state != 0, ending[state] == nil { ending[state] = index }
    }
    for child in children[0] { first[Int(child.byte)] = child.state }
    var queue = children[0].map(\.state)
    var done = 0
    while done < queue.count {
      let state = queue[done]
      done += 1
      for (byte, child) in children[state] {
        failure[child] = step(failure[state], byte)
        let shorter = failure[child]
        next[child] = ending[shorter] == nil ? next[shorter] : shorter
        queue.append(child)
      }
    }
  }

  /// Calls back with each string found and the offset behind it.
  func forEachMatch(in text: [UInt8], _ body: (_ string: Int, _ end: Int) -> Void) {
    var state = 0
    for (offset, byte) in text.enumerated() {
      state = state == 0 ? first[Int(byte)] : step(state, byte)
      guard state != 0 else { continue }
      var found = ending[state] == nil ? next[state] : state
      while found != 0 {
        if let string = ending[found] { body(string, offset + 1) }
        found = next[found]
      }
    }
  }

  private func step(_ start: Int, _ byte: UInt8) -> Int {
    var state = start
    while state != 0 {
      if let following = edges[state << 8 | Int(byte)] { return following }
      state = failure[state]
    }
    return first[Int(byte)]
  }
}
