public import LecternSource

/// Reads references in BibTeX and BibLaTeX.
public enum BibTeXReader {
  /// The works of a file.
  public static func read(_ file: SourceFile) -> Diagnosed<Bibliography> {
    let scanned = BibTeXScanner.entries(of: file)
    var diagnostics = scanned.diagnostics
    let letters = LatinLetters()
    var byKey: [String: BibTeXEntry] = [:]
    var entries: [BibTeXEntry] = []
    for entry in scanned.value {
      if byKey[entry.key] == nil {
        byKey[entry.key] = entry
        entries.append(entry)
      } else {
        diagnostics.append(.duplicateReference(entry.key, at: entry.span))
      }
    }
    var parents: [String: Reference] = [:]
    for key in Set(entries.compactMap { $0.value("crossref")?.trimmed }) {
      parents[key] = byKey[key].map { entry in
        // Its problems are told where it is an entry itself.
        var item = BibTeXItem(
          entry, parent: nil, letters: letters, nearest: NearestFields(most: 0))
        return item.reference()
      }
    }
    var nearest = NearestFields()
    let references = entries.map { entry in
      let parent = entry.value("crossref").flatMap { parents[$0.trimmed] }
      var item = BibTeXItem(entry, parent: parent, letters: letters, nearest: nearest)
      let reference = item.reference()
      nearest = item.nearest
      diagnostics += item.problems
      return reference
    }
    return Diagnosed(Bibliography(references), diagnostics)
  }
}
