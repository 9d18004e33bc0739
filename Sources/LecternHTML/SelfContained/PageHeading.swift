import LecternSource

/// A heading of a finished page.
public struct PageHeading: Sendable, Equatable {
  /// From 1 to 6.
  public var level: Int
  /// The id under which links lead to it.
  public var id: String?
  /// What it says, without the link to itself.
  public var text: String
  /// Whether it is the title of a slide.
  public var isSlideTitle: Bool

  /// The headings of a page, in its order.
  public static func all(in page: [UInt8]) -> [PageHeading] {
    var headings: [PageHeading] = []
    var isOpen = false
    var isPermalink = false
    var from = 0
    for token in PageToken.all(in: page) {
      if isOpen, !isPermalink {
        headings[headings.count - 1].text += PageToken.text(page[from..<token.range.lowerBound])
      }
      from = token.range.upperBound
      if let level = level(of: token.name) {
        isOpen = !token.isEnd
        guard isOpen else { continue }
        let classes = classes(of: token)
        headings.append(
          PageHeading(
            level: level, id: token["id"]?.value, text: "",
            isSlideTitle: classes.contains("slide-title")))
      } else if token.name == "a" {
        isPermalink = !token.isEnd && classes(of: token).contains("permalink")
      }
    }
    return headings.map { heading in
      var heading = heading
      heading.text = heading.text.collapsed
      return heading
    }
  }

  private static func level(of name: String) -> Int? {
    guard name.count == 2, name.first == "h", let level = name.last?.wholeNumberValue,
      (1...6).contains(level)
    else { return nil }
    return level
  }

  private static func classes(of token: PageToken) -> [Substring] {
    token["class"]?.value.split(separator: " ") ?? []
  }
}
