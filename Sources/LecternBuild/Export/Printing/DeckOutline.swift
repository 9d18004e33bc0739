import LecternBriefing
import LecternHTML
import LecternViews

/// The outline of a deck: its sections, and below each its slides.
///
/// A browser makes one of all headings, in which every section hangs below the agenda that opens it.
struct DeckOutline {
  private let slides: [DeckSlide]
  /// The place of each slide; nil when the browser's headings are not the page's.
  private let places: [PDFOutline.Entry]?

  /// Finds the slides' places by the headings of the page, which the browser's outline has in the same order.
  init(_ deck: DeckView, page: [UInt8], _ pdf: PDFDocument) {
    slides = deck.slides
    let headings = PageHeading.all(in: page)
    let lines = PDFOutline.lines(of: pdf) ?? []
    if lines.count == headings.count {
      let titles = zip(headings, lines).filter { $0.0.isSlideTitle }.map(\.1)
      places = titles.count == slides.count ? titles.map(Self.wholePage) : nil
    } else if let pages = PDFPages.numbers(of: pdf), pages.count == slides.count {
      places = pages.map {
        Self.wholePage(PDFOutline.Entry(title: "", destination: .array([.reference($0)])))
      }
    } else {
      places = nil
    }
  }

  /// A line that leads to the page of its place, which is then seen from its top to its foot.
  private static func wholePage(_ entry: PDFOutline.Entry) -> PDFOutline.Entry {
    guard let page = entry.destination.elements?.first else { return entry }
    var entry = entry
    entry.destination = .array([page, .name("Fit")])
    return entry
  }

  /// The lines of the outline; nil when the slides' places are not known.
  var entries: [PDFOutline.Entry]? {
    guard let places else { return nil }
    var result: [PDFOutline.Entry] = []
    var section: String?
    for (slide, place) in zip(slides, places) {
      var entry = place
      entry.title = slide.title.plainText
      guard let name = slide.section else {
        section = nil
        result.append(entry)
        continue
      }
      let opens = [.agenda, .section].contains(slide.layout)
      if section != name || opens {
        section = name
        var line = entry
        line.title = name
        result.append(line)
        // The slide that only opens the section is the section's own line.
        if opens { continue }
      }
      // Parts of a slide that goes on are one line.
      if !slide.isContinued { result[result.count - 1].entries.append(entry) }
    }
    return result
  }
}
