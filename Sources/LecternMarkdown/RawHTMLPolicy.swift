/// Which raw HTML passes: a short list of inline elements, and next to nothing on them.
public enum RawHTMLPolicy {
  /// The elements that pass.
  public static let elements: Set<String> = [
    "br", "wbr", "sub", "sup", "mark", "abbr", "kbd", "small", "u", "s", "del", "ins", "q", "cite",
    "span",
  ]
  /// The elements among them that have no content and no closing tag.
  public static let emptyElements: Set<String> = ["br", "wbr"]
  /// The attributes that pass.
  public static let attributes: Set<String> = ["lang", "dir", "title"]
  /// The elements that are dropped with all that they hold.
  public static let droppedWithContent: Set<String> = ["script", "style"]
  /// The elements that begin a new line in a browser; where one is left out, words must not run together.
  public static let blockElements = Set(
    """
    address article aside blockquote button caption center col colgroup dd details dialog dir div dl dt fieldset
    figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr iframe legend li main menu nav ol optgroup option p
    pre section summary table tbody td tfoot th thead title tr ul
    """.split { $0 == " " || $0 == "\n" }.map(String.init))
}
