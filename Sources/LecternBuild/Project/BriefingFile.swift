import LecternBriefing
import LecternSource

/// A briefing's file and the name of its pages.
public struct BriefingFile: Sendable, Equatable {
  /// The path of the file.
  public var path: String
  /// The folder in which its pictures are looked for.
  public var folder: String
  /// The name of its pages.
  public var slug: String

  /// The briefing of a file that is named by itself.
  public init(path: String) {
    self.path = path
    let parts = path.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    folder = parts.count > 1 ? parts.dropLast().joined(separator: "/") : "."
    var name = parts.last ?? path
    if name.lowercased() == "index.md", parts.count > 1 { name = parts[parts.count - 2] }
    if name.lowercased().hasSuffix(".md") { name = String(name.dropLast(3)) }
    let slug = Slug.of(name)
    self.slug = slug.isEmpty ? "briefing" : slug
  }

  /// Names that pages of a site have already.
  public static let reservedSlugs: Set<String> = ["assets", "index"]

  /// The briefings of a content folder: `NAME.md`, or `NAME/index.md`.
  static func all(
    in content: String, _ files: FileStore
  ) throws(MachineError) -> (briefings: [BriefingFile], problems: [LocatedDiagnostic]) {
    var briefings: [BriefingFile] = []
    var problems: [LocatedDiagnostic] = []
    for name in try files.names(content) where !name.hasPrefix(".") {
      let path = "\(content)/\(name)"
      switch files.kind(path) {
      case .folder where name.lowercased().hasSuffix(".md"):
        problems.append(.init(.folderForBriefing(name), in: SourceFile(path: path, bytes: [])))
      case .folder:
        if files.kind("\(path)/index.md") == .file {
          briefings.append(BriefingFile(path: "\(path)/index.md"))
        }
      case .file where name.lowercased().hasSuffix(".md"):
        var briefing = BriefingFile(path: path)
        briefing.slug = Slug.of(name.dropLast(3))
        briefings.append(briefing)
      default: continue
      }
    }
    var bySlug: [String: BriefingFile] = [:]
    var kept: [BriefingFile] = []
    for briefing in briefings {
      let file = SourceFile(path: briefing.path, bytes: [])
      if briefing.slug.isEmpty || Self.reservedSlugs.contains(briefing.slug) {
        problems.append(.init(.reservedSlug(briefing.slug), in: file))
      } else if let other = bySlug[briefing.slug] {
        problems.append(.init(.duplicateSlug(briefing.slug, other.path), in: file))
        kept.removeAll { $0 == other }
      } else {
        bySlug[briefing.slug] = briefing
        kept.append(briefing)
      }
    }
    return (kept, problems)
  }
}

extension Diagnostic.Code {
  static let folderForBriefing = Self(
    "folder-for-briefing", .error,
    summary: "A folder is called like a Markdown file.",
    remedy: "Rename it without `.md`; its briefing is the `index.md` inside.")
  static let reservedSlug = Self(
    "reserved-slug", .error,
    summary: "A briefing is called `assets` or `index`, which the site needs itself.",
    remedy: "Rename the file.")
  static let duplicateSlug = Self(
    "duplicate-slug", .error,
    summary: "Two briefings would have the same pages.",
    remedy: "Rename one of the files.")
}

extension Diagnostic {
  fileprivate static func folderForBriefing(_ name: String) -> Self {
    Self(
      .folderForBriefing, "`\(name)` is a folder, not a file", at: .at(0),
      help: "rename it to `\(name.dropLast(3))`; its briefing is the `index.md` inside")
  }

  fileprivate static func reservedSlug(_ slug: String) -> Self {
    Self(
      .reservedSlug, "a briefing cannot be called `\(slug)`", at: .at(0),
      help: "rename the file")
  }

  fileprivate static func duplicateSlug(_ slug: String, _ other: String) -> Self {
    Self(
      .duplicateSlug, "the pages of this briefing would be `\(slug)`, like those of `\(other)`",
      at: .at(0), help: "rename one of the two files")
  }
}
