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
  /// The theme's fonts, ready to be measured.
  var fonts: FontSet
  /// The metrics that place all faces in their lines; nil for those of each face's own file.
  var lines: LineMetrics?
  /// Those of them of which each briefing gets its part.
  var briefingFonts: BriefingFonts
  /// The site's shared files by their path below the site.
  var assets: [String: [UInt8]] = [:]
  /// What a handout's page has besides the deck's style sheet.
  var handoutStyles = ""
  /// Fonts for printing, by the path of the site's own that each stands for.
  var paperFonts: [String: [UInt8]] = [:]
  /// The path of the deck's style sheet below the site.
  var deckStyles = ""
  /// The path of the report's style sheet below the site.
  var reportStyles = ""
  /// The path of the deck's script below the site.
  var deckScript = ""
  /// The path of the report's script below the site.
  var reportScript = ""
  /// The address of the site without a slash at its end, when it is known.
  var site: String?
  /// The paths of what the presenter's window loads besides.
  var presenterStyles = ""
  var presenterScript = ""

  /// The files that become the style sheet of each document, in order.
  private static let sheets = [
    "deck": ["base.css", "deck.css", "deck-overlays.css"],
    "report": ["base.css", "report.css", "report-print.css"],
    "presenter": ["presenter.css"],
  ]
  /// The files that become the deck's script, in order.
  private static let scripts = ["deck.js", "deck-overlays.js", "deck-windows.js"]

  /// All of them, and what reports and the presenter's window run, each once.
  private static let texts =
    Set(sheets.values.joined()).sorted() + scripts + ["presenter.js", "report.js"]

  /// Reads the materials of a project.
  static func read(
    _ folder: String, _ files: FileStore
  ) throws(MachineError) -> (materials: Materials, problems: [LocatedDiagnostic]) {
    let defaults = Defaults.files()
    var sources = defaults
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
    var unread: [String: @Sendable () -> Labels] = [:]
    for name in sources.keys.sorted() where name.hasPrefix("labels/") && name.hasSuffix(".yaml") {
      let language = String(name.dropFirst(7).dropLast(5))
      guard language != "en" else { continue }
      let file = file(name)
      if paths[name] == nil {
        // A built-in file has no problems to report.
        unread[language] = { Labels.read(file, language: language, fallback: fallback).value }
      } else {
        languages.append(keep(Labels.read(file, language: language, fallback: fallback), file))
      }
    }
    let fontBytes = fontBytes(among: sources)
    let names = Set(fontBytes.keys)
    let paper = plainFonts(of: fontBytes, defaults)
    // What is plain already measures the same and need not be unpacked.
    let fontFiles = fontBytes.merging(paper) { $1 }.compactMapValues(FontFile.init)
    var theme = ThemeReader(fontFiles: names).read(
      SourceFile(path: "templates/theme.yaml", bytes: defaults["theme.yaml"] ?? [])
    ).value
    if paths["theme.yaml"] != nil {
      let file = file("theme.yaml")
      let broken = names.filter {
        paths["fonts/\($0)"] != nil && fontFiles[$0]?.characters.isEmpty != false
      }
      let reader = ThemeReader(over: theme, fontFiles: names, brokenFonts: broken)
      theme = keep(reader.read(file), file)
    }
    let styles = Self.texts.map {
      String(decoding: sources[$0] ?? [], as: UTF8.self)
    }
    let fonts = FontSet(theme.fonts, files: fontFiles)
    let lines = LineMetrics.shared(by: fonts)
    var materials = Materials(
      labels: LabelLibrary(languages, unread: unread, fallback: fallback), theme: theme,
      fonts: fonts, lines: lines,
      briefingFonts: BriefingFonts(
        theme.fonts, files: fontFiles, folder: folder, lines: lines, styles: styles))
    for kind in PageTemplate.Kind.allCases {
      let file = file("\(kind.rawValue).mustache")
      let template = keep(PageTemplate.read(file, kind: kind), file)
      materials.templates[kind] = template
      if !materials.briefingFonts.isEmpty, template?.linksFonts == false {
        problems.append(LocatedDiagnostic(.templateWithoutFonts, in: file))
      }
    }
    materials.addAssets(sources, fontBytes, paper, own: Set(paths.keys))
    materials.handoutStyles = String(decoding: sources["handout.css"] ?? [], as: UTF8.self)
    return (materials, problems)
  }

  /// The fonts among files, by name below `fonts/`.
  private static func fontBytes(among sources: [String: [UInt8]]) -> [String: [UInt8]] {
    var fonts: [String: [UInt8]] = [:]
    for (name, bytes) in sources where name.hasPrefix("fonts/") && Theme.Fonts.isFont(name) {
      fonts[String(name.dropFirst(6))] = bytes
    }
    return fonts
  }

  /// The same fonts as plain TrueType, as far as they are built in.
  private static func plainFonts(
    of fontBytes: [String: [UInt8]], _ defaults: [String: [UInt8]]
  ) -> [String: [UInt8]] {
    var fonts: [String: [UInt8]] = [:]
    for (name, bytes) in fontBytes where defaults["fonts/\(name)"] == bytes {
      fonts[name] = Defaults.paperFont(name)
    }
    return fonts
  }

  /// Adds style sheets, script and fonts: the project's own, and of the built-in ones those that something asks for.
  private mutating func addAssets(
    _ sources: [String: [UInt8]], _ fontBytes: [String: [UInt8]], _ paper: [String: [UInt8]],
    own: Set<String>
  ) {
    let named = Set(theme.fonts.roles.map(\.file))
    let called = Set(Self.texts.flatMap { StyleSheetCalls(sources[$0] ?? []).names })
    var addresses: [String: String] = [:]
    for (name, bytes) in fontBytes where Theme.Fonts.isReady(name) {
      guard
        named.contains(name) || own.contains("fonts/\(name)") || called.contains(name)
      else { continue }
      let address = "\(name.dropLast(6))-\(ContentHash.of(bytes)).woff2"
      assets["assets/\(address)"] = bytes
      addresses[name] = address
      // Chromium prints no other as text.
      paperFonts["assets/\(address)"] = paper[name]
    }
    let styles = ThemeStyles(theme, lines: lines) { addresses[$0] }
    // The theme's own rules have the hashed names already.
    func sheet(_ name: String, after start: String) -> [UInt8] {
      let own = Array((Self.sheets[name] ?? []).map { sources[$0] ?? [] }.joined(separator: [0x0A]))
      return Array(start.utf8) + [0x0A] + StyleSheetCalls(own).replaced(by: addresses)
    }
    deckStyles = addStyles("deck", sheet("deck", after: styles.css + styles.deckCSS))
    reportStyles = addStyles("report", sheet("report", after: styles.css))
    let script = Array(Self.scripts.map { sources[$0] ?? [] }.joined(separator: [0x0A]))
    deckScript = addScript("deck", script)
    reportScript = addScript("report", sources["report.js"] ?? [])
    presenterStyles = addStyles("presenter", sheet("presenter", after: ""))
    presenterScript = addScript("presenter", sources["presenter.js"] ?? [])
  }

  /// Adds a script and returns its path.
  private mutating func addScript(_ name: String, _ bytes: [UInt8]) -> String {
    let path = "assets/\(name)-\(ContentHash.of(bytes)).js"
    assets[path] = bytes
    return path
  }

  /// Adds a style sheet and returns its path.
  private mutating func addStyles(_ name: String, _ bytes: [UInt8]) -> String {
    let path = "assets/\(name)-\(ContentHash.of(bytes)).css"
    assets[path] = bytes
    return path
  }

  /// Pages with the fonts that they have to themselves, by their path below the site.
  ///
  /// They are written twice when there are such fonts: the fonts depend on what the pages say, and the pages name them.
  /// `top` leads from the pages to the site's top.
  func withFonts(
    _ context: PageContext, top: String, _ pages: (PageContext) -> [String: [UInt8]]
  ) throws(MachineError) -> [String: [UInt8]] {
    let plain = pages(context)
    guard let part = try briefingFonts.part(for: Array(plain.values)) else { return plain }
    var context = context
    context.fontStyles = top + part.styles
    return pages(context).merging(part.files) { page, _ in page }
  }

  /// What pages one folder below the site's top need to know.
  func context(pictures: PictureCatalogue) -> PageContext {
    PageContext(
      deckStyles: "../\(deckStyles)", reportStyles: "../\(reportStyles)",
      deckScript: "../\(deckScript)",
      presenter: .init(styles: "../\(presenterStyles)", script: "../\(presenterScript)"),
      reportScript: "../\(reportScript)", home: "../index.html", site: site,
      templates: templates, pictures: pictures)
  }

  /// What the page at the site's top needs to know.
  var topContext: PageContext {
    PageContext(
      deckStyles: deckStyles, reportStyles: reportStyles, deckScript: deckScript,
      presenter: .init(styles: presenterStyles, script: presenterScript),
      reportScript: reportScript, home: "index.html", site: site, templates: templates)
  }
}

extension Diagnostic.Code {
  static let templateWithoutFonts = Self(
    "template-without-fonts", .warning,
    summary:
      "The theme names fonts in TrueType or OpenType, and a page template does not link them.",
    remedy: "Write `{{{fontStyles}}}` before the style sheet, in the template's `head`.")
}

extension Diagnostic {
  fileprivate static var templateWithoutFonts: Self {
    Self(
      .templateWithoutFonts, "the template does not link the fonts of the theme", at: .at(0),
      help: "write `{{{fontStyles}}}` before the style sheet, in `head`")
  }
}
