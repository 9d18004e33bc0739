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

  /// What a spreadsheet takes for the start of a formula.
  private static let formulaStarts = "=+-@\t\r＝＋－＠".unicodeScalars

  private static func cell(_ text: String) -> String {
    var text = text
    // By scalars: a line end of two is one character, and so is a quotation mark with an accent.
    if let first = text.unicodeScalars.first, Self.formulaStarts.contains(first),
      Double(text) == nil
    {
      text = "'\(text)"
    }
    let isPlain = text.unicodeScalars.allSatisfy { !"\",\r\n".unicodeScalars.contains($0) }
    guard !isPlain else { return text }
    let quoted = text.utf8.flatMap { $0 == UInt8(ascii: "\"") ? [$0, $0] : [$0] }
    return "\"\(String(decoding: quoted, as: UTF8.self))\""
  }
}
