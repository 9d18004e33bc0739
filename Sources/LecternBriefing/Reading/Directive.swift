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
    if let colon = text.firstIndex(of: ":"), !text.contains("\n") || text.hasPrefix("allow") {
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

  /// The directive that a comment was probably meant to be: one within two letters of its name.
  static func nearMiss(_ text: String) -> String? {
    let text = text.trimmed
    let hasValue = text.contains(":")
    let word = text.prefix { $0 != ":" }.trimmed
    guard !word.contains("\n"), word.words.count <= 2, hasValue || word.words.count == 1 else {
      return nil
    }
    let name = hasValue ? String(word.words.first ?? "") : word
    let known = hasValue ? ["layout", "short", "id", "allow"] : Array(plain.keys).sorted()
    return known.first { candidate in
      let limit = candidate.count > 4 ? 2 : candidate.count > 2 ? 2 : 1
      let distance = NearestName.distance(name.lowercased(), candidate, limit: limit)
      return distance <= limit && distance < candidate.count - 1
    }
  }

  private static let marpNames: Set<String> = [
    "fit", "theme", "style", "headingDivider", "size", "math", "title", "author", "description",
    "keywords", "url", "image", "marp", "paginate", "header", "footer", "class", "backgroundColor",
    "backgroundImage", "backgroundPosition", "backgroundRepeat", "backgroundSize", "color", "lang",
    "transition", "auto-scaling",
  ]

  private static func isMarp(_ text: String) -> Bool {
    // Marp reads a comment as directives when it is YAML with known keys, one a line.
    let lines = text.split(separator: "\n").map(\.trimmed).filter { !$0.isEmpty }
    guard let first = lines.first else { return false }
    if text == "fit" { return true }
    guard first.contains(":") else { return false }
    return lines.allSatisfy { line in
      let key = line.prefix { $0 != ":" }.trimmed
      return marpNames.contains(key.hasPrefix("_") ? String(key.dropFirst()) : key)
        || !line.contains(":")
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
  /// The inside of `<!-- … -->`.
  var insideComment: String {
    var text = self[...]
    if text.hasPrefix("<!--") { text = text.dropFirst(4) }
    if text.hasSuffix("-->") { text = text.dropLast(3) }
    return String(text)
  }
}
