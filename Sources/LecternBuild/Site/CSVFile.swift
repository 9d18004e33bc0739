import LecternViews

/// Writes a table for spreadsheets, as RFC 4180 has it.
///
/// It begins with a byte-order mark, without which Excel reads UTF-8 as something else. A cell that a spreadsheet would take
/// for a formula gets an apostrophe before it, since nothing in a briefing may run.
enum CSVFile {
  static func bytes(of table: FigureTable) -> [UInt8] {
    let lines = ([table.header] + table.rows).map { row in
      row.map(cell).joined(separator: ",") + "\r\n"
    }
    return Array("\u{FEFF}\(lines.joined())".utf8)
  }

  private static func cell(_ text: String) -> String {
    var text = text
    if let first = text.first, "=+-@\t\r＝＋－＠".contains(first), Double(text) == nil {
      text = "'\(text)"
    }
    // Compared by scalars, as a line end of two is one character.
    let isPlain = text.unicodeScalars.allSatisfy { !"\",\r\n".unicodeScalars.contains($0) }
    return isPlain ? text : "\"\(text.replacing("\"", with: "\"\""))\""
  }
}
