/// The pages of a PDF in their order.
enum PDFPages {
  /// The objects of the pages; nil when the tree of pages is broken.
  static func numbers(of document: PDFDocument) -> [Int]? {
    guard let root = document.number(of: "Root").flatMap(document.object)?.entries,
      let top = root["Pages"]?.target
    else { return nil }
    var pages: [Int] = []
    var pending = [top]
    var seen: Set<Int> = []
    while let number = pending.popLast() {
      guard seen.insert(number).inserted, let node = document.object(number)?.entries else {
        return nil
      }
      if let kids = node["Kids"]?.elements {
        pending += kids.reversed().compactMap(\.target)
      } else {
        pages.append(number)
      }
    }
    return pages
  }
}
