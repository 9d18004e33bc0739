import LecternBuild

/// Fonts that tests take for a project's own.
public enum TestFont {
  /// A font with Greek, from the package `fonts-dejavu-core`.
  public static let greek = "/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf"

  /// Whether that font is on this machine, or has to be.
  public static var hasGreek: Bool { Repository.mustHaveAll || FileStore.disk.kind(greek) == .file }

  /// The bytes of a built-in font.
  public static func builtIn(_ name: String) throws -> [UInt8] {
    try FileStore.disk.read("\(Repository.root)/templates/fonts/\(name).woff2")
  }
}
