package import LecternBuild
package import LecternSource

/// A project's pages on the loopback address, kept up to date while somebody writes.
package struct LivePreview {
  /// Where it can be opened, with a slash at its end.
  package let address: String

  /// Starts to serve and to watch, until the program ends; `report` is told of the problems of open pages.
  package init(
    _ project: Project, privateList: String? = nil, port: UInt16,
    report: @escaping @Sendable ([LocatedDiagnostic]) -> Void
  ) throws(MachineError) {
    let site = PreviewSite(PreviewProject(project, privateList: privateList))
    let server = PreviewServer(site, report: report)
    address = "http://127.0.0.1:\(try server.start(port: port))/"
    let trees = [project.content, project.templates]
    let folders = [project.folder]
    let isWatched = Thread.start {
      FolderWatch(trees: trees, folders: folders).run { server.announceChange() }
    }
    guard isWatched else {
      throw MachineError("watch", project.content, "the system has no thread left")
    }
  }
}
