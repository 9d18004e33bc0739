import LecternBriefing

/// What a page needs to know of the site that it stands in.
public struct PageContext: Sendable {
  /// The address of the deck's style sheet.
  public var deckStyles: String
  /// The address of the report's style sheet.
  public var reportStyles: String
  /// The address of the deck's script.
  public var deckScript: String
  /// The address of the list of briefings.
  public var home: String
  /// The shells of the pages.
  public var templates: [PageTemplate.Kind: PageTemplate]
  /// Where pictures and files are.
  public var pictures: PictureCatalogue

  /// Makes a context.
  public init(
    deckStyles: String, reportStyles: String, deckScript: String, home: String,
    templates: [PageTemplate.Kind: PageTemplate], pictures: PictureCatalogue = .init()
  ) {
    self.deckStyles = deckStyles
    self.reportStyles = reportStyles
    self.deckScript = deckScript
    self.home = home
    self.templates = templates
    self.pictures = pictures
  }

  /// What every page forbids: all requests but those to its own files, and whatever could run.
  static let policy =
    "default-src 'none'; style-src 'self'; script-src 'self'; font-src 'self'; img-src 'self'; "
    + "base-uri 'none'; form-action 'none'"

  func page(_ kind: PageTemplate.Kind, _ values: [String: String]) -> [UInt8] {
    guard let template = templates[kind] else {
      preconditionFailure("a site has a template for every kind of page")
    }
    return template.page(values)
  }
}

/// Languages that are written from right to left.
enum Direction {
  static func of(_ language: String) -> String {
    let main = language.lowercased().prefix { $0 != "-" }
    return ["ar", "he", "fa", "ur", "yi", "ps", "dv", "ug", "sd", "ckb"].contains(main)
      ? "rtl" : "ltr"
  }
}

extension HTMLWriter {
  /// What has been written, as a value for a template.
  var string: String { String(decoding: bytes, as: UTF8.self) }
}
