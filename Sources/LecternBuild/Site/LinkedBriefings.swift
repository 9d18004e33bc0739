import LecternBriefing
import LecternChecks
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
  /// What is to be said of links, by the slugs that they lead from and to, if only the first is published.
  private var ifUnpublished: [(from: String, to: String, problem: LocatedDiagnostic)] = []

  /// Makes one for the briefings that a compiler reads.
  init(_ compiler: Compiler) {
    self.compiler = compiler
  }

  /// The problems of a briefing's links to places in others.
  mutating func follow(
    _ outcome: Compiler.Outcome
  ) throws(MachineError) -> [LocatedDiagnostic] {
    guard !outcome.links.isEmpty else { return [] }
    let file = SourceFile(path: outcome.path, bytes: try compiler.files.read(outcome.path))
    func located(_ problem: Diagnostic) -> LocatedDiagnostic? {
      outcome.briefing.allowed([problem]).first.map { problem in
        let located = compiler.settings.weighed(LocatedDiagnostic(problem, in: file))
        return compiler.privacy?.masked(located) ?? located
      }
    }
    var problems: [LocatedDiagnostic] = []
    for link in outcome.links {
      if let problem = located(.linkToUnpublished(link.written, at: link.span)) {
        ifUnpublished.append((outcome.briefing.slug, link.slug, problem))
      }
      guard let id = link.fragment else { continue }
      let known = try ids(of: link.path)
      guard !known.contains(id),
        let problem = located(.unknownFragment(id, in: link.written, among: known, at: link.span))
      else { continue }
      problems.append(problem)
    }
    return problems
  }

  /// The problems of links from briefings of some slugs, which are published, to others that are not.
  func unpublished(besides published: Set<String>) -> [LocatedDiagnostic] {
    ifUnpublished.filter { published.contains($0.from) && !published.contains($0.to) }
      .map(\.problem)
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
  fileprivate static func linkToUnpublished(_ written: String, at span: Span) -> Self {
    Self(
      .linkToUnpublished, "the briefing `\(written)` is not published", at: span,
      help: "publish it too, or take the link out; a draft is built with `--drafts`")
  }
}
