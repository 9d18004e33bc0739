/// The outline of a PDF, which readers show beside its pages.
struct PDFOutline {
  /// One line of it.
  struct Entry: Equatable {
    /// What it says.
    var title: String
    /// The place that it leads to.
    var destination: PDFValue
    /// The element of the tag tree that it stands for, if that is known.
    var element: PDFValue?
    /// The lines below it.
    var entries: [Entry] = []
  }

  /// How many objects one chain of lines may have: more are a circle.
  private static let most = 200_000

  /// The lines of a document in the order in which they are read, each without those below it; nil when the chain is
  /// broken.
  static func lines(of document: PDFDocument) -> [Entry]? {
    guard let root = document.number(of: "Root").flatMap(document.object)?.entries else {
      return nil
    }
    guard let outline = root["Outlines"]?.target else { return [] }
    var lines: [Entry] = []
    var pending = [document.object(outline)?.entries?["First"]?.target].compactMap { $0 }
    while let number = pending.popLast() {
      guard lines.count < most, let item = document.object(number)?.entries,
        let destination = item["Dest"]
      else { return nil }
      let title = item["Title"]?.text ?? ""
      lines.append(Entry(title: title, destination: destination, element: item["SE"]))
      // What is below a line is read before what is after it.
      pending += [item["Next"], item["First"]].compactMap { $0?.target }
    }
    return lines
  }

  /// Puts an outline in the place of the one that a document has.
  static func write(_ entries: [Entry], to document: inout PDFDocument) {
    guard let root = document.number(of: "Root"), var catalog = document.object(root)?.entries
    else { return }
    removeOld(catalog, from: &document)
    guard !entries.isEmpty else {
      catalog["Outlines"] = nil
      return document.set(root, .dictionary(catalog))
    }
    let outline = document.add(.dictionary([:]))
    let (first, last) = write(entries, below: outline, to: &document)
    document.set(
      outline,
      .dictionary([
        "Type": .name("Outlines"), "First": first, "Last": last, "Count": .number(entries.count),
      ]))
    catalog["Outlines"] = .reference(outline)
    document.set(root, .dictionary(catalog))
  }

  /// Writes the lines of one level, and returns the first and the last.
  private static func write(
    _ entries: [Entry], below parent: Int, to document: inout PDFDocument
  ) -> (first: PDFValue, last: PDFValue) {
    let numbers = entries.map { _ in document.add(.dictionary([:])) }
    for (index, entry) in entries.enumerated() {
      var item: [String: PDFValue] = [
        "Title": .text(entry.title), "Parent": .reference(parent), "Dest": entry.destination,
      ]
      item["SE"] = entry.element
      if index > 0 { item["Prev"] = .reference(numbers[index - 1]) }
      if index + 1 < numbers.count { item["Next"] = .reference(numbers[index + 1]) }
      if !entry.entries.isEmpty {
        let (first, last) = write(entry.entries, below: numbers[index], to: &document)
        item["First"] = first
        item["Last"] = last
        // Negative: closed until a reader opens it.
        item["Count"] = .number(-entry.entries.count)
      }
      document.set(numbers[index], .dictionary(item))
    }
    return (.reference(numbers[0]), .reference(numbers[numbers.count - 1]))
  }

  private static func removeOld(_ catalog: [String: PDFValue], from document: inout PDFDocument) {
    guard let outline = catalog["Outlines"]?.target else { return }
    var pending = [outline]
    var seen: Set<Int> = []
    while let number = pending.popLast() {
      guard seen.insert(number).inserted, let item = document.object(number)?.entries else {
        continue
      }
      document.remove(number)
      pending += [item["Next"], item["First"]].compactMap { $0?.target }
    }
  }
}
