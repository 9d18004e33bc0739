/// Texts made of pieces of Markdown in random order, the same for the same seed.
public struct RandomMarkdown {
  private var state: UInt64

  /// Begins with a seed.
  public init(seed: UInt64) {
    state = seed &* 0x9E37_79B9_7F4A_7C15 | 1
  }

  /// A random number below a limit (xorshift64*).
  public mutating func number(below limit: Int) -> Int {
    state ^= state >> 12
    state ^= state << 25
    state ^= state >> 27
    return Int((state &* 0x2545_F491_4F6C_DD1D) >> 33) % limit
  }

  /// A text of up to some pieces.
  public mutating func text(pieces most: Int) -> String {
    (0...number(below: most)).map { _ in Self.pieces[number(below: Self.pieces.count)] }.joined()
  }

  private static let pieces = [
    "# ", "## ", "> ", "- ", "1. ", "2) ", "* ", "   ", "    ", "\n", "\n\n", "\n", "\n", "foo",
    "bar *x*", "**b**", "`c`", "``d`` ", "[l](u \"t\")", "![i](u)", "<b>", "</b>", "<!-- c -->",
    "<!-- a -- b -->", "~~s~~", "|a|b|\n|-|:-:|\n|1|2|\n", "```\ncode\n```\n", "    code\n",
    "---\n",
    "===\n", "[^1]", "[^1]: note\n", "[r]", "[r]: /u 'x'\n", "www.a.com", "http://b.c/d?e&f",
    "a@b.co",
    "- [x] t\n", "- [ ] u\n", "&amp;", "&copy;", "\\*", "é", "“q”", "<div>\n", "</div>\n", "\t",
    "  \n",
    "\\\n", "<http://z>", "_u_", "***w***", "[^2]", "[^2]: > q\n", "|", "\\|", ":", "!", "]", "[",
    "(",
    ")", "\"", "'", "<script>", "\u{A0}", "— A\n", "> [!NOTE]\n", "@key", "[@key]", "\r\n", "日本",
  ]
}
