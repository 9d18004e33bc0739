import LecternBriefing
import LecternChecks
import LecternHTML
import LecternSource
import LecternTypography

/// Finds the pictures and files that a briefing names, and gives them places on the site.
struct PictureFinder {
  let content: String
  let briefing: BriefingFile
  let files: FileStore
  /// The slugs of the project's briefings, by the real path of their file.
  let pages: [String: String]

  /// What a briefing's pages take along.
  struct Result {
    var catalogue = PictureCatalogue()
    /// The files to be copied, by their path below the site.
    var copies: [String: [UInt8]] = [:]
    /// The links into other briefings.
    var links: [BriefingLink] = []
    /// What was taken out of pictures, by the path of their file.
    var metadata: [String: [UInt8]] = [:]
    var diagnostics: [Diagnostic] = []
  }

  /// Looks for everything that a briefing names.
  func find(_ model: Briefing) -> Result {
    var result = Result()
    var found: [String: PictureCatalogue.File] = [:]
    var seen: Set<String> = []
    model.forEachInline { inline in
      switch inline {
      case .image(let image): add(image, &found, &result, &seen)
      case .link(let link): add(link, &found, &result, &seen)
      default: break
      }
    }
    result.catalogue = PictureCatalogue(found)
    return result
  }

  private func add(
    _ image: Image, _ found: inout [String: PictureCatalogue.File], _ result: inout Result,
    _ seen: inout Set<String>
  ) {
    switch image.address {
    case .absolute(let address): result.diagnostics.append(.remotePicture(address, at: image.span))
    case .relative(let written):
      guard seen.insert("picture \(written)").inserted else { return }
      guard let path = locate(written) else {
        result.diagnostics.append(
          .pictureMissing(written, nearest: nearest(written), at: image.span))
        return
      }
      guard isInside(path) else {
        result.diagnostics.append(.pictureOutside(written, at: image.span))
        return
      }
      guard let original = try? files.read(path), let format = PictureFormat.of(original) else {
        result.diagnostics.append(.pictureUnreadable(written, at: image.span))
        return
      }
      let bytes = withoutMetadata(original, named: written, &result)
      guard format != .svg || DrawingSafety(bytes).isSafe else {
        result.diagnostics.append(.pictureActive(written, at: image.span))
        return
      }
      let name = assetName(path, bytes, ending: format.fileExtension)
      result.copies[name] = bytes
      found[written] = .init(address: "../\(name)", size: PictureSize.read(bytes))
    case .fragment, .dropped: break
    }
  }

  private func add(
    _ link: Link, _ found: inout [String: PictureCatalogue.File], _ result: inout Result,
    _ seen: inout Set<String>
  ) {
    guard case .relative(let written) = link.address, seen.insert("link \(written)").inserted else {
      return
    }
    guard let path = locate(written) else {
      result.diagnostics.append(.linkToMissingFile(written, at: link.span))
      return
    }
    let tail = written.drop { $0 != "#" && $0 != "?" }
    if let slug = pages[path] {
      found[written] = .init(address: "../\(slug)/index.html\(tail)", size: nil)
      result.links.append(
        BriefingLink(written: written, path: path, slug: slug, span: link.span))
    } else if isInside(path),
      let ending = Self.downloads.first(where: { path.lowercased().hasSuffix(".\($0)") })
    {
      guard let original = try? files.read(path) else {
        result.diagnostics.append(.linkToMissingFile(written, at: link.span))
        return
      }
      // A text may begin as a picture does, and is not touched.
      let bytes =
        Self.pictures.contains(ending)
        ? withoutMetadata(original, named: written, &result) : original
      let name = assetName(path, bytes, ending: ending)
      result.copies[name] = bytes
      // A picture of the same address keeps its size.
      found[written] = .init(address: "../\(name)\(tail)", size: found[written]?.size)
    } else {
      result.diagnostics.append(.linkNotPublished(written, at: link.span))
    }
  }

  /// A file as it is published: a picture without what it says beside the picture.
  private func withoutMetadata(
    _ bytes: [UInt8], named written: String, _ result: inout Result
  ) -> [UInt8] {
    let path = "\(briefing.folder)/\(written)"
    switch PictureFormat.of(bytes) {
    case nil: return bytes
    case .svg:
      let parts = DrawingMetadata(bytes)
      result.metadata[path] = parts.removed
      return parts.drawing
    case .png, .jpeg, .gif, .webp:
      let parts = PictureMetadata(bytes)
      result.metadata[path] = parts.removed
      return parts.picture
    }
  }

  /// The endings of files that may be published as they are: none of them runs in a browser or holds notes of ours.
  private static let downloads =
    [
      "csv", "tsv", "txt", "json", "bib", "ris", "pdf", "zip", "xlsx", "ods", "docx", "odt", "pptx",
      "odp", "mp3", "ogg", "wav", "mp4", "webm",
    ] + pictures
  /// Those of them that are pictures.
  private static let pictures = ["png", "jpg", "jpeg", "gif", "webp"]

