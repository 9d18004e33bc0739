/// Writes diagnostics as people read them in a terminal.
///
/// ```text
/// error: no heading is called `#primary-carre` [unknown-fragment]
///   --> content/talk.md:12:5
///    |
/// 12 | See [the finding](#primary-carre).
///    |     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
///    = help: write `#primary-care`
/// ```
public struct TextPrinter: Sendable {
  /// Whether to colour the words with ANSI sequences.
  public var usesColour: Bool

  /// Makes a printer.
  public init(usesColour: Bool) {
    self.usesColour = usesColour
  }

  /// One diagnostic with its source line, ending in a line end.
  public func text(of located: LocatedDiagnostic) -> String {
    let diagnostic = located.diagnostic
    let number = String(located.line)
    let gutter = String(repeating: " ", count: number.count)
    let excerpt = Excerpt(located)
    var text =
      "\(severity(diagnostic.severity)): \(bold(diagnostic.message.onOneLine)) [\(diagnostic.code.name)]\n"
    text += "\(gutter)\(dim("-->")) \(located.path.onOneLine):\(located.line):\(located.column)\n"
    text += "\(gutter) \(dim("|"))\n"
    text += "\(dim("\(number) |")) \(excerpt.line)\n"
    text += "\(gutter) \(dim("|")) \(colour(excerpt.carets, diagnostic.severity))\n"
    text += "\(gutter) \(dim("= help:")) \(diagnostic.help.onOneLine)\n"
    for note in located.notes {
      text +=
        "\(gutter) \(dim("= note:")) \(note.message.onOneLine) "
        + "(\(located.path.onOneLine):\(note.line):\(note.column))\n"
    }
    return text
  }

  private func severity(_ severity: Severity) -> String { colour(severity.rawValue, severity) }

  private func colour(_ text: String, _ severity: Severity) -> String {
    switch severity {
    case .error: escape("31;1", text)
    case .warning: escape("33;1", text)
    case .information: escape("36;1", text)
    }
  }

  private func bold(_ text: String) -> String { escape("1", text) }
  private func dim(_ text: String) -> String { escape("2", text) }

  private func escape(_ code: String, _ text: String) -> String {
    usesColour ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text
  }
}

/// The part of a source line that is worth showing, and the carets below it.
private struct Excerpt {
  var line: String
  var carets: String

  /// A line longer than this is cut around the place.
  static let width = 110

  init(_ located: LocatedDiagnostic) {
    let characters = located.excerpt.map { $0.isWhitespace || $0.holdsControl ? " " : $0 }
    let first = located.excerptColumn
    let start = min(max(0, located.column - first), characters.count)
    let end = located.endLine == located.line ? located.endColumn - first : characters.count
    let left = start > Excerpt.width - 20 ? start - 40 : 0
    let right = min(characters.count, left + Excerpt.width)
    let before = left > 0 || first > 1 ? "… " : ""
    line = before + String(characters[left..<right]) + (right < characters.count ? " …" : "")
    let pad = (before + String(characters[left..<start])).terminalWidth
    let marked = String(characters[start..<max(start, min(end, right))]).terminalWidth
    carets =
      String(repeating: " ", count: pad) + String(repeating: "^", count: max(1, marked))
  }
}

extension Character {
  fileprivate var holdsControl: Bool {
    unicodeScalars.contains { $0.properties.generalCategory == .control }
  }
}

extension String {
  /// With a space for every line end and control character that an author's words may hold.
  fileprivate var onOneLine: String {
    // Control characters and separators of lines are below the space, or begin with these bytes.
    guard utf8.contains(where: { $0 < 0x20 || $0 == 0x7F || $0 == 0xC2 || $0 == 0xE2 }) else {
      return self
    }
    // By scalars: a control character with an accent is one letter, and a terminal obeys it all the same.
    var line = UnicodeScalarView()
    for scalar in unicodeScalars where scalar != "\r" {
      switch scalar.properties.generalCategory {
      case .control, .lineSeparator, .paragraphSeparator: line.append(" ")
      default: line.append(scalar)
      }
    }
    return String(line)
  }
}

extension String {
  /// How many cells a terminal gives the text: two for East Asian wide characters and emoji.
  fileprivate var terminalWidth: Int {
    reduce(0) { width, character in
      guard let scalar = character.unicodeScalars.first else { return width }
      let isWide =
        (0x1100...0x115F).contains(scalar.value) || (0x2E80...0xA4CF).contains(scalar.value)
        || (0xAC00...0xD7A3).contains(scalar.value) || (0xF900...0xFAFF).contains(scalar.value)
        || (0xFE30...0xFE6F).contains(scalar.value) || (0xFF00...0xFF60).contains(scalar.value)
        || scalar.properties.isEmojiPresentation
      return width + (isWide ? 2 : 1)
    }
  }
}
