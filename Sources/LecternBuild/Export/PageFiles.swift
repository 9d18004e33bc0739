import LecternBriefing
import LecternHTML

/// The files beside a briefing's pages, by the addresses under which the pages ask for them.
struct PageFiles {
  /// The briefing's folder below the site.
  let slug: String
  /// Files by their path below the site: those that all pages share, and the briefing's own.
  let files: [String: [UInt8]]
  /// The fonts that are printed, by the path of the font of the site in whose place each is.
  var paperFonts: [String: [UInt8]] = [:]

  /// The file that an address stands for; nil for other pages, and for what is not there.
  func file(at address: String) -> EmbeddedFile? {
    for address in [address, AddressReader.percentDecoded(address)] {
      let path = address.hasPrefix("../") ? String(address.dropFirst(3)) : "\(slug)/\(address)"
      if let bytes = paperFonts[path] { return EmbeddedFile(name: "font.ttf", bytes: bytes) }
      if let bytes = files[path], !path.hasSuffix(".html") {
        return EmbeddedFile(name: Self.name(of: path), bytes: bytes)
      }
    }
    return nil
  }

  /// The last part of a path, without the hash that tells files of one name apart.
  private static func name(of path: String) -> String {
    let file = path.split(separator: "/").last.map(String.init) ?? path
    guard path.hasPrefix("assets/"), let dot = file.lastIndex(of: "."),
      let hyphen = file[..<dot].lastIndex(of: "-")
    else { return file }
    return String(file[..<hyphen] + file[dot...])
  }
}
