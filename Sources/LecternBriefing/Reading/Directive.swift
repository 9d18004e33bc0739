import LecternSource

/// What a comment asks for.
enum Directive: Equatable {
  case step
  case steps
  case open(Audience)
  case close(Audience)
  case columns
  case column
  case endColumns
  case layout(String)
  case studyFacts
  case allow(code: String, reason: String)
  case short(String)
  case id(String)
  /// One of Marp's, which means nothing here.
  case marp(String)
  /// A request to a linter or formatter.
  case pragma
  /// Words for the presenter.
  case note(String)

  /// Reads the inside of a comment.
  init(_ comment: String) {
    let text = comment.trimmed
    if let plain = Self.plain[text] {
      self = plain
      return
    }
    if let colon = text.utf8.firstIndex(of: UInt8(ascii: ":")),
      !text.holds("\n") || text.hasPrefix("allow")
    {
      let key = text[..<colon].trimmed
      let value = text[text.index(after: colon)...].trimmed
      if let directive = Self.named(key, value) {
        self = directive
        return
      }
    }
    let words = text.words
    if words.count == 2, words[0] == "allow", words[1].contains("-") {
      // Without a reason it silences nothing, but it is no note either.
      self = .allow(code: String(words[1]), reason: "")
    } else if Self.isMarp(text) {
      self = .marp(text)
    } else if Self.isPragma(text) {
      self = .pragma
    } else {
      self = .note(text)
    }
  }

  private static let plain: [String: Directive] = [
    "step": .step, "steps": .steps, "deck": .open(.deck), "/deck": .close(.deck),
    "report": .open(.report), "/report": .close(.report), "columns": .columns, "column": .column,
    "/columns": .endColumns, "study": .studyFacts,
  ]

  private static func named(_ key: String, _ value: String) -> Directive? {
    switch key {
    case "layout": return .layout(value)
    case "short": return value.isEmpty ? nil : .short(value)
    case "id": return value.isEmpty || value.contains(" ") ? nil : .id(value)
    default:
      let words = key.words
      guard words.first == "allow", words.count == 2 else { return nil }
      return .allow(code: String(words[1]), reason: value)
    }
  }

  /// The directive that a comment was probably meant to be, as it would be written: one within two letters of its name.
  static func nearMiss(_ text: String) -> String? {
    let text = text.trimmed
    guard !text.holds("\n") else { return nil }
    let word = text.prefix { $0 != ":" }.trimmed
    let value = text.dropFirst(word.count).drop { $0 == ":" || $0 == " " }
    let first = String(word.words.first ?? "")
    if !text.contains(":") {
      return word.words.count <= 2 ? nearest(word, among: withoutValue) : nil
    }
    if let allow = nearest(first, among: ["allow"]) {
      // One code at a time, before the colon.
      let code = (word.words.dropFirst() + value.words).first.map { $0.drop { ",;".contains($0) } }
      if let code, code.contains("-") {
        let reason = word.words.count == 1 ? "" : value.trimmed
        return "\(allow) \(code.prefix { !",;:".contains($0) }): \(reason.isEmpty ? "…" : reason)"
      }
    }
    // Words such as `if` and `is` are as near to `id`; an id is one word.
    let mayBeID = value.words.count == 1 || word.lowercased() == "id"
    let names = ["layout", "short"] + (mayBeID ? ["id"] : [])
    if word.words.count == 1, let name = nearest(word, among: names) {
      let value = name == "id" ? value.words.joined(separator: "-") : value.collapsed
      return "\(name): \(value.isEmpty ? "…" : value)"
    }
    if word.words.count == 2, let name = nearest(first, among: ["allow"]) {
      return "\(name) \(word.words[1]): \(value)"
    }
    return word.words.count == 1 ? nearest(word, among: withoutValue) : nil
  }

  private static let withoutValue = [
    "step", "steps", "deck", "report", "columns", "column", "study", "/deck", "/report", "/columns",
  ]

  private static func nearest(_ word: String, among names: [String]) -> String? {
    // Of a short name nearly every letter must be right.
    func limit(_ name: String) -> Int { name.count > 2 ? 2 : 1 }
    let distances = names.map { name in
      (name, NearestName.distance(word.lowercased(), name, limit: limit(name)))
    }
    return distances.filter { $1 <= limit($0) }.min { $0.1 < $1.1 }?.0
  }

  private static let marpNames: Set<String> = [
    "fit", "theme", "style", "headingDivider", "size", "math", "title", "author", "description",
    "keywords", "url", "image", "marp", "paginate", "header", "footer", "class", "backgroundColor",
    "backgroundImage", "backgroundPosition", "backgroundRepeat", "backgroundSize", "color", "lang",
    "transition", "auto-scaling",
  ]

  private static func isMarp(_ text: String) -> Bool {
    // Marp reads a comment as directives when it is YAML with known keys, one a line.
    if text == "fit" { return true }
    let lines = text.utf8.split(separator: 0x0A).lazy.map { Substring($0).trimmed }
    guard let first = lines.first, first.holds(":") else { return false }
    return lines.allSatisfy { line in
      let key = line.prefix { $0 != ":" }.trimmed
      return marpNames.contains(key.hasPrefix("_") ? String(key.dropFirst()) : key)
        || !line.holds(":")
    }
  }

  private static func isPragma(_ text: String) -> Bool {
    let word = text.prefix { !$0.isWhitespace && $0 != ":" && $0 != "=" }.lowercased()
    return [
      "markdownlint", "markdownlint-disable", "markdownlint-enable", "markdownlint-capture",
      "markdownlint-restore", "markdownlint-disable-next-line", "markdownlint-disable-line",
      "markdownlint-disable-file", "markdownlint-enable-file", "markdownlint-configure-file",
      "prettier-ignore", "prettier-ignore-start", "prettier-ignore-end", "vale", "textlint-disable",
      "textlint-enable", "cspell", "spell-checker", "lint", "remark", "alex", "alex-disable",
      "alex-enable", "dprint-ignore", "dprint-ignore-start", "dprint-ignore-end", "toc", "tocstop",
      "no", "editorconfig-checker-disable", "eslint-disable", "eslint-enable", "mdformat",
      "rumdl-disable", "rumdl-enable", "ltex",
    ].contains(word)
      && (word != "no" || text.lowercased().hasPrefix("no toc"))
      && (word != "vale" || text.contains("=") || text.words.count == 2)
      && (word != "lint" && word != "remark" && word != "alex" || text.words.count <= 4)
  }
}

extension String {
  /// Whether it is a block of comments of which one opens a one-sided range.
  var opensRange: Bool {
    split(separator: "-->").contains { comment in
      if case .open = Directive("\(comment.trimmed)-->".insideComment) { true } else { false }
    }
  }

  /// The inside of `<!-- … -->`.
  var insideComment: String {
    // By scalars: an accent behind `<!--` makes one letter of both.
    var text = unicodeScalars[...]
    if text.starts(with: "<!--".unicodeScalars) { text = text.dropFirst(4) }
    if text.suffix(3).elementsEqual("-->".unicodeScalars) { text = text.dropLast(3) }
    return String(text)
  }
}
