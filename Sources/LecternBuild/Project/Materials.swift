import LecternBriefing
import LecternHTML
import LecternSource

/// What pages are made of besides briefings: templates, style sheets, script, fonts and labels.
///
/// The built-in files, each replaced by the project's own of the same name.
struct Materials: Sendable {
  /// The shells of the pages.
  var templates: [PageTemplate.Kind: PageTemplate] = [:]
  /// The labels of every language.
  var labels: LabelLibrary
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
    var materials = Materials(labels: LabelLibrary(languages, fallback: fallback))
    for kind in PageTemplate.Kind.allCases {
      let file = file("\(kind.rawValue).mustache")
      materials.templates[kind] = keep(PageTemplate.read(file, kind: kind), file)
    }
    materials.addAssets(sources)
    return (materials, problems)
  }

  private mutating func addAssets(_ sources: [String: [UInt8]]) {
    var fonts: [(name: String, hashed: String)] = []
    for (name, bytes) in sources where name.hasPrefix("fonts/") && name.hasSuffix(".woff2") {
      let stem = name.dropFirst(6).dropLast(6)
      let hashed = "\(stem)-\(ContentHash.of(bytes)).woff2"
      assets["assets/\(hashed)"] = bytes
      fonts.append(("\(stem).woff2", hashed))
    }
    let base = sources["base.css"] ?? []
    deckStyles = addStyles("deck", base + [0x0A] + (sources["deck.css"] ?? []), fonts)
    reportStyles = addStyles("report", base + [0x0A] + (sources["report.css"] ?? []), fonts)
    let script = sources["deck.js"] ?? []
    deckScript = "assets/deck-\(ContentHash.of(script)).js"
    assets[deckScript] = script
  }

  /// Adds a style sheet in which fonts are called by their hashed names.
  private mutating func addStyles(
    _ name: String, _ css: [UInt8], _ fonts: [(name: String, hashed: String)]
  ) -> String {
    var text = String(decoding: css, as: UTF8.self)
    for font in fonts.sorted(by: { $0.name < $1.name }) {
      text = text.replacing("url(\"\(font.name)\")", with: "url(\"\(font.hashed)\")")
    }
    let bytes = Array(text.utf8)
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
