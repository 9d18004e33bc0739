public import LecternMarkdown
public import LecternSource

/// What a project says for all its briefings.
public struct BriefingDefaults: Sendable {
  /// The language of a briefing that names none.
  public var language = "en-GB"
  /// How a briefing that does not say writes citations.
  public var citationStyle = CitationStyleName.harvard

  /// The defaults of a project that says nothing.
  public init() {}
}

/// Reads briefings.
public struct BriefingReader: Sendable {
  /// The words that Lectern adds, by language.
  public var labels: LabelLibrary
  /// The kinds of figures.
  public var figures: FigureRegistry
  /// What the project says for all.
  public var defaults: BriefingDefaults
  private let parser: MarkdownParser

  /// Makes a reader.
  public init(
    labels: LabelLibrary, figures: FigureRegistry = .standard, defaults: BriefingDefaults = .init()
  ) {
    self.labels = labels
    self.figures = figures
    self.defaults = defaults
    parser = MarkdownParser()
  }

  /// What stands before the Markdown of a briefing.
  public struct Preamble: Sendable {
    /// What the front matter says.
    public var metadata: Metadata
    /// The references that are written in the front matter.
    public var references: Bibliography
    var summary: (text: String, span: Span)?
    var frontMatter: Span
    var bodyStart: Int
    var languageSpan = Span.at(0)
    /// Whether all of it could be read; if not, what seems to be missing may only be unread.
    var isWhole: Bool
  }

  /// Reads the top of a file; a build then fetches what it names.
  public func preamble(of file: SourceFile) -> Diagnosed<Preamble> {
    let problems = SourceChecks.problems(in: file)
    guard !problems.contains(where: { $0.severity == .error }) else {
      let preamble = Preamble(
        metadata: Metadata(), references: Bibliography(), summary: nil, frontMatter: .at(0),
        bodyStart: file.bytes.count, isWhole: false)
      return Diagnosed(preamble, problems)
    }
    let read = FrontMatterReader(file: file, defaults: defaults).read()
    let preamble = Preamble(
      metadata: read.value.metadata, references: read.value.references, summary: read.value.summary,
      frontMatter: read.value.block?.yaml ?? .at(0),
      bodyStart: read.value.block?.bodyStart ?? FrontMatterBlock.textStart(of: file),
      languageSpan: read.value.languageSpan,
      isWhole: !read.diagnostics.contains { $0.severity == .error })
    return Diagnosed(preamble, problems + read.diagnostics)
  }

  /// The Markdown tree below a preamble.
  public func tree(of file: SourceFile, preamble: Preamble) -> Diagnosed<MarkdownTree> {
    let parsed = parser.parse(file, from: preamble.bodyStart)
    return Diagnosed(parsed.value.tree, parsed.diagnostics)
  }

  /// Reads the briefing below a preamble.
  public func briefing(
    in file: SourceFile, slug: String, preamble: Preamble, bibliography: Bibliography
  ) -> Diagnosed<Briefing> {
    var metadata = preamble.metadata
    var diagnostics: [Diagnostic] = []
    let labels = labels[metadata.language]
    if self.labels.labels(for: metadata.language) == nil {
      diagnostics.append(.languageWithoutLabels(metadata.language, at: preamble.languageSpan))
    }
    let parsed = parser.parse(file, from: preamble.bodyStart)
    diagnostics += parsed.diagnostics
    let works = preamble.references.adding(bibliography)
    let tree = parsed.value.tree
    let isMarp = metadata.isMarp || StructureReader.looksLikeMarp(tree)
    let blocks = BlockReader(
      file: file, tree: tree, labels: labels, metadata: metadata, figures: figures,
      bibliography: works, isMarp: isMarp)
    var structure = StructureReader(reader: blocks)
    structure.read()
    structure.addStrayComments(parsed.value.strayComments)
    diagnostics += structure.reader.diagnostics
    diagnostics += UnknownKeys.problems(structure.reader.unknownKeys, in: works)
    let summary = self.summary(preamble, file, metadata, labels, works)
    metadata.summary = summary.value
    diagnostics += summary.diagnostics
    let title = structure.title(slug: slug)
    // What was refused before it was read lacks nothing.
    let isRefused = tree.nodes.count == 1 && parsed.diagnostics.contains { $0.severity == .error }
    if preamble.isWhole, !isRefused { diagnostics += title.diagnostics }
    let ids = structure.reader.ids.taken
    let keyMessages = KeyMessageFinder(labels: labels, metadata: metadata).messages(
      in: structure.sections, ids: ids)
    var briefing = Briefing(
      slug: slug, frontMatter: preamble.frontMatter, metadata: metadata, title: title.value,
      sections: structure.sections,
      footnotes: structure.footnotes, keyMessages: keyMessages, bibliography: works, isMarp: isMarp,
      labels: labels, ids: ids, allowances: structure.reader.allowances)
    briefing.countFootnoteReferences()
    diagnostics += FragmentCheck.problems(in: briefing) + AgendaLimit.problems(in: briefing)
    diagnostics += ForeignSyntax.problems(in: briefing) + UnreadTable.problems(in: briefing)
    return Diagnosed(briefing, diagnostics)
  }

