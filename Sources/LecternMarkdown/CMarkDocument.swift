import CCmarkGFM

/// Owns one parsed cmark document; its pointer never leaves this target.
struct CMarkDocument: ~Copyable {
  let root: UnsafeMutablePointer<cmark_node>

  /// Parses UTF-8 with every extension of GitHub-flavoured Markdown and footnotes.
  init?(parsing bytes: ArraySlice<UInt8>) {
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
    guard let root = cmark_parser_finish(parser) else { return nil }
    self.root = root
  }

  deinit { cmark_node_free(root) }
}
