/// An element that makes a browser fetch a file, and the addresses that it names.
struct LoadingElement {
  /// The addresses that a browser fetches.
  let addresses: [Range<Int>]

  /// The addresses of an element; nil for one that fetches nothing.
  init?(_ name: String, _ attributes: [MarkupReader.Attribute], in bytes: [UInt8]) {
    func text(_ attribute: MarkupReader.Attribute) -> String {
      String(decoding: bytes[attribute.value], as: UTF8.self).lowercased()
    }
    if name == "link" {
      let words = attributes.first { $0.name == "rel" }.map(text) ?? ""
      if words.split(separator: " ").allSatisfy({ Self.harmless.contains(String($0)) }) {
        return nil
      }
    }
    addresses = attributes.filter { Self.names.contains($0.name) }.map(\.value)
    if addresses.isEmpty { return nil }
  }

  /// Whether an element whose name begins with four bytes may fetch something; a space stands for an end.
  static func mayLoad(_ start: UInt32) -> Bool { starts.contains(start) }

  private static let starts = Set(
    [
      "img ", "imag", "scri", "sour", "styl", "link", "ifra", "embe", "obje", "vide", "audi",
      "inpu", "use ", "trac", "base", "fram", "feim",
    ].map { $0.utf8.reduce(UInt32(0)) { $0 << 8 | UInt32($1) } })

  private static let names: Set<String> = [
    "src", "href", "xlink:href", "srcset", "poster", "data", "imagesrcset",
  ]

  /// Links that say something of a page and fetch nothing.
  private static let harmless: Set<String> = [
    "alternate", "author", "canonical", "license", "me", "self",
  ]
}
