import LecternBriefing
import LecternSource

/// A heading among findings that, unlike those beside it, holds nobody's words.
struct FindingsWithoutQuotation: Rule {
  static let topic = RuleTopic.quotations
  static let source = "COREQ 29; SRQR 17"
  static let codes: [Diagnostic.Code] = [.findingWithoutQuotation]

  static func problems(in briefing: CheckedBriefing) -> [Diagnostic] {
    guard briefing.hasStudy else { return [] }
    return briefing.briefing.sections.flatMap { section -> [Diagnostic] in
      var findings: [(heading: Heading, isQuoting: Bool)] = []
      for slide in section.slides {
        guard let heading = slide.heading, heading.level == 3 else { continue }
        let isQuoting = slide.blocks.quotes
        if findings.last?.heading.id == heading.id || (slide.goesOn && !findings.isEmpty) {
          findings[findings.count - 1].isQuoting =
            findings[findings.count - 1].isQuoting || isQuoting
        } else {
          findings.append((heading, isQuoting))
        }
      }
      let without = findings.filter { !$0.isQuoting }
      // One among several is an oversight; where many have none, quotations are the exception.
      guard findings.count >= 3, without.count == 1, let heading = without.first?.heading,
        heading.id != briefing.briefing.keyMessages?.heading.id,
        !["summary", "overview", "introduction", "conclusion"].contains(where: {
          heading.text.lowercased().contains($0)
        })
      else { return [] }
      return [.findingWithoutQuotation(heading)]
    }
  }
}

extension [Block] {
  /// Whether somebody who took part is quoted, or a figure or table gives the evidence.
  fileprivate var quotes: Bool {
    var found = false
    forEachBlock { block in
      switch block.content {
      case .quotation(let quotation):
        if quotation.attribution?.isLiterature != true { found = true }
      case .figure, .table: found = true
      default: break
      }
    }
    return found
  }
}

extension Diagnostic.Code {
  static let findingWithoutQuotation = Self(
    "finding-without-quotation", .information,
    summary: "A finding holds no quotation, although those beside it do.",
    remedy: "Quote somebody, or show the evidence as a figure or a table.")
}

extension Diagnostic {
  fileprivate static func findingWithoutQuotation(_ heading: Heading) -> Self {
    Self(
      .findingWithoutQuotation,
      "nobody is quoted below `\(heading.text.prefix(40))`, unlike below its neighbours",
      at: heading.span, help: "quote somebody, or show the evidence as a figure or a table")
  }
}
