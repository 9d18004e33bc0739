import LecternTypography

/// The fonts of a theme of which each briefing gets the part that it needs: those that are not WOFF2 yet.
struct BriefingFonts: Sendable {
  /// The part that some pages need.
  struct Part: Sendable, Equatable {
    /// The path of the style sheet that names the fonts, below the site.
    var styles: String
    /// The style sheet and the fonts by their path below the site.
    var files: [String: [UInt8]]
  }

  /// Brotli's effort for parts; `docs/decisions/0012-subsets-per-briefing.md` has the measurements.
  private static let effort = 5

  private struct Font: Sendable {
    var role: FontRole
    var name: String
    var file: FontFile
    var characters: Set<Unicode.Scalar>

    /// Whether parts are cut out of it; others are on the site as a whole.
    var isCut: Bool { !Theme.Fonts.isReady(name) }
  }

  private let folder: String
  private let fonts: [Font]
  /// What the style sheets may show on any page.
  private let added: Set<Unicode.Scalar>
  private let hasCapitals: Bool
  private let lines: LineMetrics?
  private let cache = SubsetCache()

  /// Takes the fonts that a theme names from the files of a folder, and what style sheets and scripts may show.
  ///
  /// `lines` is by what its faces are placed in their lines, if not by what their files say.
  init(
    _ theme: Theme.Fonts, files: [String: FontFile], folder: String, lines: LineMetrics?,
    styles: [String]
  ) {
    self.folder = folder
    self.lines = lines
    let named = theme.roles
    guard named.contains(where: { !Theme.Fonts.isReady($0.file) }) else {
      fonts = []
      added = []
      hasCapitals = false
      return
    }
    fonts = named.compactMap { role, name in
      files[name].map { Font(role: role, name: name, file: $0, characters: $0.characters) }
    }
    added = PageCharacters.of(styles: styles)
    hasCapitals = ["text-transform", "small-caps"].contains { word in
      styles.contains { $0.contains(word) }
    }
  }

  /// Whether there is anything that pages have to ask for besides the style sheets that all share.
  var isEmpty: Bool { fonts.isEmpty }

  /// The part that some pages need; nil when they need nothing.
  func part(for pages: [[UInt8]]) throws(MachineError) -> Part? {
    guard !isEmpty else { return nil }
    var characters = PageCharacters.of(pages: pages).union(added)
    if hasCapitals { characters = PageCharacters.withCapitals(characters) }
    var faces: [WebFace] = []
    var files: [String: [UInt8]] = [:]
    for (font, characters) in shares(of: characters) where font.isCut {
      let bytes = try cache.file(.init(file: font.name, characters: characters)) {
        () throws(MachineError) in try file(font, characters)
      }
      let name = font.name.prefix(upTo: font.name.lastIndex(of: ".") ?? font.name.endIndex)
      let address = "\(name)-\(ContentHash.of(bytes)).woff2"
      files["assets/\(address)"] = bytes
      faces.append(WebFace(font.role, address: address, lines: lines))
    }
    guard !faces.isEmpty else { return nil }
    let css = Array(WebFace.css(faces).utf8)
    let styles = "assets/fonts-\(ContentHash.of(css)).css"
    files[styles] = css
    return Part(styles: styles, files: files)
  }

  /// The fonts that draw some of the characters, each with those that may fall to it.
  ///
  /// Every face has its share of all. A fallback has what some face and every fallback before it lack, and the marks and
  /// joiners of the page, since these are drawn with the font of the character that they change.
  private func shares(of all: Set<Unicode.Scalar>) -> [(Font, Set<Unicode.Scalar>)] {
    let joining = all.filter(\.joinsTheOneBefore)
    var lacking: Set<Unicode.Scalar> = []
    for font in fonts where !font.role.isFallback {
      lacking.formUnion(all.subtracting(font.characters))
    }
    lacking.subtract(joining)
    var shares: [(Font, Set<Unicode.Scalar>)] = []
    for font in fonts {
      let own = (font.role.isFallback ? lacking : all).intersection(font.characters)
      if !own.isEmpty { shares.append((font, own.union(joining))) }
      if font.role.isFallback { lacking.subtract(font.characters) }
    }
    return shares
  }

  private func file(
    _ font: Font, _ characters: Set<Unicode.Scalar>
  ) throws(MachineError) -> [UInt8] {
    guard let subset = FontSubset(of: font.file, characters: characters),
      let packed = subset.packed(effort: Self.effort)
    else {
      throw MachineError(
        "cut", "\(folder)/fonts/\(font.name)", "no part can be taken out of this font")
    }
    return packed
  }
}
