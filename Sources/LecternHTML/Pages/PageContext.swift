import LecternBriefing

/// What a page needs to know of the site that it stands in.
public struct PageContext: Sendable {
  /// The address of the deck's style sheet.
  public var deckStyles: String
  /// The address of the report's style sheet.
  public var reportStyles: String
  /// The address of the style sheet for the fonts that these pages have to themselves; nil when they have none.
  public var fontStyles: String?
  /// The address of the deck's script.
  public var deckScript: String
  /// What the presenter's window loads besides.
  public var presenter: Presenter
  /// The address of the report's script.
  public var reportScript: String
  /// The address of the list of briefings.
  public var home: String
  /// The address of the site without a slash at its end, when it is known.
  public var site: String?
  /// The shells of the pages.
  public var templates: [PageTemplate.Kind: PageTemplate]
  /// Where pictures and files are.
  public var pictures: PictureCatalogue

  /// The addresses of what only a presenter's window loads.
  public struct Presenter: Sendable {
    /// The address of its style sheet.
    public var styles: String
    /// The address of its script.
    public var script: String

    /// Names both.
    public init(styles: String, script: String) {
      self.styles = styles
      self.script = script
    }
  }

  /// Makes a context.
  public init(
    deckStyles: String, reportStyles: String, deckScript: String, presenter: Presenter,
    reportScript: String, home: String, site: String?,
    templates: [PageTemplate.Kind: PageTemplate], pictures: PictureCatalogue = .init()
  ) {
    self.deckStyles = deckStyles
    self.reportStyles = reportStyles
    self.deckScript = deckScript
    self.presenter = presenter
    self.reportScript = reportScript
    self.home = home
    self.site = site
    self.templates = templates
    self.pictures = pictures
  }

  /// What every page forbids: all requests but those to its own files, and whatever could run.
  static let policy =
    "default-src 'none'; style-src 'self'; script-src 'self'; font-src 'self'; img-src 'self'; "
    + "base-uri 'none'; form-action 'none'"

  /// The element that asks for the style sheet of fonts, with a line end; nothing when there is none.
  private var fontLink: HTMLWriter {
    var html = HTMLWriter()
    guard let fontStyles else { return html }
    html.empty("link", [("rel", "stylesheet"), ("href", fontStyles)])
    html.line()
    return html
  }

  /// A page by its template.
  ///
  /// - Parameters:
  ///   - kind: which page.
  ///   - values: texts by their names, which the template escapes.
  ///   - parts: markup by its names.
  ///   - large: markup that is written into the page itself, by its names.
  /// - Returns: the page in UTF-8.
  func page(
    _ kind: PageTemplate.Kind, _ values: [String: String], parts: [String: HTMLWriter],
    large: [String: PagePart] = [:]
  ) -> [UInt8] {
    guard let template = templates[kind] else {
      preconditionFailure("a site has a template for every kind of page")
    }
    let parts = parts.merging(["fontStyles": fontLink]) { own, _ in own }
    return template.page(
      values, PageParts(parts.mapValues(PagePart.init).merging(large) { _, large in large }))
  }
}
