import LecternSource

/// A speaker note as it is printed.
enum NoteText {
  /// The paragraphs, in which lines run on except for items of lists.
  ///
  /// Where lines end in the source was a matter of the editor.
  static func paragraphs(of note: String) -> [String] {
    var paragraphs: [String] = []
    var isOpen = false
    for line in note.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) {
      let words = String(line).collapsed
      if words.isEmpty || !isOpen {
        isOpen = !words.isEmpty
        if isOpen { paragraphs.append(words) }
      } else {
        paragraphs[paragraphs.count - 1] += (isItem(words) ? "\n" : " ") + words
      }
    }
    return paragraphs
  }

  /// Whether a line begins an item of a list.
  private static func isItem(_ line: String) -> Bool {
    if ["- ", "* ", "+ ", "• ", "– "].contains(where: line.hasPrefix) { return true }
    let rest = line.drop(while: \.isNumber)
    return rest.count < line.count && (rest.hasPrefix(". ") || rest.hasPrefix(") "))
  }
}
