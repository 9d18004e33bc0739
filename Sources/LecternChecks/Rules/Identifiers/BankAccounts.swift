import LecternSource

/// Bank accounts: what is called a sort code or an account number and has its form, and an IBAN with its check digits.
struct BankAccounts: Rule {
  static let topic = RuleTopic.identifiers
  static let source = "ISO 13616, check digits; UK Data Service, direct identifiers"
  static let codes: [Diagnostic.Code] = [.bankAccount]

  static func problems(in briefing: CheckedBriefing) -> [Diagnostic] {
    var found: [Diagnostic] = []
    for passage in briefing.passages {
      for index in passage.words.indices where mayBegin(passage.words[index]) {
        let words = passage.words[index...]
        if let span = named(words) ?? IBAN.span(words, briefing.file),
          !briefing.contacts.holds(span)
        {
          found.append(.bankAccount(at: span))
        }
      }
    }
    return found
  }

  /// Whether a word is `sort` or `account` or may begin an IBAN; nearly all are not, and every build looks at all of them.
  private static func mayBegin(_ word: Word) -> Bool {
    let letters = word.lower.utf8
    guard letters.count >= 4 else { return false }
    if letters.first == UInt8(ascii: "s") { return word.lower == "sort" }
    if letters.first == UInt8(ascii: "a") { return word.lower == "account" }
    return word.isCapitalised && letters[letters.index(letters.startIndex, offsetBy: 2)].isDigit
  }

  /// The number behind `sort code` or `account number`, within three words of the same sentence.
  private static func named(_ words: ArraySlice<Word>) -> Span? {
    guard let name = words.first, let next = words.dropFirst().first else { return nil }
    let isSortCode = name.lower == "sort" && next.lower == "code"
    guard isSortCode || (name.lower == "account" && ["number", "no"].contains(next.lower)) else {
      return nil
    }
    let after = words.dropFirst(2)
    for index in after.indices.prefix(3) {
      // `No.` ends in a full stop.
      if index > after.startIndex, after[index].gap.contains(.sentenceEnd) { return nil }
      if let span = isSortCode ? sortCode(after[index...]) : account(after[index]) { return span }
    }
    return nil
  }

  /// Six digits, two by two or together.
  private static func sortCode(_ words: ArraySlice<Word>) -> Span? {
    guard let first = words.first else { return nil }
    if isDigits(first, 6) { return first.span }
    let three = words.prefix(3)
    guard three.count == 3, let last = three.last, three.allSatisfy({ isDigits($0, 2) }),
      three.dropFirst().allSatisfy({ $0.gap.isEmpty || $0.gap == .hyphen })
    else { return nil }
    return first.span.union(last.span)
  }

  private static func account(_ word: Word) -> Span? { isDigits(word, 8) ? word.span : nil }

  private static func isDigits(_ word: Word, _ count: Int) -> Bool {
    word.lower.utf8.count == count && word.lower.utf8.allSatisfy(\.isDigit)
  }
}

/// International numbers of bank accounts.
private enum IBAN {
  /// How long the numbers of countries are from which people in Britain have accounts.
  private static let lengths = [
    "gb": 22, "ie": 22, "de": 22, "fr": 27, "es": 24, "it": 27, "nl": 18, "pl": 28, "pt": 25,
    "be": 16, "ro": 24,
  ]

  /// The span of the number that begins with the first word.
  static func span(_ words: ArraySlice<Word>, _ file: SourceFile) -> Span? {
    guard let first = words.first, first.isCapitalised, first.lower.utf8.count >= 4,
      first.lower.utf8.dropFirst(2).prefix(2).allSatisfy(\.isDigit),
      let length = lengths[String(first.lower.prefix(2))]
    else { return nil }
    var letters: [UInt8] = []
    for word in words.prefix(8) {
      if !letters.isEmpty, !word.gap.isEmpty { return nil }
      letters += word.lower.utf8
      guard letters.count < length else {
        let isWhole = letters.count == length && hasCheckDigits(letters)
        return isWhole ? first.span.union(word.span) : nil
      }
    }
    return nil
  }

  /// Whether the number, its first four signs behind the others and letters as 10 to 35, is 1 modulo 97.
  private static func hasCheckDigits(_ letters: [UInt8]) -> Bool {
    var rest = 0
    for letter in letters.dropFirst(4) + letters.prefix(4) {
      guard letter.isDigit || letter.isLetter else { return false }
      rest = (letter.isDigit ? rest * 10 + letter.digit : rest * 100 + Int(letter) - 0x57) % 97
    }
    return rest == 1
  }
}

extension Diagnostic.Code {
  static let bankAccount = Self(
    "bank-account", .error,
    summary: "The number of a bank account stands outside a contact.",
    remedy: "Take it out, or write `[bank account]` in its place.")
}

extension Diagnostic {
  fileprivate static func bankAccount(at span: Span) -> Self {
    Self(
      .bankAccount, "this is the number of a bank account", at: span,
      help: "take it out, or write `[bank account]` in its place")
  }
}