  /// The real path of the file that an address names.
  private func locate(_ written: String) -> String? {
    let path = written.prefix { $0 != "#" && $0 != "?" }
    guard !path.isEmpty else { return nil }
    for name in [AddressReader.percentDecoded(String(path)), String(path)] {
      let full = name.hasPrefix("/") ? name : "\(briefing.folder)/\(name)"
      if let real = files.realPath(full) { return real }
    }
    return nil
  }

  private func isInside(_ path: String) -> Bool {
    guard let root = files.root(of: briefing, content: content) else { return false }
    return path.isOrLies(in: root)
  }

  private func assetName(_ path: String, _ bytes: [UInt8], ending: String) -> String {
    let file = path.split(separator: "/").last.map(String.init) ?? "file"
    let stem = file.split(separator: ".").first.map(String.init) ?? "file"
    let slug = Slug.of(stem)
    return "assets/\(slug.isEmpty ? "file" : slug)-\(ContentHash.of(bytes)).\(ending)"
  }

  private func nearest(_ written: String) -> String? {
    let parts = written.split(separator: "/").map(String.init)
    let folder = ([briefing.folder] + parts.dropLast()).joined(separator: "/")
    guard let names = try? files.names(folder), let name = parts.last,
      let nearest = NearestName.of(name, among: names)
    else { return nil }
    return (parts.dropLast() + [nearest]).joined(separator: "/")
  }
}

extension Diagnostic.Code {
  static let pictureMissing = Self(
    "picture-missing", .error,
    summary: "A picture is not where the briefing says.",
    remedy: "Correct the path; it is relative to the briefing's file.")
  static let pictureOutside = Self(
    "picture-outside", .error,
    summary: "A picture lies outside the content folder.",
    remedy: "Copy it into the content folder; links that lead out of it are not followed.")
  static let pictureUnreadable = Self(
    "picture-unreadable", .error,
    summary: "A file is no picture that browsers show.",
    remedy: "Use PNG, JPEG, GIF, WebP or SVG.")
  static let pictureActive = Self(
    "picture-active", .error,
    summary:
      "An SVG drawing holds something that would run or fetch a file when it is opened by itself.",
    remedy: "Export it again without scripts, links, entities and files of other places.")
  static let remotePicture = Self(
    "remote-picture", .warning,
    summary: "A picture is on another server; its alternative text and a link stand in its place.",
    remedy: "Copy the picture beside the briefing: no page asks the network for anything.")
  static let linkNotPublished = Self(
    "link-not-published", .warning,
    summary:
      "A linked file is not copied to the site: it is of a kind that could run or hold notes, or lies outside the content folder.",
    remedy: "Link to a briefing, or to a CSV, PDF, office or media file inside the content folder.")
  static let linkToMissingFile = Self(
    "link-to-missing-file", .warning,
    summary: "A link leads to a file that is not there.",
    remedy: "Correct the path; it is relative to the briefing's file.")
}

extension Diagnostic {
  fileprivate static func pictureMissing(_ path: String, nearest: String?, at span: Span) -> Self {
    Self(
      .pictureMissing, "there is no picture `\(path)`", at: span,
      help: nearest.map { "write `\($0)`" } ?? "correct the path; it is relative to this file")
  }

  fileprivate static func pictureOutside(_ path: String, at span: Span) -> Self {
    Self(
      .pictureOutside, "the picture `\(path)` lies outside the content folder", at: span,
      help: "copy it beside the briefing")
  }

  fileprivate static func pictureUnreadable(_ path: String, at span: Span) -> Self {
    Self(
      .pictureUnreadable, "`\(path)` is no picture that browsers show", at: span,
      help: "use a PNG, JPEG, GIF, WebP or SVG file that can be read")
  }

  fileprivate static func pictureActive(_ path: String, at span: Span) -> Self {
    Self(
      .pictureActive, "the drawing `\(path)` could run or fetch something", at: span,
      help: "export it again without scripts, and with its pictures inside")
  }

  fileprivate static func remotePicture(_ address: String, at span: Span) -> Self {
    Self(
      .remotePicture, "the picture is on another server; its words and a link stand in its place",
      at: span, help: "copy the picture beside the briefing")
  }

  fileprivate static func linkNotPublished(_ path: String, at span: Span) -> Self {
    Self(
      .linkNotPublished, "the file `\(path)` is not copied to the site", at: span,
      help: "link to a briefing, or to a CSV, PDF, office or media file inside the content folder")
  }

  fileprivate static func linkToMissingFile(_ path: String, at span: Span) -> Self {
    Self(
      .linkToMissingFile, "there is no file `\(path)`", at: span,
      help: "correct the path; it is relative to this file")
  }
}
