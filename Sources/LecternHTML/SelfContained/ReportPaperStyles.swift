import LecternBriefing
public import LecternViews

/// The part of a printed report's style sheet that depends on the report: what stands in the margins of its sheets.
///
/// Running heads are written out by section, with the short names that the contents have. WeasyPrint takes them from the
/// sections that stand on a sheet. Chromium knows no such strings, so that there each chapter has sheets of its own.
public struct ReportPaperStyles {
  /// Who finds out on which sheet a heading stands.
  public enum Numbering: Sendable, Equatable {
    /// The engine, while it prints.
    case byEngine
    /// Whoever printed it before: the numbers by the ids of the headings; none are known at first.
    case given([String: Int])
  }

  private let report: ReportView
  private let numbering: Numbering

  /// The style sheet for a report.
  public static func css(of report: ReportView, numbering: Numbering) -> String {
    ReportPaperStyles(report: report, numbering: numbering).css
  }

  private var css: String {
    switch numbering {
    case .byEngine: margins + followingHeads
    case .given(let numbers): margins + headsBySheet + contents(numbers)
    }
  }

  private var labels: Labels { report.briefing.labels }

  /// The sides of a sheet where lines begin and end.
  private var sides: (start: String, end: String) {
    TextDirection.isRightToLeft(report.briefing.metadata.language)
      ? ("right", "left") : ("left", "right")
  }

  /// The size of a sheet, the title and the number of the page.
  private var margins: String {
    let parts = labels.text(.pageOf, ["page": "\u{1}", "pages": "\u{2}"])
    let count = Self.string(parts)
      .replacing("\u{1}", with: "\" counter(page) \"")
      .replacing("\u{2}", with: "\" counter(pages) \"")
    return """
      @page {
        size: A4;
        @bottom-\(sides.start) { content: \(Self.string(report.briefing.title.text)); white-space: normal; }
        @bottom-\(sides.end) { content: \(count); white-space: nowrap; }
      }
      @page :first {
        @top-\(sides.start) { content: none; }
        @bottom-\(sides.start) { content: none; }
      }

      """
  }

  // MARK: Running heads

  /// The parts that a running head names, by the ids of their headings.
  private var parts: [(id: String, name: String)] {
    report.chapters.map { ($0.heading.id, "\($0.number) \($0.heading.name)") }
  }

  private var endMatter: [(id: String, name: String)] {
    ReportPage.endMatter(of: report).map { ($0.0, labels[$0.1]) }
  }

  private var followingHeads: String {
    let heads = (parts + endMatter).map { part in
      "[id=\(Self.string(part.id))] { string-set: section \(Self.string(part.name)); }"
    }
    return "@page { @top-\(sides.start) { content: string(section); } }\n"
      + heads.joined(separator: "\n")
  }

  private var headsBySheet: String {
    var rules: [String] = []
    for (index, part) in parts.enumerated() {
      rules.append(
        "[aria-labelledby=\(Self.string(PageID.name(of: part.id)))] { page: chapter\(index + 1); }")
      rules.append(
        "@page chapter\(index + 1) { @top-\(sides.start) { content: \(Self.string(part.name)); } }")
    }
    let names = endMatter.map(\.name).joined(separator: " · ")
    for part in endMatter {
      rules.append("[aria-labelledby=\(Self.string(part.id))] { page: end; }")
    }
    rules.append("@page end { @top-\(sides.start) { content: \(Self.string(names)); } }")
    return rules.joined(separator: "\n") + "\n"
  }

  // MARK: Contents

  private func contents(_ numbers: [String: Int]) -> String {
    let rules = numbers.sorted { $0.key < $1.key }.map { id, number in
      ".contents a[href=\(Self.string("#\(id.addressEncoded)"))]::after { content: \"\(number)\"; }"
    }
    return """
      @media print {
        .contents a, .contents > ol > li > a { display: flex; }
        .contents .number { flex: none; }
        .contents .name { display: flex; flex: 1; }
        .contents .name::after { content: ""; flex: 1 0 1em; margin: 0 4pt 3pt; align-self: end; border-bottom: 1pt dotted #333b42; }
        .contents a::after { flex: none; min-width: 1.5em; align-self: end; text-align: right; font-variant-numeric: tabular-nums; }
        \(rules.joined(separator: "\n"))
      }

      """
  }

  /// A text as a string of CSS.
  private static func string(_ text: String) -> String {
    let escaped = text.unicodeScalars.map { scalar in
      switch scalar {
      case "\"", "\\": "\\\(scalar)"
      case "\n", "\r", "\u{C}": " "
      default: String(Character(scalar))
      }
    }
    return "\"\(escaped.joined())\""
  }
}
