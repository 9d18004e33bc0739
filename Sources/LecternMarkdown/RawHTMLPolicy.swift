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
}