  /// The plain-language summary, whose places are that of its value in the front matter.
  private func summary(
    _ preamble: Preamble, _ file: SourceFile, _ metadata: Metadata, _ labels: Labels,
    _ works: Bibliography
  ) -> Diagnosed<[Block]> {
    guard let summary = preamble.summary else { return Diagnosed([]) }
    // Behind the end of the briefing's file, so that nothing in it has the place of something in the text.
    let padding = repeatElement(UInt8(ascii: " "), count: file.bytes.count) + [0x0A]
    let text = SourceFile(path: file.path, bytes: padding + summary.text.utf8)
    let parsed = parser.parse(text, from: padding.count)
    var reader = BlockReader(
      file: text, tree: parsed.value.tree, labels: labels, metadata: metadata, figures: figures,
      bibliography: works, isMarp: false)
    let blocks = reader.blocks(of: Array(parsed.value.tree.children(of: 0)))
    let unknown = UnknownKeys.problems(reader.unknownKeys, in: works)
    let refusal = Self.refusal(of: parsed.value.tree)
    let problems = (parsed.diagnostics + reader.diagnostics + unknown + refusal).map { problem in
      var problem = problem
      problem.span = summary.span
      return problem
    }
    return Diagnosed(refusal.isEmpty ? blocks : [], problems)
  }

  /// What a summary cannot hold: it stands in lists and feeds too, for the readers of both documents and without notes.
  private static func refusal(of tree: MarkdownTree) -> [Diagnostic] {
    for node in tree.nodes {
      switch node.kind {
      case .htmlBlock(let literal) where literal.opensRange:
        return [.summaryHolds("a range for one document")]
      case .footnoteDefinition, .footnoteReference: return [.summaryHolds("a footnote")]
      default: continue
      }
    }
    return []
  }
}

extension Briefing {
  /// Counts the references to each footnote in the text and in the footnotes that the text leads to.
  fileprivate mutating func countFootnoteReferences() {
    var counts = [Int](repeating: 0, count: footnotes.count + 1)
    var reached: [Int] = []
    func count(_ inline: Inline) {
      guard case .footnote(let number, _) = inline, counts.indices.contains(number) else { return }
      if counts[number] == 0 { reached.append(number) }
      counts[number] += 1
    }
    title.content.forEachInline(count)
    for section in sections {
      section.heading?.content.forEachInline(count)
      for slide in section.slides {
        if !slide.goesOn { slide.heading?.content.forEachInline(count) }
        slide.blocks.forEachInline(count)
      }
    }
    var next = 0
    while next < reached.count {
      footnotes[reached[next] - 1].blocks.forEachInline(count)
      next += 1
    }
    for index in footnotes.indices { footnotes[index].references = counts[footnotes[index].number] }
  }
}

extension Diagnostic.Code {
  static let summaryHolds = Self(
    "summary-too-rich", .error,
    summary: "The summary holds a footnote or a range for one document.",
    remedy: "Write it as words for everybody: lists, feeds and search engines show it as well.")
  static let languageWithoutLabels = Self(
    "language-without-labels", .warning,
    summary: "There are no labels in the briefing's language; English ones are used.",
    remedy: "Add `templates/labels/LANG.yaml`, or correct `lang:`.")
}

extension Diagnostic {
  fileprivate static func summaryHolds(_ part: String) -> Self {
    Self(
      .summaryHolds, "the summary holds \(part)", at: .at(0),
      help: "write it as words for everybody; lists and feeds show it as well")
  }

  fileprivate static func languageWithoutLabels(_ language: String, at span: Span) -> Self {
    let file = language.lowercased().prefix { $0 != "-" }
    return Self(
      .languageWithoutLabels, "there are no labels in `\(language)`", at: span,
      help: "add `templates/labels/\(file).yaml`, or correct `lang:`")
  }
}
