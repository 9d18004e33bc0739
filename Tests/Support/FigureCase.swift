/// A figure of a kind with a number of items, and labels of one sort, the same each time.
public struct FigureCase: Sendable, CustomStringConvertible {
  /// The fence word.
  public let kind: String
  /// How many items it has; of a balance on each side.
  public let count: Int
  /// What its labels are like.
  public let labels: Labels

  /// Sorts of labels.
  public enum Labels: String, Sendable, CaseIterable {
    case short
    case long
    case arabic
    case emoji
  }

  /// What it is called in reports and goldens.
  public var description: String { "\(kind) \(count) \(labels.rawValue)" }

  /// The kinds that can be drawn.
  public static let kinds = ["balance", "chart", "timeline", "spectrum", "network", "matrix"]

  /// Every kind with two, five and twelve items, labels short and long, and five in other scripts.
  public static let all = kinds.flatMap { kind in
    [2, 5, 12].flatMap { count in
      [Labels.short, .long].map { FigureCase(kind: kind, count: count, labels: $0) }
    } + [.arabic, .emoji].map { FigureCase(kind: kind, count: 5, labels: $0) }
  }

  /// The briefing that holds the figure on a slide of its own.
  public var briefing: String {
    """
    ---
    title: Figures
    authors: [{name: Lectern}]
    lang: \(labels == .arabic ? "ar" : "en-GB")
    ---

    ## Drawings

    ### Figure

    ```\(kind)
    \(body)
    ```

    """
  }

  private var items: Range<Int> { 0..<count }

  private var body: String {
    switch kind {
    case "balance":
      return """
        left:
          title: \(label(20))
          items: [\(items.map { label($0) }.joined(separator: ", "))]
        right:
          title: \(label(21))
          items: [\(items.map { label($0 + 7) }.joined(separator: ", "))]
        """
    case "chart":
      return "data:\n"
        + items.map { "  \(numbered($0)): \(3 + $0 * 7 % 11)" }.joined(separator: "\n")
    case "timeline":
      return "events:\n"
        + items.map { "  - {when: \(2010 + $0), what: \(label($0))}" }.joined(separator: "\n")
    case "spectrum":
      return "from: \(label(20))\nto: \(label(21))\npoints:\n"
        + items.map { "  - {what: \(label($0)), at: 0.\($0 * 7 % 10)}" }.joined(separator: "\n")
    case "network":
      let links =
        count > 2
        ? "\nlinks: [[\(numbered(0)), \(numbered(1))], [\(numbered(1)), \(numbered(count - 1))]]"
        : ""
      return
        "hub: \(label(20))\nnodes: [\(items.map(numbered).joined(separator: ", "))]\(links)"
    default:
      let columns = 0..<min(count, 6)
      return """
        rows: [\(items.map { label($0) }.joined(separator: ", "))]
        columns: [\(columns.map { label($0 + 5) }.joined(separator: ", "))]
        cells: [\(items.map { row in "[\(columns.map { cell(row, $0) }.joined(separator: ", "))]" }.joined(separator: ", "))]
        """
    }
  }

  private func cell(_ row: Int, _ column: Int) -> String {
    ["x", "\(row + column)", "\"\""][(row * 2 + column) % 3]
  }

  /// A label that no other number has.
  private func numbered(_ index: Int) -> String { "\(label(index)) \(index + 1)" }

  private func label(_ index: Int) -> String {
    let words = Self.words[labels] ?? []
    return words[index % words.count]
  }

  private static let words: [Labels: [String]] = [
    .short: ["Trust", "Time", "Money", "Targets", "Travel", "Turnover", "Housing"],
    .long: [
      "Increasing focus on lifestyle and behaviour change",
      "Differentiated engagement of practices with the service",
      "Time that is paid for but not counted",
      "What the contract rewards and what it leaves out",
      "High turnover among those who know everybody",
    ],
    .arabic: [
      "الثقة بين الناس", "الوقت المتاح للعمل", "التمويل المحلي", "الأهداف", "السكن والنقل",
    ],
    .emoji: ["Trust 🤝 and time ⏳", "Money 💷", "👩‍👩‍👧‍👦 Family", "🚌 Travel 🚲", "Housing 🏠"],
  ]
}
