/// The links of a PDF: a browser leaves out what they lead to, which those who listen need.
enum PDFLinks {
  /// Gives every link a description: its address, or the heading at or before the place that it leads to.
  static func describe(in document: inout PDFDocument) {
    guard let pages = PDFPages.numbers(of: document) else { return }
    let lines = PDFOutline.lines(of: document) ?? []
    let titles = Titles(pages: pages, lines: lines, document)
    for page in pages {
      for case .reference(let number) in document.object(page)?.entries?["Annots"]?.elements ?? [] {
        guard var link = document.object(number)?.entries, link["Subtype"] == .name("Link"),
          link["Contents"] == nil,
          let text = link["A"]?.entries?["URI"]?.text ?? titles.title(at: link["Dest"])
        else { continue }
        link["Contents"] = .text(text)
        document.set(number, .dictionary(link))
      }
    }
  }

  /// The headings by their places.
  private struct Titles {
    let order: [Int: Int]
    let named: [String: PDFValue]
    /// For each page the last heading on it or before it.
    var ofPage: [String?]

    init(pages: [Int], lines: [PDFOutline.Entry], _ document: PDFDocument) {
      order = Dictionary(uniqueKeysWithValues: zip(pages, pages.indices))
      let root = document.number(of: "Root").flatMap(document.object)?.entries
      named = root?["Dests"]?.target.flatMap(document.object)?.entries ?? [:]
      ofPage = Array(repeating: nil, count: pages.count)
      for line in lines {
        guard let page = line.destination.elements?.first?.target.flatMap({ order[$0] }) else {
          continue
        }
        ofPage[page] = ofPage[page] ?? line.title
      }
      for page in ofPage.indices.dropFirst() { ofPage[page] = ofPage[page] ?? ofPage[page - 1] }
    }

    /// The heading for a place, which is named or is the place itself.
    func title(at destination: PDFValue?) -> String? {
      var place = destination
      if case .name(let name)? = destination { place = named[name] }
      return place?.elements?.first?.target.flatMap { order[$0] }.flatMap { ofPage[$0] }
    }
  }
}
