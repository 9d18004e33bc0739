import LecternSource

/// Finds full dates, with day, month and year, among words.
enum FullDate {
  /// The span of the date that begins at a word; nil when none does.
  static func span(_ words: [Word], at index: Int) -> Span? {
    let first = words[index]
    // Dots join digits to one word: `12.03.1980`.
    if first.lower.utf8.contains(UInt8(ascii: ".")) {
      let parts = first.lower.split(separator: ".").map { Int($0) ?? 0 }
      return isDate(parts) ? first.span : nil
    }
    guard index + 2 < words.count, first.lower.utf8.first?.isDigit == true || isMonth(first.lower)
    else { return nil }
    let three = words[index...(index + 2)]
    guard three.dropFirst().allSatisfy({ $0.gap.isDisjoint(with: [.sentenceEnd, .leftOut]) }) else {
      return nil
    }
    let span = first.span.union(words[index + 2].span)
    if three.count(where: { isMonth($0.lower) }) == 1 {
      let numbers = three.filter { !isMonth($0.lower) }.compactMap { day($0.lower) }
      return numbers.count == 2 && numbers.contains(where: { (1...31).contains($0) })
        && numbers.contains(where: isYear) ? span : nil
    }
    guard three.dropFirst().allSatisfy({ $0.gap.isDisjoint(with: .pause) }) else { return nil }
    return isDate(three.compactMap { Int($0.lower) }) ? span : nil
  }

  private static func isDate(_ numbers: [Int]) -> Bool {
    guard numbers.count == 3 else { return false }
    let (first, last) = (numbers[0], numbers[2])
    let isForward = isYear(first) && (1...31).contains(last)
    let isBackward = (1...31).contains(first) && (isYear(last) || (10...99).contains(last))
    return (isForward || isBackward) && (1...12).contains(numbers[1])
  }

  private static func isYear(_ number: Int) -> Bool { (1890...2199).contains(number) }

  /// The number of `3`, `3rd` or `1980`.
  private static func day(_ word: String) -> Int? {
    Int(word.prefix { $0.isNumber })
  }

  private static func isMonth(_ word: String) -> Bool { EnglishMonth.number(of: word) != nil }
}
