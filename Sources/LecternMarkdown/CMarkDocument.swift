import CCmarkGFM
import Synchronization

/// Lets one parser work at a time.
///
/// While cmark-gfm reads inlines it marks the characters of its extensions in a table that all parsers share, and clears
/// them when it is done. Two at once misread each other's text. Copying the tree, which takes longer, needs no lock.
private let cmarkGate = Mutex(())

/// Owns one parsed cmark document; its pointer never leaves this target.
struct CMarkDocument: ~Copyable {
  let root: UnsafeMutablePointer<cmark_node>

  /// Parses UTF-8 with every extension of GitHub-flavoured Markdown and footnotes.
  init?(parsing bytes: ArraySlice<UInt8>) {
    let parsed = cmarkGate.withLock { _ in Self.parse(bytes).map { UInt(bitPattern: $0) } }
    guard let parsed, let root = UnsafeMutablePointer<cmark_node>(bitPattern: parsed) else {
      return nil
    }
    self.root = root
  }

  private static func parse(_ bytes: ArraySlice<UInt8>) -> UnsafeMutablePointer<cmark_node>? {
    cmark_gfm_core_extensions_ensure_registered()
    // Columns inside code spans and tags of several lines are kept right only when asked for positions.
    let options = CMARK_OPT_SOURCEPOS | CMARK_OPT_FOOTNOTES
    guard let parser = cmark_parser_new(options) else { return nil }
    defer { cmark_parser_free(parser) }
    for name in ["table", "strikethrough", "autolink", "tasklist"] {
      guard let syntax = cmark_find_syntax_extension(name) else { return nil }
      cmark_parser_attach_syntax_extension(parser, syntax)
    }
    bytes.withUnsafeBytes { buffer in
      guard let start = buffer.baseAddress else { return }
      cmark_parser_feed(parser, start.assumingMemoryBound(to: CChar.self), buffer.count)
    }
    return cmark_parser_finish(parser)
  }

  deinit { cmark_node_free(root) }
}
