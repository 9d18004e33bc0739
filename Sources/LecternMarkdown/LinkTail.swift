/// What follows the text of a link: `(destination "title")`, `[label]` or nothing.
enum LinkTail {
  /// The offset after a link whose `]` ends just before `start`.
  static func end(in content: [UInt8], after start: Int) -> Int {
    guard start < content.count else { return start }
    switch content[start] {
    case UInt8(ascii: "("): return parentheses(content, start) ?? start
    case UInt8(ascii: "["): return brackets(content, start) ?? start
    default: return start
    }
  }

  private static func brackets(_ content: [UInt8], _ start: Int) -> Int? {
    var index = start + 1
    while index < content.count {
      switch content[index] {
      case UInt8(ascii: "\\"): index += 1
      case UInt8(ascii: "]"): return index + 1
      case UInt8(ascii: "["): return nil
      default: break
      }
      index += 1
    }
    return nil
  }

  private static func parentheses(_ content: [UInt8], _ start: Int) -> Int? {
    var index = start + 1
    var depth = 1
    var quote: UInt8?
    var isAngled = false
    while index < content.count {
      let byte = content[index]
      if byte == UInt8(ascii: "\\") {
        index += 2
        continue
      }
      if let open = quote {
        if byte == open { quote = nil }
      } else if isAngled {
        if byte == UInt8(ascii: ">") { isAngled = false }
      } else {
        let follows =
          index > start + 1 && (content[index - 1] == 0x20 || content[index - 1] == 0x0A)
        switch byte {
        case UInt8(ascii: "<") where index == start + 1 || follows: isAngled = true
        case UInt8(ascii: "\"") where follows, UInt8(ascii: "'") where follows: quote = byte
        case UInt8(ascii: "("): depth += 1
        case UInt8(ascii: ")"):
          depth -= 1
          if depth == 0 { return index + 1 }
        default: break
        }
      }
      index += 1
    }
    return nil
  }
}
