import LecternBriefing
import LecternChecks

/// What both documents of a briefing hold, and what one has alone, as lines of text.
struct ParityLines {
  /// The path of the briefing's file.
  let path: String
  let account: Parity.Account

  /// A line of counts, then one for everything one-sided, with its place.
  var text: String {
    let counts = [
      Summary.count(account.quotations, "quotation"), Summary.count(account.numbers, "number"),
      Summary.count(account.figures, "figure"), Summary.count(account.messages, "key message"),
    ]
    let lines = account.oneSided.map { part in
      "  \(path):\(part.line): \(part.kind) in the \(part.document.rawValue) alone, as marked\n"
    }
    return "\(path): in both documents \(counts.joined(separator: ", "))\n" + lines.joined()
  }
}
