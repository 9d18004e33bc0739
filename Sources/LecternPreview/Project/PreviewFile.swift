package import LecternSource

/// A file as a build would write it, with what is wrong with its briefing.
package struct PreviewFile: Sendable {
  /// Its path below the site.
  package var path: String
  /// Its content; nil when there are only problems to show.
  package var bytes: [UInt8]?
  /// The problems of the project and of the briefing, for the panel on the page.
  package var problems: [LocatedDiagnostic]

  init(_ path: String, _ bytes: [UInt8]?, problems: [LocatedDiagnostic] = []) {
    self.path = path
    self.bytes = bytes
    self.problems = problems
  }

  /// The content type by the ending of the name.
  var contentType: String {
    let ending = path.split(separator: ".").last.map { $0.lowercased() } ?? ""
    return Self.types[ending] ?? "application/octet-stream"
  }

  private static let types = [
    "html": "text/html; charset=utf-8", "css": "text/css; charset=utf-8",
    "js": "text/javascript; charset=utf-8", "json": "application/json",
    "xml": "application/xml", "csv": "text/csv; charset=utf-8", "tsv": "text/tab-separated-values",
    "txt": "text/plain; charset=utf-8", "bib": "text/plain; charset=utf-8",
    "ris": "application/x-research-info-systems", "woff2": "font/woff2", "png": "image/png",
    "jpg": "image/jpeg", "jpeg": "image/jpeg", "gif": "image/gif", "webp": "image/webp",
    "svg": "image/svg+xml", "pdf": "application/pdf", "mp3": "audio/mpeg", "ogg": "audio/ogg",
    "wav": "audio/wav", "mp4": "video/mp4", "webm": "video/webm", "zip": "application/zip",
  ]
}
