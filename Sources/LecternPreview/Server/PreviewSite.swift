import LecternBuild
import LecternHTML
import LecternSource

/// Answers requests with what a build would write, from memory; it knows of sites and nothing of connections.
package struct PreviewSite: Sendable {
  private let project: PreviewProject

  /// Makes a site of a project.
  package init(_ project: PreviewProject) {
    self.project = project
  }

  /// The folder of what the preview adds; no slug can be called so.
  static let own = "-"

  /// What a page of the site is now, for whoever has it open.
  struct PageState: Equatable {
    /// What stands for the page's content; nil when there is no such page.
    var tag: String?
    /// The problems of the project and of its briefing.
    var problems: [LocatedDiagnostic]
  }

  /// The state of a page now; a failure of the machine counts as one of its problems.
  func state(of path: String) -> PageState {
    do throws(MachineError) {
      let file = try project.file(at: Self.place(path))
      return PageState(tag: file?.bytes.map(ContentHash.of), problems: file?.problems ?? [])
    } catch {
      return PageState(tag: nil, problems: [project.masked(error.located)])
    }
  }

  /// The answer to a request for a file, by GET or HEAD.
  func answer(to request: HTTPRequest) -> HTTPResponse {
    guard request.method == "GET" || request.method == "HEAD" else {
      return HTTPResponse(.methodNotAllowed, [("Allow", "GET, HEAD")])
    }
    guard let path = request.path else { return HTTPResponse(.badRequest) }
    if path.hasPrefix("\(Self.own)/") { return ownFile(path) }
    // Every browser asks for it; a site has none, and that is no mistake of its author's.
    if path == "favicon.ico" { return HTTPResponse(.ok, contentType: "image/x-icon", []) }
    do throws(MachineError) {
      if let file = try project.file(at: Self.place(path)) {
        return answer(with: file, to: request)
      }
      if !path.hasSuffix("/"), try project.file(at: "\(path)/index.html") != nil {
        let last = path.split(separator: "/").last.map(String.init) ?? path
        return HTTPResponse(.permanentRedirect, [("Location", "\(last.percentEncoded())/")])
      }
      return page(.notFound, Defaults.preview("missing.html"), path)
    } catch {
      return HTTPResponse(.internalServerError, text: error.line)
    }
  }

  private func answer(with file: PreviewFile, to request: HTTPRequest) -> HTTPResponse {
    guard let bytes = file.bytes else {
      return page(.internalServerError, Defaults.preview("broken.html"), file.path)
    }
    let tag = "\"\(ContentHash.of(bytes))\""
    let known = request.headers["if-none-match"] ?? ""
    if known == "*" || known.split(separator: ",").contains(where: { $0.contains(tag) }) {
      var response = HTTPResponse(.notModified)
      response.headers = [("ETag", tag)]
      response.body = []
      return response
    }
    let isPage = file.path.hasSuffix(".html")
    var response = HTTPResponse(
      .ok, contentType: file.contentType, isPage ? previewed(bytes, file.path) : bytes)
    response.headers += [("ETag", tag), ("Accept-Ranges", "bytes")]
    // A range of a page that has changed since would be of another page.
    let condition = request.headers["if-range"]
    return condition == nil || condition == tag
      ? response.range(request.headers["range"]) : response
  }

  private func page(
    _ status: HTTPResponse.Status, _ bytes: [UInt8], _ path: String
  ) -> HTTPResponse {
    HTTPResponse(status, contentType: "text/html; charset=utf-8", previewed(bytes, path))
  }

  private func previewed(_ bytes: [UInt8], _ path: String) -> [UInt8] {
    PreviewedPage.html(
      of: bytes, script: "/\(Self.own)/preview.js", path: path, tag: ContentHash.of(bytes))
  }

  /// What the preview adds to a site.
  private func ownFile(_ path: String) -> HTTPResponse {
    let name = String(path.dropFirst(Self.own.count + 1))
    guard name == "preview.js" || name == "preview.css" else { return HTTPResponse(.notFound) }
    return HTTPResponse(
      .ok, contentType: PreviewFile(name, nil).contentType, Defaults.preview(name))
  }

  /// The file that an address names: of a folder, its page.
  private static func place(_ path: String) -> String {
    path.isEmpty || path.hasSuffix("/") ? "\(path)index.html" : path
  }
}
