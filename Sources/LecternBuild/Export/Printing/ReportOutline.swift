import LecternHTML

/// The outline of a report: its headings, by their levels.
///
/// The browser's own lines say where headings stand; what they say is taken from the page, since the browser repeats words of
/// headings that it has set twice.
struct ReportOutline {
  /// The lines.
  let entries: [PDFOutline.Entry]
  /// The number of the sheet on which each heading with an id stands, from 1.
  let numbers: [String: Int]

  /// Puts the headings of the page and the lines of the browser together, which have the same order.
  init(page: [UInt8], _ pdf: PDFDocument) {
    let headings = PageHeading.all(in: page)
    let lines = PDFOutline.lines(of: pdf) ?? []
    let sheets = PDFPages.numbers(of: pdf) ?? []
    let order = Dictionary(zip(sheets, 1...)) { first, _ in first }
    var numbers: [String: Int] = [:]
    var entries: [(level: Int, entry: PDFOutline.Entry)] = []
    if lines.count == headings.count {
      for (heading, line) in zip(headings, lines) {
        var line = line
        line.title = heading.text
        entries.append((heading.level, line))
        if let id = heading.id, let sheet = line.destination.elements?.first?.target {
          numbers[id] = order[sheet]
        }
      }
    }
    self.numbers = numbers
    var rest = entries[...]
    self.entries = Self.tree(&rest, above: 0)
  }

  /// The lines up to the next whose level is not below another.
  private static func tree(
    _ rest: inout ArraySlice<(level: Int, entry: PDFOutline.Entry)>, above level: Int
  ) -> [PDFOutline.Entry] {
    var result: [PDFOutline.Entry] = []
    while let first = rest.first, first.level > level {
      rest.removeFirst()
      var entry = first.entry
      entry.entries = tree(&rest, above: first.level)
      result.append(entry)
    }
    return result
  }
}
