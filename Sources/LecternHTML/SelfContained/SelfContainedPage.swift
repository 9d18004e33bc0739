/// Makes one file of a finished page and of all that it asks for.
///
/// Works on the markup that templates and our own writer have made, so that a project's own templates need not know of it:
/// style sheets come to stand where they were linked, the script at the end of the body (one inside a page cannot be
/// deferred), pictures and files become addresses that are their content. Nothing else can be asked for, which the page's
/// Content-Security-Policy then says.
public struct SelfContainedPage {
  /// What the file is for.
  public enum Use: Sendable {
    /// To be opened in a browser.
    case screen
    /// To be printed: without scripts, dialogs and templates, which paper does not need, and without files, which it
    /// cannot hold.
    case paper
  }
  let use: Use
  /// The file that an address on the page stands for, if it is there.
  let file: (_ address: String) -> EmbeddedFile?
  /// The SHA-256 of some bytes.
  let digest: ([UInt8]) -> [UInt8]

  /// A style sheet besides those that the page links.
  var styles: String?
  /// A style sheet that each drawing takes into itself.
  var drawingStyles: String?

  /// Makes a maker of pages; `styles` come after those that the page links.
  public init(
    for use: Use, styles: String? = nil, drawingStyles: String? = nil,
    file: @escaping (_ address: String) -> EmbeddedFile?,
    digest: @escaping ([UInt8]) -> [UInt8]
  ) {
    self.use = use
    self.styles = styles
    self.drawingStyles = drawingStyles
    self.file = file
    self.digest = digest
  }

  /// The page as one file.
  public func html(of page: [UInt8]) -> [UInt8] {
    var pieces = PagePieces(page: page)
    for token in PageToken.all(in: page) { take(token, &pieces) }
    return pieces.joined(digest: digest)
  }

  private func take(_ token: PageToken, _ pieces: inout PagePieces) {
    switch (token.name, token.isEnd) {
    case ("!doctype", _), ("html", false), ("head", false): pieces.beginHead(after: token)
    case ("meta", false) where token["http-equiv"]?.value.lowercased() == Self.policyName:
      pieces.placePolicy(for: token)
    case ("link", false): takeLink(token, &pieces)
    case ("script", false) where token["src"] != nil: takeScript(token, &pieces)
    case ("script", true): pieces.endScript(token)
    case ("template", _) where use == .screen: pieces.countTemplate(token)
    case ("template", _) where use == .paper, ("dialog", _) where use == .paper: pieces.drop(token)
    case ("img", false): takePicture(token, &pieces)
    case ("a", false): takeAnchor(token, &pieces)
    case ("a", true): pieces.endAnchor(token)
    case ("nav", false): pieces.beginNavigation(token)
    case ("nav", true): pieces.endNavigation(token)
    case ("head", true):
      if let styles { pieces.addStyle(styles, at: token.range.lowerBound) }
    case ("svg", false):
      if let drawingStyles { pieces.addStyle(drawingStyles, at: token.range.upperBound) }
    case ("body", true): pieces.endBody(before: token)
    default: break
    }
  }

  static let policyName = "content-security-policy"

  /// Links that say something about the page and never make a browser fetch anything.
  private static let quietLinks: Set<String> = [
    "alternate", "author", "canonical", "license", "me",
  ]

  private func takeLink(_ token: PageToken, _ pieces: inout PagePieces) {
    let address = token["href"]?.value ?? ""
    let relations = (token["rel"]?.value.lowercased() ?? "").split { $0.isWhitespace }
    if relations.contains("stylesheet"), let sheet = file(address) {
      let text = InlineText.style(withFonts(sheet.bytes, of: address))
      pieces.replaceLine(of: token, byStyle: text, media: token["media"]?.value)
    } else if !Self.hasScheme(address)
      || !relations.allSatisfy({ Self.quietLinks.contains(String($0)) })
    {
      pieces.replaceLine(of: token)
    }
  }

  /// A style sheet in which the fonts are their own addresses.
  private func withFonts(_ css: [UInt8], of address: String) -> [UInt8] {
    let folder = address.lastIndex(of: "/").map { address[...$0] } ?? ""
    let opening = Array("url(\"".utf8)
    var result: [UInt8] = []
    var copied = 0
    var at = 0
    while let found = css[at...].firstIndex(of: UInt8(ascii: "u")) {
      at = found + 1
      guard css[found...].starts(with: opening) else { continue }
      let start = found + opening.count
      guard let end = css[start...].firstIndex(of: UInt8(ascii: "\"")) else { break }
      at = end
      let name = String(decoding: css[start..<end], as: UTF8.self)
      guard let font = file(folder + name) else { continue }
      result += css[copied..<start]
      result += font.address
      copied = end
    }
    return result + css[copied...]
  }

  private func takeScript(_ token: PageToken, _ pieces: inout PagePieces) {
    let script = use == .screen ? file(token["src"]?.value ?? "") : nil
    pieces.moveScript(
      token, text: script.map { InlineText.script($0.bytes) }, type: token["type"]?.value)
  }

  private func takePicture(_ token: PageToken, _ pieces: inout PagePieces) {
    if let candidates = token["srcset"] { pieces.replace(candidates.whole, by: []) }
    guard let source = token["src"], !source.value.hasPrefix("data:") else { return }
    if let picture = file(source.value) {
      pieces.replace(source.range, by: picture.address)
    } else {
      // Its alternative text is shown.
      pieces.replace(source.whole, by: [])
    }
  }

  private func takeAnchor(_ token: PageToken, _ pieces: inout PagePieces) {
    guard let target = token["href"] else { return pieces.beginAnchor(token, .stays) }
    if ["#", "?"].contains(target.value.prefix(1)) || Self.hasScheme(target.value) {
      // The top of a printed document is no place, and would be written as the address of our own file.
      let isTop = ["#", "#top"].contains(target.value)
      return pieces.beginAnchor(token, use == .paper && isTop ? .goes : .stays)
    }
    let address = target.value.prefix { $0 != "#" && $0 != "?" }
    guard use == .screen, let found = file(String(address)) else {
      return pieces.beginAnchor(token, .goes)
    }
    pieces.replace(target.range, by: found.address)
    if token["download"] == nil {
      var attribute = HTMLWriter()
      attribute.attributes([("download", found.name)])
      pieces.replace(target.whole.upperBound..<target.whole.upperBound, by: attribute.bytes)
    }
    pieces.beginAnchor(token, .stays)
  }

  /// Whether an address says how it is fetched, and so leads away from the page's own folder.
  private static func hasScheme(_ address: String) -> Bool {
    guard let colon = address.firstIndex(of: ":"), let first = address.first, first.isLetter else {
      return false
    }
    return address[..<colon].allSatisfy {
      $0.isASCII && ($0.isLetter || $0.isNumber || "+-.".contains($0))
    }
  }
}
