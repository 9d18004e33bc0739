/// A page in the making: the ranges of the old one that are replaced, and by what.
///
/// Replacements are made in the order of the page and never overlap, except that a whole navigation may go with what was
/// replaced in it.
struct PagePieces {
  /// What becomes of a link.
  enum Anchor {
    /// It leads somewhere.
    case stays
    /// It leads nowhere from a single file; its words stay, unless it is navigation.
    case goes
  }

  private let page: [UInt8]
  private var changes: [(range: Range<Int>, bytes: [UInt8])] = []
  private var styles: [[UInt8]] = []
  /// The scripts that come at the end, and those that stay in their template.
  private var scripts: [(text: [UInt8], type: String?)] = []
  private var keptScripts: [(text: [UInt8], type: String?)] = []
  /// Where the policy stands, as the index of a change; nil while the page has none.
  private var policyChange: Int?
  private var headStart = 0
  private var bodyEnd: Int?
  private var script: (start: PageToken, text: [UInt8]?)?
  /// In how many templates the page is; what stands in one is not there yet.
  private var templates = 0
  /// An element that goes as a whole: its name, where it begins, and how many of its name are open.
  private var dropped: (name: String, start: Int, depth: Int)?
  /// The link in which the page is.
  private var anchor: (token: PageToken, Anchor)?
  private var navigation: (start: Int, firstChange: Int, kept: Int, left: Int)?

  init(page: [UInt8]) {
    self.page = page
  }

  /// Puts other bytes in the place of some of the page's.
  mutating func replace(_ range: Range<Int>, by bytes: [UInt8]) { changes.append((range, bytes)) }

  // MARK: Head

  mutating func beginHead(after token: PageToken) { headStart = token.range.upperBound }

  /// Lets the page's own policy stand in the place of a tag.
  mutating func placePolicy(for token: PageToken) {
    if policyChange == nil { policyChange = changes.count }
    replace(token.range, by: [])
  }

  /// Puts a style sheet in the place of a tag, or nothing; then its line goes too.
  mutating func replaceLine(of token: PageToken, byStyle text: [UInt8]? = nil, media: String? = nil)
  {
    guard let text else {
      let isLine = page[token.range.upperBound...].first == 0x0A
      return replace(token.range.lowerBound..<token.range.upperBound + (isLine ? 1 : 0), by: [])
    }
    styles.append(text)
    var html = HTMLWriter()
    html.open("style", [("media", media)])
    html.raw(text)
    html.close("style")
    replace(token.range, by: html.bytes)
  }

  /// Adds a style sheet that no file holds.
  mutating func addStyle(_ text: String, at place: Int) {
    let text = InlineText.style(Array(text.utf8))
    if !styles.contains(text) { styles.append(text) }
    var html = HTMLWriter()
    html.open("style")
    html.raw(text)
    html.close("style")
    html.line()
    replace(place..<place, by: html.bytes)
  }

  // MARK: Scripts

  /// Takes a script out of its place; its text, if there is any, comes at the end, unless it stands in a template.
  mutating func moveScript(_ token: PageToken, text: [UInt8]?, type: String?) {
    script = (token, text)
    guard let text else { return }
    if templates == 0 { scripts.append((text, type)) } else { keptScripts.append((text, type)) }
  }

  mutating func endScript(_ token: PageToken) {
    guard let (start, text) = script else { return }
    script = nil
    if templates > 0, let text {
      return replace(
        start.range.lowerBound..<token.range.upperBound,
        by: Self.element(text, type: start["type"]?.value))
    }
    let isLine = page[token.range.upperBound...].first == 0x0A
    replace(start.range.lowerBound..<token.range.upperBound + (isLine ? 1 : 0), by: [])
  }

  mutating func countTemplate(_ token: PageToken) {
    templates = max(0, templates + (token.isEnd ? -1 : 1))
  }

  private static func element(_ script: [UInt8], type: String?) -> [UInt8] {
    var html = HTMLWriter()
    html.open("script", [("type", type)])
    html.raw(script)
    html.close("script")
    return html.bytes
  }

  // MARK: Elements

