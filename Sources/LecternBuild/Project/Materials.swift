import LecternBriefing
import LecternHTML
import LecternSource
import LecternTypography

/// What pages are made of besides briefings: templates, style sheets, script, fonts and labels.
///
/// The built-in files, each replaced by the project's own of the same name; only a theme is read over the built-in one.
struct Materials: Sendable {
  /// The shells of the pages.
  var templates: [PageTemplate.Kind: PageTemplate] = [:]
  /// The labels of every language.
  var labels: LabelLibrary
  /// What the pages look like.
  var theme: Theme
  /// The bytes of every font by the file's name below `fonts/`.
  var fontFiles: [String: [UInt8]]
  /// The site's shared files by their path below the site.
  var assets: [String: [UInt8]] = [:]
  /// The path of the deck's style sheet below the site.
  var deckStyles = ""
  /// The path of the report's style sheet below the site.
  var reportStyles = ""
  /// The path of the deck's script below the site.
  var deckScript = ""

  /// Reads the materials of a project.
  static func read(
    _ folder: String, _ files: FileStore
  ) throws(MachineError) -> (materials: Materials, problems: [LocatedDiagnostic]) {
    var sources = Defaults.files()
    var paths: [String: String] = [:]
    if files.kind(folder) == .folder {
      for name in try files.files(below: folder) where !name.hasPrefix(".") {
        sources[name] = try files.read("\(folder)/\(name)")
        paths[name] = "\(folder)/\(name)"
      }
    }
    func file(_ name: String) -> SourceFile {
      SourceFile(path: paths[name] ?? "templates/\(name)", bytes: sources[name] ?? [])
    }
    var problems: [LocatedDiagnostic] = []
    func keep<Value>(_ diagnosed: Diagnosed<Value>, _ file: SourceFile) -> Value {
      problems += diagnosed.diagnostics.map { LocatedDiagnostic($0, in: file) }
      return diagnosed.value
    }
    let english = file("labels/en.yaml")
    let fallback = keep(Labels.read(english, language: "en", fallback: nil), english)
    var languages = [fallback]
    for name in sources.keys.sorted() where name.hasPrefix("labels/") && name.hasSuffix(".yaml") {
      let language = String(name.dropFirst(7).dropLast(5))
      guard language != "en" else { continue }
      let file = file(name)
      languages.append(keep(Labels.read(file, language: language, fallback: fallback), file))
    }
    let fontFiles = fonts(among: sources)
    let names = Set(fontFiles.keys)
    var theme = ThemeReader(fontFiles: names).read(Defaults.theme).value
    if paths["theme.yaml"] != nil {
      let file = file("theme.yaml")
      theme = keep(ThemeReader(over: theme, fontFiles: names).read(file), file)
    }
    var materials = Materials(
      labels: LabelLibrary(languages, fallback: fallback), theme: theme, fontFiles: fontFiles)
    for kind in PageTemplate.Kind.allCases {
      let file = file("\(kind.rawValue).mustache")
      materials.templates[kind] = keep(PageTemplate.read(file, kind: kind), file)
    }
    materials.addAssets(sources)
    return (materials, problems)
  }

  /// The fonts among files, by name below `fonts/`.
  private static func fonts(among sources: [String: [UInt8]]) -> [String: [UInt8]] {
    var fonts: [String: [UInt8]] = [:]
    for (name, bytes) in sources where name.hasPrefix("fonts/") && Theme.Fonts.isFont(name) {
      fonts[String(name.dropFirst(6))] = bytes
    }
    return fonts
  }

  private mutating func addAssets(_ sources: [String: [UInt8]]) {
    var addresses: [String: String] = [:]
    for (name, bytes) in fontFiles where name.hasSuffix(".woff2") {
      let address = "\(name.dropLast(6))-\(ContentHash.of(bytes)).woff2"
      assets["assets/\(address)"] = bytes
      addresses[name] = address
    }
    let styles = ThemeStyles(theme) { addresses[$0] }.css
    func sheet(_ name: String, after start: String) -> String {
      let own = [sources["base.css"], sources["\(name).css"]].map {
        String(decoding: $0 ?? [], as: UTF8.self)
      }
      return start + "\n" + Self.addressed(own.joined(separator: "\n"), addresses)
    }
    deckStyles = addStyles("deck", sheet("deck", after: styles + SlideClasses.css))
    reportStyles = addStyles("report", sheet("report", after: styles))
    let script = sources["deck.js"] ?? []
    deckScript = "assets/deck-\(ContentHash.of(script)).js"
    assets[deckScript] = script
  }

  /// A style sheet in which fonts are called by their hashed names; the theme's own rules have them already.
  private static func addressed(_ css: String, _ addresses: [String: String]) -> String {
    var text = css
    for (name, address) in addresses.sorted(by: { $0.key < $1.key }) {
      text = text.replacing("url(\"\(name)\")", with: "url(\"\(address)\")")
    }
    return text
  }

  /// Adds a style sheet and returns its path.
  private mutating func addStyles(_ name: String, _ css: String) -> String {
    let bytes = Array(css.utf8)
    let path = "assets/\(name)-\(ContentHash.of(bytes)).css"
    assets[path] = bytes
    return path
  }

  /// What pages one folder below the site's top need to know.
  func context(pictures: PictureCatalogue) -> PageContext {
    PageContext(
      deckStyles: "../\(deckStyles)", reportStyles: "../\(reportStyles)",
      deckScript: "../\(deckScript)", home: "../index.html", templates: templates,
      pictures: pictures)
  }

  /// What the page at the site's top needs to know.
  var topContext: PageContext {
    PageContext(
      deckStyles: deckStyles, reportStyles: reportStyles, deckScript: deckScript,
      home: "index.html", templates: templates)
  }
}
