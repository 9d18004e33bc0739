import LecternBriefing
import LecternHTML
import LecternSource
import LecternViews

extension Compiler {
  /// The pages of both documents, with the fonts that they have to themselves, by their path below the site.
  func documentPages(
    _ model: Briefing, _ style: any CitationStyle, _ deck: DeckView, _ report: ReportView,
    _ pictures: PictureCatalogue
  ) throws(MachineError) -> [String: [UInt8]] {
    try materials.withFonts(materials.context(pictures: pictures), top: "../") { context in
      var pages = [
        "\(model.slug)/index.html": ReportPage.html(of: report, style: style, in: context),
        "\(model.slug)/deck.html": DeckPage.html(of: deck, style: style, in: context),
      ]
      if !model.metadata.study.isEmpty {
        pages["\(model.slug)/\(CoveragePage.name)"] = CoveragePage.html(of: report, in: context)
      }
      return pages
    }
  }

  /// The page that only a presenter may have, with the fonts that it has to itself, by their path below the site.
  ///
  /// No build writes it: it holds the notes.
  package func presenterPages(of outcome: Outcome) throws(MachineError) -> [String: [UInt8]] {
    let model = outcome.briefing
    return try materials.withFonts(materials.context(pictures: outcome.pictures), top: "../") {
      [
        "\(model.slug)/presenter.html": DeckPage.presenterHTML(
          of: outcome.deck, notes: outcome.notes, style: outcome.style, in: $0)
      ]
    }
  }

  /// The page of a handout, which holds the notes too and is only ever printed.
  func handoutPages(of outcome: Outcome) throws(MachineError) -> [String: [UInt8]] {
    let model = outcome.briefing
    return try materials.withFonts(materials.context(pictures: outcome.pictures), top: "../") {
      [
        "\(model.slug)/handout.html": DeckPage.handoutHTML(
          of: outcome.deck, notes: outcome.notes, style: outcome.style, in: $0)
      ]
    }
  }

  /// The files that the report offers beside its page.
  static func downloads(of report: ReportView, site: String?) -> [String: [UInt8]] {
    let slug = report.briefing.slug
    let record = PublicationRecord(report.briefing, site: site)
    let citations = CitationFile.allCases.map {
      ("\(slug)/\($0.rawValue)", Array($0.text(of: record).utf8))
    }
    let data = report.figures.values.map { figure in
      ("\(slug)/\(figure.fileName)", CSVFile.bytes(of: figure.data))
    }
    return Dictionary(citations + data, uniquingKeysWith: { first, _ in first })
  }
}