  /// Leaves out an element with all that it holds, which may be more elements of its name.
  mutating func drop(_ token: PageToken) {
    guard let open = dropped else {
      if !token.isEnd { dropped = (token.name, token.range.lowerBound, 1) }
      return
    }
    guard open.name == token.name else { return }
    dropped?.depth += token.isEnd ? -1 : 1
    guard token.isEnd, open.depth == 1 else { return }
    dropped = nil
    let isLine = page[token.range.upperBound...].first == 0x0A
    replace(open.start..<token.range.upperBound + (isLine ? 1 : 0), by: [])
  }

  mutating func endBody(before token: PageToken) { bodyEnd = bodyEnd ?? token.range.lowerBound }

  // MARK: Links

  mutating func beginAnchor(_ token: PageToken, _ fate: Anchor) {
    anchor = (token, fate)
    switch fate {
    case .stays: navigation?.kept += 1
    case .goes:
      navigation?.left += 1
      if navigation == nil { replace(token.range, by: []) }
    }
  }

  mutating func endAnchor(_ token: PageToken) {
    guard let (start, fate) = anchor else { return }
    anchor = nil
    guard fate == .goes else { return }
    let isNavigation = navigation != nil
    replace(
      isNavigation ? start.range.lowerBound..<token.range.upperBound : token.range, by: [])
  }

  mutating func beginNavigation(_ token: PageToken) {
    navigation = (token.range.lowerBound, changes.count, 0, 0)
  }

  /// Ends a navigation, which goes as a whole when all its links have gone.
  mutating func endNavigation(_ token: PageToken) {
    guard let (start, firstChange, kept, left) = navigation else { return }
    navigation = nil
    guard kept == 0, left > 0 else { return }
    changes.removeSubrange(firstChange...)
    let isLine = page[token.range.upperBound...].first == 0x0A
    replace(start..<token.range.upperBound + (isLine ? 1 : 0), by: [])
  }

  // MARK: The whole

  /// The new page, its policy made of the hashes of what it holds.
  func joined(digest: ([UInt8]) -> [UInt8]) -> [UInt8] {
    var changes = changes
    if let policyChange {
      changes[policyChange].bytes = policy(digest)
    } else {
      changes.append((headStart..<headStart, policy(digest)))
    }
    let end = bodyEnd ?? page.count
    changes.append((end..<end, scriptElements))
    // Changes at one place keep their order; the policy that a page lacked comes before the styles.
    let sorted = changes.enumerated().sorted { left, right in
      let a = left.element.range.lowerBound
      let b = right.element.range.lowerBound
      return a == b ? left.offset < right.offset : a < b
    }
    var result: [UInt8] = []
    result.reserveCapacity(page.count + changes.reduce(0) { $0 + $1.bytes.count })
    var copied = 0
    // What lies in a range that has gone has gone with it.
    for (_, change) in sorted where change.range.lowerBound >= copied {
      result += page[copied..<change.range.lowerBound]
      result += change.bytes
      copied = change.range.upperBound
    }
    return result + page[copied...]
  }

  private var scriptElements: [UInt8] {
    scripts.flatMap { text, type in Self.element(text, type: type) + [0x0A] }
  }

  /// What the page forbids: every request, and every style and script but its own.
  private func policy(_ digest: ([UInt8]) -> [UInt8]) -> [UInt8] {
    func sources(_ texts: [[UInt8]]) -> String {
      let hashes = texts.map {
        "'sha256-\(String(decoding: Base64.encoded(digest($0)), as: UTF8.self))'"
      }
      return hashes.isEmpty ? "'none'" : hashes.joined(separator: " ")
    }
    let rules = [
      "default-src 'none'", "style-src \(sources(styles))",
      "script-src \(sources((scripts + keptScripts).map(\.text)))", "font-src data:",
      "img-src data:",
      "base-uri 'none'", "form-action 'none'",
    ]
    var html = HTMLWriter()
    html.empty(
      "meta",
      [("http-equiv", "Content-Security-Policy"), ("content", rules.joined(separator: "; "))])
    return html.bytes
  }
}
