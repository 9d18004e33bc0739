import LecternBriefing

extension [Inline] {
  /// Without references to footnotes, which belong to the first place where the words stand.
  var withoutFootnotes: [Inline] {
    compactMap { inline in
      switch inline {
      case .footnote: return nil
      case .emphasis(let content): return .emphasis(content.withoutFootnotes)
      case .strong(let content): return .strong(content.withoutFootnotes)
      case .strikethrough(let content): return .strikethrough(content.withoutFootnotes)
      case .element(let name, let attributes, let content):
        return .element(name: name, attributes: attributes, content: content.withoutFootnotes)
      case .link(var link):
        link.content = link.content.withoutFootnotes
        return .link(link)
      case .text, .softBreak, .lineBreak, .code, .image, .citation: return inline
      }
    }
  }
}
