import LecternBuild
import TestSupport
import Testing

/// Fonts for the scripts of the generated briefings that the built-in fonts lack.
enum FallbackFonts {
  static let paths = [
    "/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf",
    "/usr/share/fonts/truetype/droid/DroidSansFallbackFull.ttf",
    "/usr/share/fonts/truetype/lohit-devanagari/Lohit-Devanagari.ttf",
    "/usr/share/fonts/truetype/tlwg/Garuda.ttf",
    "/usr/share/fonts/truetype/ancient-scripts/Symbola_hint.ttf",
  ]

  /// Whether all of them are on this machine.
  static var areHere: Bool { paths.allSatisfy { FileStore.disk.kind($0) == .file } }
}

/// Every slide fits, as a browser sees it: at three sizes of window no content leaves its box, no text is under the
/// floor, and the heights are those that were predicted.
@Suite(
  .serialized,
  .enabled(
    if: BrowserEnvironment.isReady,
    "no browser here: run Scripts/install-packages --tests and Scripts/test-environment"))
struct FitTests {
  /// Opens every deck of a project's site and compares it with its dumps.
  ///
  /// - Parameters:
  ///   - project: the project's folder.
  ///   - site: the folder of its site.
  ///   - share: how many in a hundred slides must have the height that was predicted.
  /// - Throws: when a file cannot be read or written, or a program not started.
  private func check(_ project: String, site: String, share: Double) throws {
    let dumps = try ScratchFolder()
    defer { try? dumps.remove() }
    for name in try FileStore.disk.names("\(project)/content") where name.hasSuffix(".md") {
      let dump = try Program.lectern.run([
        "dump", "\(project)/content/\(name)", "--stage", "deck", "--project", project,
      ])
      try dumps.write(dump.text, to: "\(name.dropLast(3)).txt")
    }
    let result = try Program(path: BrowserEnvironment.python).run([
      "\(Repository.root)/Tests/Browser/check_fit.py", site, "--dumps", dumps.path, "--share",
      "\(share)",
    ])
    #expect(result.status == 0, "\(result.text)\(result.errors)")
  }

  /// A project of generated briefings, the same for the same seed.
  private func corpus(_ seed: Int, briefings: Int) throws -> ScratchFolder {
    let folder = try ScratchFolder()
    let made = try Program(path: BrowserEnvironment.python).run([
      "\(Repository.root)/Tests/Browser/make_corpus.py", folder.path, "--seed", "\(seed)",
      "--briefings", "\(briefings)",
    ])
    #expect(made.status == 0, "\(made.errors)")
    return folder
  }

  private func build(_ folder: ScratchFolder) throws {
    let built = try Program.lectern.run(["build", "--project", folder.path])
    #expect(built.status == 0, "\(built.errors)")
  }

  @Test func fitsTheProjectsOwnBriefings() throws {
    try check(Repository.root, site: "\(Repository.root)/site", share: 100)
  }

  @Test func fitsBriefingsOfEverythingThatADeckCanHold() throws {
    let folder = try corpus(11, briefings: 8)
    defer { try? folder.remove() }
    try build(folder)
    // Scripts that no font has are measured by a guess, which errs on the safe side.
    try check(folder.path, site: "\(folder.path)/site", share: 95)
  }

  @Test(
    .enabled(
      if: FallbackFonts.areHere, "fonts are missing: run Scripts/install-packages --tests"))
  func predictsHeightsInEveryScriptThatTheThemeHasFontsFor() throws {
    let folder = try corpus(12, briefings: 8)
    defer { try? folder.remove() }
    var names: [String] = []
    for path in FallbackFonts.paths {
      let name = String(path.split(separator: "/").last ?? "")
      names.append(name)
      try folder.write(FileStore.disk.read(path), to: "templates/fonts/\(name)")
    }
    try folder.write(
      "fonts:\n  fallback: [\(names.joined(separator: ", "))]\n", to: "templates/theme.yaml")
    try build(folder)
    try check(folder.path, site: "\(folder.path)/site", share: 99)
  }
}
