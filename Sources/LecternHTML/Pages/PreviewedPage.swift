/// A finished page as the live preview shows it: the same bytes, with the script that keeps it up to date, and with leave to
/// ask the server it came from whether something has changed.
public enum PreviewedPage {
  /// The page with a script at the end of its body.
  ///
  /// `tag` stands for the content of the page, `path` for its place on the site; the script tells the server both.
  public static func html(
    of page: [UInt8], script: String, path: String, tag: String
  ) -> [UInt8] {
    var html = HTMLWriter()
    html.element(
      "script", [("src", script), ("data-page", path), ("data-tag", tag), ("defer", "")]
    ) { _ in }
    var result = page
    if let end = result.lastIndex(of: Array("</body>".utf8)) {
      result.insert(contentsOf: html.bytes, at: end)
    } else {
      result += html.bytes
    }
    if let meta = page.firstRange(of: Array("Content-Security-Policy".utf8)),
      let value = page[meta.upperBound...].firstRange(of: Array("content=\"".utf8))
    {
      result.insert(contentsOf: "connect-src 'self'; ".utf8, at: value.upperBound)
    }
    return result
  }
}

extension [UInt8] {
  /// Where some bytes stand last.
  fileprivate func lastIndex(of bytes: [UInt8]) -> Int? {
    guard let last = bytes.first, count >= bytes.count else { return nil }
    return (0...(count - bytes.count)).last { self[$0] == last && self[$0...].starts(with: bytes) }
  }
}
