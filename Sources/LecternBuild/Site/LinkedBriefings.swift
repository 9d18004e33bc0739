import LecternBriefing
import LecternSource

/// A link from one briefing into another.
struct BriefingLink: Sendable {
  /// The address as it is written.
  var written: String
  /// The real path of the file that it leads to.
  var path: String
  /// The name of that briefing's pages.
  var slug: String
  /// Where it stands.
  var span: Span

  /// The id that it leads to; nil for the whole briefing.
  var fragment: String? {
    guard let hash = written.firstIndex(of: "#") else { return nil }
    let id = AddressReader.percentDecoded(String(written[written.index(after: hash)...]))
    return id.isEmpty || id == "top" ? nil : id
  }
}

/// Follows the links between briefings, which only a whole project can be asked about.
struct LinkedBriefings {
  private let compiler: Compiler
  /// The ids of the briefings to whose places links lead, by the path of their file.
  private var ids: [String: Set<String>] = [:]
  /// The links of each briefing that has some, and that its author does not allow to lead nowhere.
  private var followed: [(slug: String, path: String, links: [BriefingLink])] = []

  /// Makes one for the briefings that a compiler reads.
  init(_ compiler: Compiler) {
    self.compiler = compiler
  }

  /// The problems of a briefing's links to places in others.
  mutating func follow(
    _ outcome: Compiler.Outcome
  ) throws(MachineError) -> [LocatedDiagnostic] {
    guard !outcome.links.isEmpty else { return [] }
    let briefing = outcome.briefing
    let told = Set(briefing.allowed(outcome.links.map(Diagnostic.linkToUnpublished)).map(\.span))
    followed.append(
      (briefing.slug, outcome.path, outcome.links.filter { told.contains($0.span) }))
    var problems: [Diagnostic] = []
    for link in outcome.links {
      guard let id = link.fragment else { continue }
      let known = try ids(of: link.path)
      guard !known.contains(id) else { continue }
      // Looking for the nearest of many names takes time that nobody needs to spend on the hundredth problem.
      let names = problems.count < 100 ? known : []
      problems.append(.unknownFragment(id, in: link.written, among: names, at: link.span))
    }
    return try located(briefing.allowed(problems), in: outcome.path)
  }

  /// The problems of links from briefings of some slugs, which are published, to others that are not.
  func unpublished(
    besides published: Set<String>
  ) throws(MachineError) -> [LocatedDiagnostic] {
    var problems: [LocatedDiagnostic] = []
    for (slug, path, links) in followed where published.contains(slug) {
      let dead = links.filter { !published.contains($0.slug) }
      problems += try located(dead.map(Diagnostic.linkToUnpublished), in: path)
    }
    return problems
  }

  /// Problems of a briefing's file with their places.
  private func located(
    _ problems: [Diagnostic], in path: String
  ) throws(MachineError) -> [LocatedDiagnostic] {
    guard !problems.isEmpty else { return [] }
    let file = SourceFile(path: path, bytes: try compiler.files.read(path))
    return LocatedDiagnostic.all(problems.capped, in: file).map {
      compiler.masked(compiler.settings.weighed($0))
    }
  }

  private mutating func ids(of path: String) throws(MachineError) -> Set<String> {
    if let known = ids[path] { return known }
    let found = try compiler.model(of: BriefingFile(path: path)).ids
    ids[path] = found
    return found
  }
}

extension Diagnostic.Code {
  static let linkToUnpublished = Self(
    "link-to-unpublished", .warning,
    summary: "A link leads to a briefing that this build leaves out: a draft, or one with errors.",
    remedy: "Publish the other briefing too, or take the link out.")
}

extension Diagnostic {
  fileprivate static func linkToUnpublished(_ link: BriefingLink) -> Self {
    Self(
      .linkToUnpublished, "the briefing `\(link.written)` is not published", at: link.span,
      help: "publish it too, or take the link out; a draft is built with `--drafts`")
  }
}
