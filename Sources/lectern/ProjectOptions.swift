import ArgumentParser
import LecternBuild

/// Where a project's folders are.
struct ProjectOptions: ParsableArguments {
  @Option(help: ArgumentHelp("The project's folder.", valueName: "dir"))
  var project = "."

  @Option(
    help: ArgumentHelp("The folder of the briefings, if it is not `content`.", valueName: "dir"))
  var content: String?

  @Option(
    help: ArgumentHelp(
      "The folder of what pages look like, if it is not `templates`.", valueName: "dir"))
  var templates: String?

  /// The project, with its site in a given folder.
  func project(output: String? = nil, site: String? = nil) -> Project {
    Project(
      folder: project, content: content, templates: templates, output: output, site: site)
  }
}
