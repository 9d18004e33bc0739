/// Where a project's files are.
public struct Project: Sendable {
  /// The project's folder.
  public var folder: String
  /// The folder of the briefings.
  public var content: String
  /// The folder of what pages look like.
  public var templates: String
  /// The folder that the site is written to.
  public var output: String
  /// The address that the site will have, if the command names one; it comes before the one of `lectern.yaml`.
  public var site: String?

  /// A project whose folders have the usual names, unless others are given.
  public init(
    folder: String = ".", content: String? = nil, templates: String? = nil, output: String? = nil,
    site: String? = nil
  ) {
    self.folder = folder
    self.content = content ?? Self.path(folder, "content")
    self.templates = templates ?? Self.path(folder, "templates")
    self.site = site
    self.output = output ?? Self.path(folder, "site")
  }

  /// A path below a folder; the working folder is left unsaid.
  static func path(_ folder: String, _ name: String) -> String {
    folder == "." || folder.isEmpty
      ? name : folder.hasSuffix("/") ? folder + name : "\(folder)/\(name)"
  }
}
