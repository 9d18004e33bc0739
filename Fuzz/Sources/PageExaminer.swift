import LecternBuild
import TestSupport

/// Reads a page as strictly as Lectern writes, and says what does not belong there.
///
/// It knows less than a browser: what is not written in the one way in which the writer writes is wrong already.
struct PageExaminer {
  private let elements: Set<String>
  private let attributes: Set<String>
  private let schemes: Set<String>
  private let addresses: Set<String>

  private static let voidElements: Set<String> = [
    "br", "col", "hr", "img", "input", "link", "meta", "wbr",
  ]

  /// Reads what pages may hold from the list that the tests in a browser have.
  init() throws(MachineError) {
    let text = String(
      decoding: try FileStore.disk.read("Tests/Browser/allowed-markup.txt"), as: UTF8.self)
    var lists: [String: Set<String>] = [:]
    for line in text.split(separator: "\n") where !line.hasPrefix("#") {
      let words = line.split(separator: " ").map(String.init)
      lists[String(words[0].dropLast()), default: []].formUnion(words.dropFirst())
    }
    elements = lists["elements"] ?? []
    attributes = lists["attributes"] ?? []
    schemes = lists["schemes"] ?? []
    addresses = lists["addresses"] ?? []
  }

  /// The first thing that is wrong with a page; nil when all is well.
  func problem(in page: [UInt8]) -> String? {
    var open: [String] = []
    var rest = page[...]
    guard rest.starts(with: "<!doctype html>".utf8) else { return "has no document type" }
    rest = rest.dropFirst("<!doctype html>".utf8.count)
    while let start = rest.firstIndex(of: UInt8(ascii: "<")) {
      rest = rest[(start + 1)...]
      guard let end = tagEnd(rest) else { return "ends in a tag" }
      let tag = rest[..<end]
      rest = rest[(end + 1)...]
      if tag.first == UInt8(ascii: "/") {
        let name = Self.text(tag.dropFirst())
        guard open.popLast() == name else { return "closes `\(name)` wrongly" }
        continue
      }
      let name = Self.text(tag.prefix { $0 != UInt8(ascii: " ") && $0 != UInt8(ascii: "/") })
      let isDrawing = name == "svg" || open.contains("svg")
      guard elements.contains(isDrawing ? "svg:\(name)" : name) else {
        return "has the element `\(name.prefix(60))`"
      }
      let written = tag.dropFirst(name.utf8.count)
      if let problem = attributeProblem(written, of: name) { return problem }
      if name == "script" {
        guard let close = rest.firstRange(of: Array("</script>".utf8)) else {
          return "has a script without end"
        }
        let isData = Self.text(tag) == "script type=\"application/ld+json\""
        guard isData || close.lowerBound == rest.startIndex else { return "has a script inside" }
        rest = rest[close.upperBound...]
      } else if tag.last != UInt8(ascii: "/"), !Self.voidElements.contains(name) {
        open.append(name)
      }
    }
    return open.isEmpty ? nil : "never closes `\(open.joined(separator: " "))`"
  }

  private static func text(_ bytes: some Sequence<UInt8>) -> String {
    String(decoding: Array(bytes), as: UTF8.self)
  }

  /// Where a tag's `>` is, seen past quoted values.
  private func tagEnd(_ rest: ArraySlice<UInt8>) -> Int? {
    var isQuoted = false
    for index in rest.indices {
      if rest[index] == UInt8(ascii: "\"") { isQuoted.toggle() }
      if rest[index] == UInt8(ascii: ">"), !isQuoted { return index }
    }
    return nil
  }

  /// What is wrong with the attributes of a tag: each begins with a space, and a value stands in double quotation marks.
  private func attributeProblem(_ written: ArraySlice<UInt8>, of element: String) -> String? {
    var rest = written
    var seen: Set<String> = []
    while rest.first == UInt8(ascii: " ") {
      rest = rest.dropFirst()
      let bytes = rest.prefix { $0 != UInt8(ascii: "=") && $0 != UInt8(ascii: " ") }
      let name = Self.text(bytes)
      rest = rest.dropFirst(bytes.count)
      if name == "/" { continue }
      guard seen.insert(name).inserted else { return "has `\(name)` twice at \(element)" }
      guard attributes.contains(name) || isOwn(name) else {
        return "has the attribute `\(name)` at \(element)"
      }
      guard rest.starts(with: "=\"".utf8) else { continue }
      let value = rest.dropFirst(2).prefix { $0 != UInt8(ascii: "\"") }
      rest = rest.dropFirst(value.count + 3)
      if addresses.contains(name), !isAllowed(Self.text(value), at: element) {
        return "points to `\(Self.text(value.prefix(80)))` at \(element)"
      }
    }
    return rest.isEmpty || rest.elementsEqual("/".utf8)
      ? nil : "has `\(Self.text(rest.prefix(60)))` at \(element)"
  }

  private func isOwn(_ name: String) -> Bool {
    guard name.hasPrefix("aria-") || name.hasPrefix("data-") else { return false }
    return name.utf8.allSatisfy {
      (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x2D
    }
  }

  /// Whether an address leads where it may, read as browsers do before they look for a scheme.
  private func isAllowed(_ value: String, at element: String) -> Bool {
    let cleaned = Words.decoded(value).unicodeScalars
      .filter { !["\t", "\n", "\r"].contains($0) }.drop { $0.value <= 0x20 }
    let scheme = cleaned.prefix {
      $0.isASCII
        && ($0.properties.isAlphabetic || "+-.".unicodeScalars.contains($0)
          || (0x30...0x39).contains($0.value))
    }
    if scheme.first?.properties.isAlphabetic == true, cleaned.dropFirst(scheme.count).first == ":" {
      let name = String(String.UnicodeScalarView(scheme)).lowercased()
      return schemes.contains(name) && (element == "a" || element == "link")
    }
    let slashes = cleaned.prefix(2)
    return slashes.count < 2 || !slashes.allSatisfy { $0 == "/" || $0 == "\\" }
  }
}
